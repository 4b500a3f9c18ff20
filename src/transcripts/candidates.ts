import { type Head, type HeadForm, headReader, readCodeHead } from "./head";
import { type LabelShape, labelShape } from "./label";
import { hasLineParagraphs, isShortAndOpen, type Line } from "./lines";

/** A line that could begin a turn. */
export interface Candidate {
  /** Index of the line. */
  readonly index: number;
  readonly line: Line;
  readonly head: Head;
  readonly shape: LabelShape;
  /** The label without regard to case: equal for the same speaker. */
  readonly key: string;
}

/** All lines of a text that could begin a turn. */
export interface Candidates {
  /** By the way their labels are set off, in the order of the text. */
  readonly byForm: ReadonlyMap<HeadForm, readonly Candidate[]>;
  /** For each line, whether it begins with what looks like a role or a name and is set off by more than a blank. */
  readonly labelled: readonly boolean[];
}

const FEWEST_SPOKEN_WORDS = 8;

/** The lines that could begin a turn. Labels that are known, without regard to case, count as a role. */
export function findCandidates(text: string, lines: readonly Line[], known: ReadonlySet<string>): Candidates {
  const byForm = new Map<HeadForm, Candidate[]>();
  const labelled: boolean[] = [];
  const seen = new Map<string, Pick<Candidate, "shape" | "key"> | null>();
  const declared = new Set([...known].map((label) => label.toLowerCase()));
  const lookOf = ({ label, form }: Head): Pick<Candidate, "shape" | "key"> | null => {
    const enclosed = form === "bracket" || form === "brace";
    const name = enclosed ? `[${label}` : label;
    const found = seen.get(name);
    if (found !== undefined) return found;
    const key = label.toLowerCase();
    const shape = declared.has(key) ? "role" : labelShape(label, enclosed);
    const look = shape === null ? null : { shape, key };
    seen.set(name, look);
    return look;
  };
  const add = (index: number, line: Line, head: Head): LabelShape | null => {
    const look = lookOf(head);
    if (look === null) return null;
    const same = byForm.get(head.form);
    const candidate = { index, line, head, shape: look.shape, key: look.key };
    if (same === undefined) byForm.set(head.form, [candidate]);
    else same.push(candidate);
    return look.shape;
  };
  const inBlocks = !hasLineParagraphs(lines);
  const readHead = headReader(text);
  for (const [index, line] of lines.entries()) {
    labelled.push(false);
    if (line.kind !== "words") continue;
    const head = readHead(line.start, line.end);
    const isBare = head?.form === "bare";
    // A name alone on a line stands on top of its words.
    if (head !== null && (!isBare || (lines[index + 1]?.kind === "words" && (line.opensBlock || !inBlocks)))) {
      const shape = add(index, line, head);
      if (!isBare && head.form !== "blank") labelled[index] = shape === "role" || shape === "name";
    }
    const code = head?.form === "blank" ? null : readCodeHead(text, line.start, line.end);
    if (code !== null) add(index, line, code);
  }
  return { byForm, labelled };
}

/** True if the words behind the label are a sentence or many, and no bare fact such as a name or a date. */
export function isSpeech(text: string, { head, line }: Candidate): boolean {
  const rest = { ...line, start: head.wordsAt };
  if (!isShortAndOpen(text, rest)) return true;
  return text.slice(rest.start, rest.end).split(/\s+/).length >= FEWEST_SPOKEN_WORDS;
}

/** Finds the candidate of a line among some in their order, for lines asked for in ascending order. */
export function inOrder(candidates: readonly Candidate[]): (index: number) => Candidate | undefined {
  let next = 0;
  return (index) => {
    while ((candidates[next]?.index ?? Number.POSITIVE_INFINITY) < index) next++;
    const candidate = candidates[next];
    return candidate?.index === index ? candidate : undefined;
  };
}
