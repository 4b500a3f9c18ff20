import { argumentError } from "../issues/call";
import { issueList } from "../issues/report";
import type { ParseOptions } from "../study/parse-options";
import { checkedOptions } from "../study/parse-options";
import { type ParsedTranscripts, parseTranscriptSource } from "../study/parse-transcript";
import { transcriptSource } from "./transcript-source";

/**
 * Reads a transcript file from its bytes, in the format that its content tells: Word (.docx, .doc), OpenDocument (.odt),
 * Excel (.xlsx), PDF with text, and every text that `parseTranscript` reads, in the encoding its letters tell.
 *
 * Never rejects for what a file holds, but with `InputError` for options that cannot be meant: problems are `issues`, and what cannot be read gives no transcripts. Runs in a
 * browser as well; nothing leaves the machine. The result goes into a study as it is:
 * `createStudy({ transcripts, codings, memos })`.
 *
 * @param bytes The whole file.
 * @param options As for `parseTranscript`; name the `file`, since transcripts are called by it.
 *
 * @example
 * ```ts
 * const bytes = new TextEncoder().encode("I: Was hat geholfen?\n\nAna: Jemand, der das kannte.");
 * const { transcripts } = await parseTranscriptBytes(bytes, { file: "Ana.txt", participants: ["Ana"] });
 * transcripts[0].turns.map(({ label, role, speaker }) => [label, role, speaker]);
 * // => [["I", "interviewer", null], ["Ana", "participant", "Ana"]]
 * ```
 */
export async function parseTranscriptBytes(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParsedTranscripts> {
  // Not instanceof: each window of a browser has a Uint8Array of its own.
  if (!ArrayBuffer.isView(bytes)) {
    throw argumentError(
      "first",
      bytes,
      "a Uint8Array",
      "Of an ArrayBuffer: new Uint8Array(buffer). Text is read by parseTranscript.",
    );
  }
  const { file = "transcript", ...about } = checkedOptions(options);
  const { source, issues } = await transcriptSource(file, bytes);
  if (source === null) return { transcripts: [], codings: [], memos: [], issues: issueList(issues) };
  return parseTranscriptSource(source, about, issues);
}
