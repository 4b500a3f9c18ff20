import { type ParsedTranscripts, parseTranscript } from "../study/parse-transcript";

/** Labels, times and words of every turn, transcript by transcript. */
export const spokenIn = ({ transcripts }: Pick<ParsedTranscripts, "transcripts">): unknown[] =>
  transcripts.map(({ text, turns, kind }) => [
    kind,
    turns.map(({ label, time, start, end }) => ({ label, time, words: text.slice(start, end) })),
  ]);

/** What is read of the text files, each by itself. */
export const readBack = (files: readonly { path: string; text: string }[]): ParsedTranscripts["transcripts"] =>
  files
    .filter(({ path }) => path.startsWith("transcripts/"))
    .flatMap(({ path, text }) => parseTranscript(text, { file: path }).transcripts);
