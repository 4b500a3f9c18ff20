import type { Source } from "../issues/source";
import type { Reading } from "../transcripts/reading";

/** A transcript's text, or what was read of a document that is no text. */
export type TranscriptSource = Source | { readonly file: string; readonly reading: Reading };
