// `npm run bench`: measures the main job, or with --readers the readers of transcripts. bench/README.md says how to read it.
import { arch, cpus, platform } from "node:os";
import { parseArgs } from "node:util";
import { measureReaders } from "./readers";
import { measureStudies } from "./studies";
import type { Letters } from "./transcript-files";

const { values } = parseArgs({
  options: {
    check: { type: "boolean" },
    rounds: { type: "string", default: "5" },
    readers: { type: "boolean" },
    only: { type: "string", default: "" },
    letters: { type: "string", default: "plain" },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError("--rounds takes a whole number of 1 or more.");
if (!isLetters(values.letters)) throw new RangeError('--letters takes "plain" or "typographic".');

const { tables, grows } =
  values.readers === true
    ? { tables: measureReaders({ rounds, only: values.only, letters: values.letters }), grows: false }
    : await measureStudies(rounds);

console.log(`Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} x ${cpus()[0]?.model ?? "?"}`);
console.log(`Medians of ${rounds} rounds, after one that does not count\n`);
console.log(tables.join("\n\n"));
if (values.check === true && grows) process.exitCode = 1;

function isLetters(value: string): value is Letters {
  return value === "plain" || value === "typographic";
}
