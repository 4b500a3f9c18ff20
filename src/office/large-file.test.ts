import { expect, test } from "vitest";
import { LARGEST_FILE } from "../text/limits";
import { parseTranscriptBytes } from "./parse-transcript-bytes";

test("bytes of more than any transcript has are not read", async () => {
  const { transcripts, issues } = await parseTranscriptBytes(new Uint8Array(LARGEST_FILE + 1), { file: "all.txt" });
  expect(transcripts).toEqual([]);
  expect(issues).toEqual([
    {
      code: "too-large",
      severity: "error",
      message: "The file has 251 MB, and 250 MB are the most that is read.",
      hint: "Split it into files of one interview each; of a document with many pictures, save the text alone.",
      place: { file: "all.txt" },
    },
  ]);
});
