import jaroWinkler from "natural/lib/natural/distance/jaro-winkler_distance.js";

// Below this Jaro-Winkler similarity (0 to 1) two words look unrelated to a reader: "carer" and "clinician" have 0.67.
const ENOUGH = 0.82;

/**
 * The known word nearest to the one given, by Jaro-Winkler similarity without regard to case; undefined if none is near.
 * The first of equally near words wins.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestSimilarity = ENOUGH;
  for (const candidate of known) {
    const similarity = jaroWinkler(word, candidate, { ignoreCase: true });
    if (similarity > bestSimilarity) {
      best = candidate;
      bestSimilarity = similarity;
    }
  }
  return best;
}

/**
 * A hint for an unknown word: "Did you mean "burden"?", else the words that are known, as many as can be read at a
 * glance, else undefined.
 */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  const near = nearest(word, words);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (words.length === 0) return undefined;
  const shown = words.slice(0, 12);
  const rest = words.length - shown.length;
  return `Known are: ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
}
