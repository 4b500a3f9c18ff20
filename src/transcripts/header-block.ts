import { type Candidate, isSpeech } from "./candidates";
import { labelShape } from "./label";
import { isShortAndOpen, type Line } from "./lines";

const MOST_LINES = 20;
const LONGEST_FACT = 60;

/**
 * Index of the first line below the header: leading blocks of short lines that state facts ("Interview with C07",
 * "Date: 3 May", "Participant: C01"), each closed by a line without words. A block of which every line could just as well be
 * said by one of `labels` (keys) is no header.
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
  let isCertain = false;
  for (const [index, line] of lines.slice(0, MOST_LINES).entries()) {
    if (line.kind !== "words") {
      if (keys.size > 0 && !isCertain) return end;
      keys = new Set();
      isCertain = false;
      end = index + 1;
      continue;
    }
    const candidate = candidateAt(index);
    const key = candidate?.key ?? `line ${index}`;
    if (keys.has(key) || !mayBeFact(text, line, candidate)) return end;
    // A line without a label continues what was said above it.
    if (candidate === undefined && [...keys].some((each) => labels.has(each))) return end;
    keys.add(key);
    isCertain ||= candidate === undefined || !labels.has(key) || isCodeOrRole(text, candidate);
  }
  return end;
}

/** Finds the candidate of a line, for lines asked for in ascending order. */
function inOrder(candidates: readonly Candidate[]): (index: number) => Candidate | undefined {
  let next = 0;
  return (index) => {
    while ((candidates[next]?.index ?? Number.POSITIVE_INFINITY) < index) next++;
    const candidate = candidates[next];
    return candidate?.index === index ? candidate : undefined;
  };
}

function mayBeFact(text: string, line: Line, candidate: Candidate | undefined): boolean {
  if (candidate === undefined) return isShortAndOpen(text, line);
  return candidate.head.wordsAt < line.end && !isSpeech(text, candidate);
}

/** True if a code or a role is all there is behind the label: "Participant: C01", "S: Student". */
export function isCodeOrRole(text: string, { head, line }: Pick<Candidate, "head" | "line">): boolean {
  return line.end - head.wordsAt <= LONGEST_FACT && labelShape(text.slice(head.wordsAt, line.end)) === "role";
}
