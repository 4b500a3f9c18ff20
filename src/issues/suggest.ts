import jaroWinkler from "natural/lib/natural/distance/jaro-winkler_distance.js";

// Jaro-Winkler similarity (0 to 1) below which two words are not taken for one another. It parts slips of the pen
// ("Kontrol", "control": 0.91) from ids that only begin alike ("hope-self", "hope-others": 0.84).
const ENOUGH = 0.87;
const MOST_COMPARED = 1_000_000;

/** A word as a reader compares it: without case and accents, with hyphens, underscores and blanks as one blank. */
export function foldWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[-_\s]+/g, " ")
    .trim()
    .toLowerCase();
}

/**
 * The known word nearest to the one given, by Jaro-Winkler similarity of the folded words; undefined if none is near.
 * The first of equally near words wins. Words with different numbers in them are never near: "P13" is no slip for "P03",
 * and "P3" is one.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  return nearestOf(known)(word);
}

/**
 * `nearest` for many words among the same known ones. Once a million pairs were compared it finds none any more: so many
 * words are no slips of the pen, and would take minutes.
 */
export function nearestOf(known: Iterable<string>): (word: string) => string | undefined {
  let candidates: readonly { readonly word: string; readonly folded: string }[] | undefined;
  let left = MOST_COMPARED;
  return (word) => {
    candidates ??= Array.from(known, (each) => ({ word: each, folded: foldNumbers(each) }));
    left -= candidates.length;
    if (left < 0 && left + candidates.length < MOST_COMPARED) return undefined;
    const folded = foldNumbers(word);
    let best: string | undefined;
    let bestSimilarity = ENOUGH;
    for (const candidate of candidates) {
      const similarity = slipSimilarity(folded, candidate.folded);
      if (similarity > bestSimilarity && numbersIn(candidate.folded) === numbersIn(folded)) {
        best = candidate.word;
        bestSimilarity = similarity;
      }
    }
    return best;
  };
}

/** Similarity of two folded words by Jaro-Winkler, from 0 to 1, where it is high enough for a slip of the pen; else 0. */
export function slipSimilarity(word: string, other: string): number {
  if (word === "" || other === "") return 0;
  const similarity = jaroWinkler(word, other);
  return similarity > ENOUGH ? similarity : 0;
}

/**
 * A hint for an unknown word: "Did you mean "burden"?", else the words that are known, as many as can be read at a
 * glance, else undefined.
 */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  return hintsOf(known)(word);
}

/** `didYouMean` for many words among the same known ones; of too many, as for `nearestOf`, the rest is told what is known. */
export function hintsOf(known: Iterable<string>): (word: string) => string | undefined {
  const words = [...known];
  const near = nearestOf(words);
  return (word) => {
    const found = near(word);
    if (found !== undefined) return `Did you mean "${found}"?`;
    if (words.length === 0) return undefined;
    const some = words.slice(0, 12);
    const rest = words.length - some.length;
    return `Known ${words.length === 1 ? "is" : "are"}: ${some.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
  };
}

/** A folded word whose numbers have no leading zeros. */
function foldNumbers(word: string): string {
  return foldWord(word).replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ""));
}

function numbersIn(word: string): string {
  return (word.match(/\d+/g) ?? []).join(" ");
}
