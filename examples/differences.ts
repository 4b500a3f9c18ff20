// Where do groups differ? Tidy rows, a narrowed study and a coder's reading, without leaving the script.
import { rollup } from "d3-array";
import { themeFrequency, themeTable, toText } from "polyvocal";
import { loadStudy } from "polyvocal/node";

const study = await loadStudy("fixtures/peer-support");

// 1. Themes that one group alone speaks of.
const frequency = themeFrequency(study, { by: "group" });
const voicedBy = rollup(
  frequency,
  (rows) => rows.filter((row) => row.participants > 0).map((row) => row.groupName),
  (row) => row.name,
);
for (const [theme, groups] of voicedBy) if (groups.length === 1) console.log(`${groups[0]} alone: ${theme}`);

// 2. Who may read the notes? Peer workers and other consumers, side by side.
const consumers = study.where({ group: "consumer" });
console.log(`\n${toText(themeTable(consumers, { by: "role", level: "category", total: false }))}`);

// 3. What the second reader saw that complicates or contradicts a theme.
const against = study.passages.filter((passage) => passage.stance !== null && passage.stance !== "supports");
const byCode = rollup(
  against,
  (passages) => passages.length,
  (passage) => passage.code,
);
console.log("\nPassages that complicate or contradict, by code:");
for (const [code, passages] of byCode) console.log(`  ${code}: ${passages}`);
