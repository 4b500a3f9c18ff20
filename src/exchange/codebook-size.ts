import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { MOST_CODEBOOK_ENTRIES } from "../text/limits";

const ENTRY = /<(?:[\w.-]{1,40}:)?(?:Code|Set)[\s/>]/g;

/** The issue of a codebook with more codes and sets than any has, told by their tags; null for all others. */
export function tooManyEntries({ file, text }: Pick<Source, "file" | "text">): Issue | null {
  let entries = 0;
  for (const _ of text.matchAll(ENTRY)) if (++entries > MOST_CODEBOOK_ENTRIES) break;
  if (entries <= MOST_CODEBOOK_ENTRIES) return null;
  const message = `The codebook has more than ${MOST_CODEBOOK_ENTRIES} codes and sets, and was not read.`;
  const hint = "No study has so many. Export the codes that belong to it.";
  return issue("too-large", message, { hint, place: { file } });
}
