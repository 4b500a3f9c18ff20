import type { Target, TextPositionSelector, TextQuoteSelector } from "../model/coding";
import type { Range } from "../model/range";
import { describer } from "./describe";
import { type Resolution, resolver } from "./resolve";
import { wordSearch } from "./word-search";

/** `resolve` and `describe` for many words of one text, which is made ready to be searched once for both. */
export interface Anchorer {
  resolve(selector: Target["selector"]): Resolution;
  describe(range: Range): readonly [TextPositionSelector, TextQuoteSelector];
}

/** The anchorer of a text. */
export function anchorer(text: string): Anchorer {
  const search = wordSearch(text);
  return { resolve: resolver(text, search), describe: describer(text, search) };
}

/** The anchorers of several texts by their ids, each made when it is asked for. */
export function anchorers(): (transcript: { readonly id: string; readonly text: string }) => Anchorer {
  const known = new Map<string, Anchorer>();
  return ({ id, text }) => {
    const own = known.get(id) ?? anchorer(text);
    known.set(id, own);
    return own;
  };
}
