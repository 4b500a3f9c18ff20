import { canonicalText } from "../text/canonical";
import type { TurnDraft } from "./draft";
import type { TimeSpan } from "./times";

/** One turn as a format other than plain text has it. */
export interface SpokenTurn {
  /** The speaker's name; "" if there is none. */
  readonly label: string;
  readonly words: string;
  readonly time?: TimeSpan;
  /** The date of a diary's entry, as printed. */
  readonly date?: string;
}

/** A text that was written for turns, and where their words are in it. */
export interface WrittenTurns {
  readonly text: string;
  readonly turns: readonly TurnDraft[];
}

// Pieces of the text are joined at once by so many: the words of all turns would otherwise be there twice until the end.
const TOGETHER = 4096;
const FEW = 17;

/**
 * The canonical text of turns that do not come from plain text: "label: words", a blank line between turns; above the
 * words of an entry without a label, its date on a line of its own. Words are trimmed and keep the line breaks inside
 * them; white space in a label becomes one blank; turns without words are left out. Each turn is asked for once, and not
 * held.
 */
export function canonicalTurns(spoken: Iterable<SpokenTurn>): { text: string; turns: TurnDraft[] } {
  const turns: TurnDraft[] = [];
  const joined: string[] = [];
  let written: string[] = [];
  // Each label is written often; what stands before the words is kept once.
  const heads = new Map<string, { label: string; head: string }>();
  const headOf = (printed: string): { label: string; head: string } => {
    const known = heads.get(printed);
    if (known !== undefined) return known;
    const label = canonicalText(printed).replace(/\s+/g, " ").trim();
    const made = { label, head: label === "" ? "\n\n" : `\n\n${label}: ` };
    heads.set(printed, made);
    return made;
  };
  let length = 0;
  for (const { words: said, label: printed, time, date } of spoken) {
    const words = canonicalText(said).trim();
    if (words === "") continue;
    const { label, head } = headOf(printed);
    const gap = turns.length === 0 ? head.slice(2) : head;
    const before = label === "" && date !== undefined ? `${gap}${date}\n` : gap;
    const start = length + before.length;
    length = start + words.length;
    written.push(before, words);
    if (written.length >= TOGETHER) {
      joined.push(written.join(""));
      written = [];
    }
    const turn = time === undefined ? { start, end: length, label } : { start, end: length, label, time };
    turns.push(date === undefined ? turn : { ...turn, date });
  }
  joined.push(written.join(""));
  // A list that grows has room for seventeen at once; a survey has thousands of transcripts with a few turns each.
  return {
    text: joined.length === 1 ? (joined[0] ?? "") : joined.join(""),
    turns: turns.length < FEW ? turns.slice() : turns,
  };
}
