import { inOrder, isSpeech, type Opening } from "./candidates";
import { labelShape } from "./label";
import { hasWordsAt, isShortAndOpen, type Lines, lineAt } from "./lines";

const MOST_LINES = 20;
const LONGEST_FACT = 60;

/**
 * Index of the first line below the header: leading blocks of short lines that state facts ("Interview with C07",
 * "Date: 3 May", "Participant: C01"), each closed by a line without words. What one of `labels` (keys) could just as well
 * say, "Interviewer: Tess Marlowe", is a fact only in company of one that nobody says.
 */
export function headerEnd(
  text: string,
  lines: Lines,
  candidates: readonly Opening[],
  labels: ReadonlySet<string>,
): number {
  const candidateAt = inOrder(candidates);
  let end = 0;
  let keys = new Set<string>();
  let hasFact = false;
  let hasDoubt = false;
  for (let index = 0; index < Math.min(MOST_LINES, lines.count); index++) {
    if (!hasWordsAt(lines, index)) {
      if (hasDoubt && !hasFact) return end;
      keys = new Set();
      hasFact = false;
      hasDoubt = false;
      end = index + 1;
      continue;
    }
    const candidate = candidateAt(index);
    const line = lineAt(lines, index);
    if (candidate === undefined) {
      // A line without a label continues what was said above it.
      if (hasDoubt || !isShortAndOpen(text, line)) return end;
      continue;
    }
    if (keys.has(candidate.key) || candidate.wordsAt >= line.end || isSpeech(text, lines, candidate)) return end;
    keys.add(candidate.key);
    if (labels.has(candidate.key) && !isCodeOrRole(text, candidate.wordsAt, line.end)) hasDoubt = true;
    else hasFact = true;
  }
  return end;
}

/** True if a code or a role is all there is behind the label: "Participant: C01", "S: Student". */
export function isCodeOrRole(text: string, wordsAt: number, end: number): boolean {
  return end - wordsAt <= LONGEST_FACT && labelShape(text.slice(wordsAt, end)) === "role";
}
