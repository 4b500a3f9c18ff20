import { type Issue, issue } from "../issues/issue";
import { LARGEST_FILE } from "../text/limits";

/** The issue of a file of so many bytes, which is larger than any that is read. */
export function largeFile(file: string, size: number): Issue {
  const message = `The file has ${inMegabytes(size)} MB, and ${inMegabytes(LARGEST_FILE)} MB are the most that is read.`;
  return issue("too-large", message, {
    hint: "Split it into files of one interview each; of a document with many pictures, save the text alone.",
    place: { file },
  });
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
