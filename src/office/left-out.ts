import type { DocumentBuilder } from "../transcripts/document";
import { withSingleBlanks } from "../transcripts/white-space";

/** Words that are left out of a document's text and kept beside it, each stretch under what it is: "Deleted", "Footnote". */
export interface LeftOut {
  /** True within such a stretch. */
  isOpen(): boolean;
  /** What the innermost stretch is; null outside of one. */
  what(): string | null;
  /** Begins a stretch, which ends where its tag does. One within another belongs to that. */
  open(what: string, tag: string): void;
  /** Names the innermost stretch anew, as when its author is read. */
  rename(what: string): void;
  /** Adds words to the innermost stretch. */
  write(words: string): void;
  /** Ends the innermost stretch, if it began with this tag: each line of it becomes an aside of the document. */
  close(tag: string): void;
}

/** Nothing left out so far; stretches go to the builder as they end. */
export function leftOutWords(builder: DocumentBuilder): LeftOut {
  const stretches: { what: string; readonly tag: string; words: string }[] = [];
  return {
    isOpen: () => stretches.length > 0,
    what: () => stretches.at(-1)?.what ?? null,
    open(what, tag) {
      stretches.push({ what, tag, words: "" });
    },
    rename(what) {
      const inner = stretches.at(-1);
      if (inner !== undefined) inner.what = what;
    },
    write(words) {
      const inner = stretches.at(-1);
      if (inner !== undefined) inner.words += words;
    },
    close(tag) {
      const inner = stretches.at(-1);
      if (inner === undefined || inner.tag !== tag) return;
      stretches.pop();
      const outer = stretches.at(-1);
      if (outer !== undefined) outer.words += inner.words;
      else for (const line of inner.words.split("\n")) builder.aside(inner.what, withSingleBlanks(line));
    },
  };
}
