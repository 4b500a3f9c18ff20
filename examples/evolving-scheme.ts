// How a scheme became what it is: its history, the tables of version 1 and version 3 side by side, and a next version.
import { compareTables, schemeDiff, schemeLog, split, Table, themeTable, toText } from "polyvocal";
import { loadStudy } from "polyvocal/node";

const study = await loadStudy("fixtures/peer-support");

// 1. Who changed what, when and why.
console.log(toText(schemeLog(study.scheme)));

// 2. What differs between the first version and the present one.
console.log(toText(schemeDiff(study.scheme, 1, 3)));

// 3. The codes as they were counted then and as they are counted now.
const then = themeTable(study.asOf(1), { level: "code", bases: false });
const now = themeTable(study, { level: "code", bases: false });
const both = compareTables(then, now);
const changed = both.rows.filter((row) => row.in !== "both" || row.difference !== 0 || row.formerName !== null);
console.log(
  toText(new Table({ columns: both.columns, rows: changed, caption: both.caption ?? undefined, notes: both.notes })),
);

// 4. A next version, in memory: a split leaves each of its codings to be decided on, and until then they count nowhere.
const steps = [split("line-blurred", ["friend-or-worker", "where-it-ends"])];
const next = study.migrate(steps, { by: "KB", why: "Friendship is one question, hours and places another" });
const waiting = next.codings.filter((coding) => coding.attention === "undecided");
console.log(`Version ${next.scheme.version}: ${waiting.length} codings wait for a decision.`);
