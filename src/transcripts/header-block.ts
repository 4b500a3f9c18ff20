import { type Candidate, inOrder, isSpeech } from "./candidates";
import { labelShape } from "./label";
import { isShortAndOpen, type Line } from "./lines";

const MOST_LINES = 20;
const LONGEST_FACT = 60;

/**
 * Index of the first line below the header: leading blocks of short lines that state facts ("Interview with C07",
 * "Date: 3 May", "Participant: C01"), each closed by a line without words. What one of `labels` (keys) could just as well
 * say, "Interviewer: Tess Marlowe", is a fact only in company of one that nobody says.
 */
export function headerEnd(
  text: string,
  lines: readonly Line[],
  candidates: readonly Candidate[],
  labels: ReadonlySet<string>,
): number {
  const candidateAt = inOrder(candidates);
  let end = 0;
  let keys = new Set<string>();
  let hasFact = false;
  let hasDoubt = false;
  for (const [index, line] of lines.slice(0, MOST_LINES).entries()) {
    if (line.kind !== "words") {
      if (hasDoubt && !hasFact) return end;
      keys = new Set();
      hasFact = false;
      hasDoubt = false;
      end = index + 1;
      continue;
    }
    const candidate = candidateAt(index);
    if (candidate === undefined) {
      // A line without a label continues what was said above it.
      if (hasDoubt || !isShortAndOpen(text, line)) return end;
      continue;
    }
    if (keys.has(candidate.key) || candidate.head.wordsAt >= line.end || isSpeech(text, candidate)) return end;
    keys.add(candidate.key);
    if (labels.has(candidate.key) && !isCodeOrRole(text, candidate)) hasDoubt = true;
    else hasFact = true;
  }
  return end;
}

/** True if a code or a role is all there is behind the label: "Participant: C01", "S: Student". */
export function isCodeOrRole(text: string, { head, line }: Pick<Candidate, "head" | "line">): boolean {
  return line.end - head.wordsAt <= LONGEST_FACT && labelShape(text.slice(head.wordsAt, line.end)) === "role";
}
