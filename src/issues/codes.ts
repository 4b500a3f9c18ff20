/** How bad an issue is: an error stops loading, a warning may change a number, an info tells what was assumed. */
export type Severity = "error" | "warning" | "info";

/**
 * Every code an issue can have, with its severity. `docs/issues.md` tells cause and cure of each, and a test holds the
 * two lists together.
 */
export const issueSeverities = {
  // Files
  "missing-file": "error",
  "unreadable-file": "error",
  "empty-file": "warning",
  "binary-file": "error",
  "wrong-encoding": "error",
  "unsupported-format": "error",
  "newer-format": "error",
  "broken-file": "error",
  "too-large": "error",
  "ignored-file": "info",
  "encoding-assumed": "info",
  "shape-assumed": "info",
  "no-text-layer": "error",
  "page-without-text": "warning",
  "hyphenated-words": "warning",
  // YAML and CSV as such
  "broken-yaml": "error",
  "unknown-key": "error",
  "missing-key": "error",
  "wrong-value": "error",
  "broken-csv": "error",
  "broken-json": "error",
  "ragged-row": "error",
  "no-header": "error",
  "duplicate-column": "error",
  // People
  "duplicate-id": "error",
  "unknown-group": "error",
  "unknown-participant": "error",
  "ambiguous-speaker": "error",
  "speaker-without-participant": "warning",
  "participant-without-turn": "warning",
  "participant-without-group": "warning",
  "duplicate-label": "warning",
  "participants-inferred": "info",
  "speaker-assumed": "info",
  "interviewer-assumed": "warning",
  "similar-speakers": "warning",
  "fact-differs": "warning",
  "facts-added": "info",
  // Transcripts
  "no-transcripts": "error",
  "duplicate-transcript": "error",
  "transcript-without-turn": "warning",
  "repeated-captions": "info",
  "wrong-time": "warning",
  "words-in-no-turn": "warning",
  "tier-not-speech": "info",
  "files-joined": "info",
  "diary-assumed": "info",
  "dates-as-written": "info",
  "mark-not-closed": "error",
  "mark-without-code": "warning",
  "mark-without-words": "warning",
  "unknown-mark-parent": "warning",
  // Scheme
  "unknown-parent": "error",
  "unknown-theme": "error",
  "unknown-category": "error",
  "theme-cycle": "error",
  "scheme-inferred": "info",
  "wrong-step": "error",
  "reused-id": "error",
  "wrong-history": "error",
  "incomplete-history": "info",
  "wrong-rule": "error",
  // Codings
  "unknown-code": "error",
  "unknown-transcript": "error",
  "unknown-coding": "error",
  "wrong-range": "error",
  "quote-not-found": "warning",
  "quote-found-twice": "warning",
  "quote-approximate": "warning",
  "quote-moved": "info",
  "quote-differs-in-typography": "info",
  "codings-merged": "info",
  "unknown-version": "warning",
  "undecided-coding": "warning",
  "redefined-code": "info",
  // Method
  "theme-like-topic": "info",
  "theme-like-question": "info",
  "deep-themes": "info",
  "many-themes": "info",
  "over-quoted": "info",
  "themes-emerged": "info",
  "not-reflexive": "info",
  // Exchange with other programs
  "annotation-passed-over": "warning",
  "not-carried": "warning",
  "duplicate-name": "warning",
  // Saving
  "study-narrowed": "error",
  "folder-changed": "error",
  "save-under-way": "error",
  "mark-not-saved": "error",
  "cannot-be-saved": "error",
  // Calls
  "wrong-option": "error",
} as const satisfies Record<string, Severity>;

/** The name of a kind of problem, such as `"unknown-code"`; `docs/issues.md` lists them all. */
export type IssueCode = keyof typeof issueSeverities;
