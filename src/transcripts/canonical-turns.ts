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

/**
 * The canonical text of turns that do not come from plain text: "label: words", a blank line between turns; above the
 * words of an entry without a label, its date on a line of its own. Words are trimmed and keep the line breaks inside
 * them; white space in a label becomes one blank; turns without words are left out.
 */
export function canonicalTurns(spoken: Iterable<SpokenTurn>): WrittenTurns {
  const turns: TurnDraft[] = [];
  const written: string[] = [];
  const labels = new Map<string, string>();
  const labelOf = (label: string): string => {
    const known = labels.get(label) ?? canonicalText(label).replace(/\s+/g, " ").trim();
    labels.set(label, known);
    return known;
  };
  let length = 0;
  for (const { words: said, label: named, time, date } of spoken) {
    const words = canonicalText(said).trim();
    if (words === "") continue;
    const label = labelOf(named);
    const above = label === "" && date !== undefined ? `${date}\n` : "";
    const head = `${written.length === 0 ? "" : "\n\n"}${above}${label === "" ? "" : `${label}: `}`;
    const start = length + head.length;
    length = start + words.length;
    written.push(head, words);
    const turn = time === undefined ? { start, end: length, label } : { start, end: length, label, time };
    turns.push(date === undefined ? turn : { ...turn, date });
  }
  return { text: written.join(""), turns };
}
