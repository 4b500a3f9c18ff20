import { canonicalText } from "../text/canonical";
import type { TurnDraft } from "./draft";
import type { TimeSpan } from "./times";

/** One turn as a format other than plain text has it. */
export interface SpokenTurn {
  /** The speaker's name; "" if there is none. */
  readonly label: string;
  readonly words: string;
  readonly time?: TimeSpan;
}

/** A text that was written for turns, and where their words are in it. */
export interface WrittenTurns {
  readonly text: string;
  readonly turns: readonly TurnDraft[];
}

/**
 * The canonical text of turns that do not come from plain text: "label: words", a blank line between turns. Words are
 * trimmed and keep the line breaks inside them; white space in a label becomes one blank; turns without words are left out.
 */
export function canonicalTurns(spoken: Iterable<SpokenTurn>): WrittenTurns {
  const turns: TurnDraft[] = [];
  const written: string[] = [];
  let length = 0;
  for (const turn of spoken) {
    const words = canonicalText(turn.words).trim();
    if (words === "") continue;
    const label = canonicalText(turn.label).replace(/\s+/g, " ").trim();
    const head = `${written.length === 0 ? "" : "\n\n"}${label === "" ? "" : `${label}: `}`;
    const start = length + head.length;
    length = start + words.length;
    written.push(head, words);
    turns.push({ start, end: length, label, ...(turn.time === undefined ? {} : { time: turn.time }) });
  }
  return { text: written.join(""), turns };
}
