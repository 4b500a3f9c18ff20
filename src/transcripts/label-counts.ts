import type { Candidate } from "./candidates";

/** What is counted of a candidate, wherever it stands. */
interface Labelled extends Pick<Candidate, "shape" | "key"> {
  readonly head: Pick<Candidate["head"], "label">;
}

/** What the number of its candidates says about a label. Labels are keys, without regard to case. */
export interface LabelCounts {
  /** Labels that need no other evidence: roles from two on, names from three, or from two if they are no common words. */
  readonly sure: ReadonlySet<string>;
  /** Other stretches that are a good share of all: labels if they are set as the sure ones are. */
  readonly doubtful: ReadonlySet<string>;
  /** The number of different labels. */
  readonly different: number;
  /** True if so many names appear once or twice that they cannot be speakers: the text holds a list. */
  readonly isList: boolean;
}

const PHRASE_SHARE = 0.1;
// Of two who speak in turn, each has half: "Day" can be a name after all.
const UNLIKELY_SHARE = 0.4;
const COMMON_WORD_REACH = 200_000;
const MOST_RARE_NAMES = 50;

/** Counts the labels of candidates that are all of one form. */
export function countLabels(text: string, candidates: readonly Labelled[]): LabelCounts {
  const counts = new Map<string, { first: Labelled; count: number }>();
  for (const each of candidates) {
    const counted = counts.get(each.key);
    if (counted === undefined) counts.set(each.key, { first: each, count: 1 });
    else counted.count++;
  }
  const labels = [...counts.values()];
  const different = labels.length;
  const isList = labels.filter(({ first, count }) => first.shape === "name" && count < 3).length > MOST_RARE_NAMES;
  const keys = (fits: (label: { first: Labelled; count: number }) => boolean): Set<string> =>
    new Set(labels.filter(fits).map(({ first }) => first.key));

  const sure = keys(({ first, count }) => {
    if (first.shape === "role") return count > 1;
    return first.shape === "name" && (count > 2 || (count === 2 && !isList && !isCommonWord(text, first)));
  });
  const phrases = keys(({ first, count }) => first.shape === "phrase" && isShare(count, candidates, PHRASE_SHARE, 3));
  const unlikely = keys(
    ({ first, count }) => first.shape === "unlikely" && isShare(count, candidates, UNLIKELY_SHARE, 5),
  );
  // Two phrases can be two speakers, "older sister" and "younger sister".
  if (sure.size === 0 && phrases.size > 1) return { sure: phrases, doubtful: unlikely, different, isList };
  return { sure, doubtful: new Set([...phrases, ...unlikely]), different, isList };
}

/** The number of different labels. */
export function labelCount(candidates: readonly Labelled[]): number {
  const keys = new Set<string>();
  for (const { key } of candidates) keys.add(key);
  return keys.size;
}

/**
 * True if the label's first word is also written small in the text, as words are and names are not. Looks at the first
 * 200,000 characters.
 */
export function isCommonWord(text: string, { head }: Labelled): boolean {
  const [word = ""] = /^[\p{L}\p{M}]+/u.exec(head.label) ?? [];
  const small = word.toLowerCase();
  // A script without capitals does not show the difference, and the doubt is against the name.
  if (small === word) return true;
  const within = text.slice(0, COMMON_WORD_REACH);
  const isLetter = (at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(within.charAt(at));
  for (let at = within.indexOf(small); at !== -1; at = within.indexOf(small, at + 1)) {
    if (!isLetter(at - 1) && !isLetter(at + small.length)) return true;
  }
  return false;
}

function isShare(count: number, all: readonly Labelled[], share: number, fewest: number): boolean {
  return count >= Math.max(fewest, all.length * share);
}
