// Two people read the same interviews: where they see the same, where they part, and what each choice of merging keeps.
import { rollup } from "d3-array";
import { compareTables, mergeCodings, readings, talkThrough, themeTable, toText } from "polyvocal";
import { loadStudy } from "polyvocal/node";

const study = await loadStudy("fixtures/peer-support");

// 1. Every place that either of them coded, in the interviews that both have read.
const both = readings(study, { a: "KB", b: "TM" });
const places = rollup(
  both,
  (rows) => rows.length,
  (row) => row.reading,
);
for (const [reading, number] of places) console.log(`${reading}: ${number}`);
console.log(`\n${both.notes.join("\n")}\n`);

// 2. One code in two readings, as a list for the next meeting.
const blurred = readings(study, { a: "KB", b: "TM", codes: ["line-blurred"] });
console.log(talkThrough(blurred.rows.filter((row) => row.kind === "differ").slice(0, 3)));

// 3. What the table would be on the words that both gave the same code.
const union = themeTable(mergeCodings(study, { rule: "union" }), { bases: false });
const shared = themeTable(mergeCodings(study, { rule: "intersection", coders: ["KB", "TM"] }), { bases: false });
const compared = compareTables(union, shared, { labels: ["Either", "Both"] });
console.log(toText(compared));
