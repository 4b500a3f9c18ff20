// One reader in a process of its own. `node reader-job.mjs time FILE ROUNDS` prints milliseconds as JSON, a list for each
// part; `node reader-job.mjs reading FILE` and `... transcript FILE` read once, for the memory that it takes.
import { statSync } from "node:fs";
import { type Source, toSource } from "../src/issues/source";
import { giveBack, readBytes } from "../src/node/file-bytes";
import { decodeFile } from "../src/office/decode-file";
import { readTranscript } from "../src/study/read-transcript";
import { textFormatOf } from "../src/study/text-formats";
import { canonicalText } from "../src/text/canonical";
import { segmentText } from "../src/transcripts/plain-text";

const [, , what = "", file = "", rounds = "1"] = process.argv;

if (what === "time") {
  const decode: number[] = [];
  const reading: number[] = [];
  const transcript: number[] = [];
  for (let round = 0; round <= Number(rounds); round++) {
    globalThis.gc?.();
    const start = performance.now();
    const source = await decoded(file);
    decode.push(performance.now() - start);
    timed(reading, () => read(source));
    timed(transcript, () => readTranscript(source));
  }
  console.log(JSON.stringify({ decode: decode.slice(1), reading: reading.slice(1), transcript: transcript.slice(1) }));
} else {
  const source = await decoded(file);
  const result = what === "decode" ? source.text.length : what === "reading" ? read(source) : turnsOf(source);
  if (result === 0) throw new Error(`No turn was read from ${file}.`);
  console.log(result);
}

function timed<T>(times: number[], work: () => T): T {
  globalThis.gc?.();
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  return result;
}

/** The file's text, read as a study's files are. */
async function decoded(path: string): Promise<Source> {
  const bytes = await readBytes(path, statSync(path).size);
  const text = decodeFile(path, bytes);
  giveBack(bytes);
  if ("issue" in text) throw new Error(text.issue.message);
  return toSource(path, canonicalText(text.text));
}

/** The number of turns in what the reader of the file's format makes of it. */
function read(source: Source): number {
  const format = textFormatOf(source);
  if (format === null) return segmentText(source.text).turns.length;
  return format.parse(source).drafts.reduce((sum, { turns }) => sum + turns.length, 0);
}

/** The number of turns in the transcripts of the file, as a study takes them. */
function turnsOf(source: Source): number {
  return readTranscript(source).transcripts.reduce((sum, { turns }) => sum + turns.length, 0);
}
