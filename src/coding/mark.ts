import type { Origin } from "../issues/source";

/** A code named in a mark, with the ids written before it: `parent>child`. */
export interface MarkCode {
  readonly code: string;
  /** The outermost first; empty if the mark names the code alone. */
  readonly parents: readonly string[];
  /** The value of `code||value`, as ROCK writes a rating; absent if none is given. */
  readonly value?: string;
  /** Where the code's own word stands. */
  readonly origin: Origin;
}

/** A coding or memo written into a transcript. Offsets are those of the text without marks (UTF-16 code units). */
export type Mark =
  /** `{==words==}{>>code, code: memo<<}`: the words between the braces. */
  | {
      readonly kind: "words";
      readonly start: number;
      readonly end: number;
      readonly codes: readonly MarkCode[];
      readonly memo?: string;
      readonly origin: Origin;
    }
  /** `[[code]]` on a line with words: that line. On a line without: the turn above. */
  | {
      readonly kind: "line" | "turn";
      readonly at: number;
      readonly codes: readonly MarkCode[];
      readonly origin: Origin;
    }
  /** `{>>text<<}` behind no marked words: a note on the line. */
  | { readonly kind: "memo"; readonly at: number; readonly body: string; readonly origin: Origin };
