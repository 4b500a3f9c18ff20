import type { Participant } from "../model/people";
import { count } from "../text/plural";
import { leftOutNotes, selectionNotes } from "./counting-notes";
import type { ThemeCell } from "./quote-cells";
import type { QuoteRow } from "./quote-row";
import { OMISSION } from "./quote-text";
import type { Selection } from "./selection";

/** What the notes under a quote table are about. */
export interface Quoted {
  readonly cells: readonly ThemeCell[];
  readonly selection: Selection;
  readonly tooShort: number;
  readonly unquotable: number;
  readonly minWords: number;
  readonly maxWords: number;
  readonly people: ReadonlyMap<string, Participant>;
  readonly labelOf: (participant: Participant) => string;
}

/** The notes of a quote table: how the quotes spread over people, what was cut, passed over and left out. */
export function quoteNotes(rows: readonly QuoteRow[], quoted: Quoted): string[] {
  const notes = [...spreadNotes(rows, quoted), ...selectionNotes(quoted.selection)];
  if (rows.some((row) => row.quote.includes(OMISSION))) {
    notes.push(`${OMISSION}: words left out, of another speaker or behind the end of a sentence.`);
  }
  const long = rows.filter((row) => row.words > quoted.maxWords).length;
  if (long > 0) {
    notes.push(
      `${count(long, "quote")} longer than ${quoted.maxWords} words: ${long === 1 ? "its" : "their"} first sentence is.`,
    );
  }
  const repeated =
    rows.length - new Set(rows.map((row) => JSON.stringify([row.transcript, row.participant, row.start]))).size;
  if (repeated > 0)
    notes.push(`${count(repeated, "quote")} printed before in this table, under another theme or code.`);
  if (quoted.tooShort > 0)
    notes.push(`${count(quoted.tooShort, "passage")} of fewer than ${quoted.minWords} words passed over.`);
  if (quoted.unquotable > 0)
    notes.push(`${count(quoted.unquotable, "participant")} with passages marked as not to be quoted.`);
  return [...notes, ...leftOutNotes(quoted.selection)];
}

function spreadNotes(rows: readonly QuoteRow[], { cells, selection, people, labelOf }: Quoted): string[] {
  const quotable = new Set(cells.flatMap((cell) => cell.candidates.map((each) => each.participant)));
  const quotes = new Map<string, number>();
  for (const row of rows) quotes.set(row.participant, (quotes.get(row.participant) ?? 0) + 1);
  const [first] = [...quotes].sort((a, b) => b[1] - a[1]);
  if (first === undefined) {
    return [
      selection.passages.length === 0
        ? "No quotes: there are no codings to quote from."
        : "No quotes: no passage meets the conditions.",
    ];
  }
  const [id, most] = first;
  const participant = people.get(id);
  const spread = `${count(rows.length, "quote")} from ${quotes.size} of ${count(quotable.size, "participant")} who could be quoted.`;
  const share = `${Math.round((100 * most) / rows.length)}%`;
  const name = participant === undefined ? id : labelOf(participant);
  const ties = [...quotes.values()].filter((each) => each === most).length;
  const who = ties === 1 ? name : `each of ${ties} participants`;
  return [spread, `Most quoted: ${who}, with ${most} of ${rows.length} quotes (${share}).`];
}
