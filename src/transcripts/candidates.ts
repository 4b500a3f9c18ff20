import { type Head, type HeadForm, headReader, readCodeHead } from "./head";
import { type LabelShape, labelShape } from "./label";
import { hasLineParagraphs, hasWordsAt, isShortAndOpen, type Line, type Lines, opensBlockAt } from "./lines";

/** A label that somebody could have, and the line in which it stands. */
export interface Candidate {
  /** Index of the line. */
  readonly index: number;
  readonly line: Line;
  readonly head: Head;
  readonly shape: LabelShape;
  /** The label without regard to case: equal for the same speaker. */
  readonly key: string;
}

/** A line that could begin a turn. */
export interface Opening extends Pick<Candidate, "index" | "shape" | "key"> {
  /** Lines whose labels are alike have one and the same: a conversation has few of these, and hundreds of thousands of turns. */
  readonly head: Omit<Head, "wordsAt">;
  /** Where the words begin (UTF-16 code units); the line's end if none stand on the line. */
  readonly wordsAt: number;
}

/** All lines of a text that could begin a turn. */
export interface Candidates {
  /** By the way their labels are set off, in the order of the text. */
  readonly byForm: ReadonlyMap<HeadForm, readonly Opening[]>;
  /** For each line, 1 if it begins with what looks like a role or a name and is set off by more than a blank, else 0. */
  readonly labelled: Uint8Array;
}

const FEWEST_SPOKEN_WORDS = 8;

/** The lines that could begin a turn. Labels that are known, without regard to case, count as a role. */
export function findCandidates(text: string, lines: Lines, known: ReadonlySet<string>): Candidates {
  const byForm = new Map<HeadForm, Opening[]>();
  const labelled = new Uint8Array(lines.count);
  const seen = new Map<string, Look | null>();
  const declared = new Set([...known].map((label) => label.toLowerCase()));
  const lookOf = (head: Head): Look | null => {
    const { label, form } = head;
    const enclosed = form === "bracket" || form === "brace";
    const name = enclosed ? `[${label}` : label;
    const found = seen.get(name);
    if (found !== undefined) return found;
    const key = label.toLowerCase();
    const shape = declared.has(key) ? "role" : labelShape(label, enclosed);
    const look = shape === null ? null : { shape, key, head };
    seen.set(name, look);
    return look;
  };
  const add = (index: number, head: Head): LabelShape | null => {
    const look = lookOf(head);
    if (look === null) return null;
    const same = byForm.get(head.form);
    const { shape, key } = look;
    const opening = { index, head: isAlike(head, look.head) ? look.head : head, shape, key, wordsAt: head.wordsAt };
    if (same === undefined) byForm.set(head.form, [opening]);
    else same.push(opening);
    return shape;
  };
  const inBlocks = !hasLineParagraphs(lines);
  const readHead = headReader(text);
  const addLine = (index: number): void => {
    const start = lines.starts[index] ?? 0;
    const end = lines.ends[index] ?? 0;
    const head = readHead(start, end);
    const isBare = head?.form === "bare";
    // A name alone on a line stands on top of its words.
    if (head !== null && (!isBare || (hasWordsAt(lines, index + 1) && (!inBlocks || opensBlockAt(lines, index))))) {
      const shape = add(index, head);
      if (!isBare && head.form !== "blank" && (shape === "role" || shape === "name")) labelled[index] = 1;
    }
    const code = head?.form === "blank" ? null : readCodeHead(text, start, end);
    if (code !== null) add(index, code);
  };
  for (let index = 0; index < lines.count; index++) if (hasWordsAt(lines, index)) addLine(index);
  return { byForm, labelled };
}

/** How a label looks, and the first head that has it. */
interface Look extends Pick<Candidate, "shape" | "key"> {
  readonly head: Head;
}

function isAlike(head: Head, other: Head): boolean {
  const { form, label, dress, open, time } = head;
  const isUntimed = time === undefined && other.time === undefined;
  return isUntimed && form === other.form && label === other.label && dress === other.dress && open === other.open;
}

/** True if the words behind the label are a sentence or many, and no bare fact such as a name or a date. */
export function isSpeech(text: string, { ends }: Lines, { index, wordsAt }: Opening): boolean {
  const rest = { start: wordsAt, end: ends[index] ?? wordsAt };
  if (!isShortAndOpen(text, rest)) return true;
  return text.slice(rest.start, rest.end).split(/\s+/).length >= FEWEST_SPOKEN_WORDS;
}

/** Finds the candidate of a line among some in their order, for lines asked for in ascending order. */
export function inOrder(candidates: readonly Opening[]): (index: number) => Opening | undefined {
  let next = 0;
  return (index) => {
    while ((candidates[next]?.index ?? Number.POSITIVE_INFINITY) < index) next++;
    const candidate = candidates[next];
    return candidate?.index === index ? candidate : undefined;
  };
}
