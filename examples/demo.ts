// The main job on the sample study: both tables on the screen, and as Markdown, HTML, CSV and LaTeX in demo-output.
import { quoteTable, themeTable, toText } from "polyvocal";
import { loadStudy, saveTable } from "polyvocal/node";

const study = await loadStudy("fixtures/peer-support");
console.log(study);

const themes = themeTable(study, { by: "group" });
const quotes = quoteTable(study, { by: "group", perCell: 1, maxWords: 40 });
console.log(`\n${toText(themes)}\n\n${toText(quotes)}\n`);

for (const ending of ["md", "html", "csv", "tex"]) {
  await saveTable(`demo-output/themes.${ending}`, themes);
  await saveTable(`demo-output/quotes.${ending}`, quotes);
}
console.log("Written to demo-output: themes and quotes, each as .md, .html, .csv and .tex");
