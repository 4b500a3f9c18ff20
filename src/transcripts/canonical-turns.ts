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

// A list that grows has room for seventeen at once, and is copied whenever it is full.
const FEW = 17;

/**
 * The canonical text of turns that do not come from plain text: "label: words", a blank line between turns; above the
 * words of an entry without a label, its date on a line of its own. Words are trimmed and keep the line breaks inside
 * them; white space in a label becomes one blank; turns without words are left out. Each turn is asked for once, and not
 * held.
 *
 * @param most How many turns there are at most: room is made for them at once.
 */
export function canonicalTurns(spoken: Iterable<SpokenTurn>, most = 0): { text: string; turns: TurnDraft[] } {
  const turns = new Array<TurnDraft>(most);
  // What stands before the words of each turn, and the words. They are joined once: to join them bit by bit, and these bits
  // then, would hold all of the text three times.
  const written = new Array<string>(2 * most);
  let count = 0;
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
    const gap = count === 0 ? head.slice(2) : head;
    const before = label === "" && date !== undefined ? `${gap}${date}\n` : gap;
    const start = length + before.length;
    length = start + words.length;
    written[2 * count] = before;
    written[2 * count + 1] = words;
    const turn = time === undefined ? { start, end: length, label } : { start, end: length, label, time };
    turns[count++] = date === undefined ? turn : { ...turn, date };
  }
  written.length = 2 * count;
  turns.length = count;
  // A survey has thousands of transcripts with a few turns each.
  return { text: written.join(""), turns: most === 0 && count < FEW ? turns.slice() : turns };
}
