// The door for documents that are no text, from bytes and for browsers too. What is named here is public; everything else
// may change.
export type { ParseOptions } from "../study/parse-options";
export type { ParsedTranscripts } from "../study/parse-transcript";
export { parseTranscriptBytes } from "./parse-transcript-bytes";
