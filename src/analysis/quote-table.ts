import { type OptionKeys, optionsOf } from "../issues/call";
import { optionError } from "../issues/input-error";
import type { Participant } from "../model/people";
import type { Transcript } from "../model/transcript";
import { knownKeys, participantValue } from "../study/narrow";
import { refuseNoStudy } from "../study/no-study";
import { lineOf } from "../study/passages";
import type { Study } from "../study/study";
import { Table } from "../table/table";
import { citation } from "./citation";
import { entriesAt, withinEntries } from "./entries";
import { groupBy } from "./grouping";
import { type CountingOptions, checkedOptions } from "./options";
import { provenanceOf } from "./provenance";
import type { QuoteCandidate } from "./quote-candidates";
import { quoteCells, type ThemeCell } from "./quote-cells";
import { quoteColumns } from "./quote-columns";
import { contextBefore } from "./quote-context";
import { quoteNotes } from "./quote-notes";
import { type Pick, pickQuotes } from "./quote-pick";
import type { QuoteRow } from "./quote-row";
import { quoteText } from "./quote-text";
import { SELECTION_KEYS, selectPassages } from "./selection";

/** Options of `quoteTable`. */
export interface QuoteTableOptions extends Omit<CountingOptions, "base"> {
  /** Ids of the themes (codes or categories, by `level`) to quote for, with what is inside them; all by default. */
  readonly themes?: readonly string[] | undefined;
  /** Quotes for each theme and group; 2 by default. */
  readonly perCell?: number | undefined;
  /** How quotes are chosen; "spread" over participants by default. */
  readonly pick?: Pick | undefined;
  /** Shorter passages are not quoted; 5 words by default. */
  readonly minWords?: number | undefined;
  /** Longer quotes are cut at the end of a sentence; 80 words by default. */
  readonly maxWords?: number | undefined;
  /** How a participant is named: a column of participants.csv or a function; their label by default. */
  readonly label?: string | ((participant: Participant) => string) | undefined;
  /** How many turns before the quote are printed beside it, with labels as in the transcript; 0 by default. */
  readonly context?: number | undefined;
}

const KEYS: OptionKeys<QuoteTableOptions> = {
  ...SELECTION_KEYS,
  by: true,
  level: true,
  themes: true,
  perCell: true,
  pick: true,
  minWords: true,
  maxWords: true,
  label: true,
  context: true,
};

/**
 * Quotes for every theme and group: verbatim words of participants, spread over as many of them as possible, each with
 * the participant's label and the line it comes from.
 *
 * Quotes of a subtheme stand with the subtheme and not again with the theme around it. Interviewers' words inside a
 * passage are left out and marked "[...]", and so is what exceeds `maxWords`, at the end of a sentence. Participants
 * marked `quotable: no` are never quoted. The notes say how many participants are quoted of how many could be.
 * Throws `InputError` for an option that names nothing in the study.
 *
 * @example
 * ```ts
 * const [first] = quoteTable(study, { by: "group", perCell: 1, maxWords: 20 });
 * `${first.quote} (${first.label}; ${first.where})`;
 * // => And he sees me looking so he goes through them. That's my flat. That's my mum's. [...] (Consumer 1; C01, line 7)
 * ```
 */
export function quoteTable(study: Study, options: QuoteTableOptions = {}): Table<QuoteRow> {
  refuseNoStudy(study);
  const stated = optionsOf(options, '{ by: "group" }', KEYS);
  const { by, level } = checkedOptions(stated);
  const { perCell = 2, pick = "spread", minWords = 5, maxWords = 80, context = 0 } = stated;
  for (const [name, value] of Object.entries({ perCell, minWords, maxWords, context })) {
    if (!Number.isInteger(value) || value < 0) throw optionError(name, value, [], "a whole number, 0 or more");
  }
  const labelOf = labeller(study, stated.label);
  const selection = selectPassages(study, stated);
  const entries = withinEntries(entriesAt(study.scheme, level), stated.themes);
  const { cells, tooShort, unquotable } = quoteCells(study, {
    entries,
    grouping: groupBy(study, by),
    passages: selection.passages,
    minWords,
    maxWords,
  });
  const picked = pickQuotes(cells, pick, perCell);
  const people = new Map(study.participants.map((each) => [each.id, each]));
  const labels = new Map(study.participants.flatMap((each) => (each.quotable ? [[each.id, labelOf(each)]] : [])));
  const transcripts = new Map(study.transcripts.map((each) => [each.id, each]));
  const rows = cells.flatMap((cell, index) =>
    (picked[index] ?? []).flatMap((candidate) => {
      const [transcript, participant] = [transcripts.get(candidate.transcript), people.get(candidate.participant)];
      if (transcript === undefined || participant === undefined) return [];
      return [toRow(cell, candidate, transcript, labelOf(participant), { maxWords, context, labels })];
    }),
  );
  return new Table<QuoteRow>({
    columns: quoteColumns(rows, level),
    rows,
    caption: "Quotes",
    notes: quoteNotes(rows, { cells, selection, tooShort, unquotable, minWords, maxWords, labelOf, people }),
    provenance: provenanceOf("quoteTable", study.scheme, stated),
  });
}

function labeller(study: Study, label: QuoteTableOptions["label"]): (participant: Participant) => string {
  if (typeof label === "function") return (participant) => String(label(participant) ?? participant.label);
  if (label === undefined) return (participant) => participant.label;
  const known = knownKeys(study).participants;
  if (!known.includes(label)) throw optionError("label", label, known);
  return (participant) => String(participantValue(participant, label) ?? participant.label);
}

function toRow(
  cell: ThemeCell,
  candidate: QuoteCandidate,
  transcript: Transcript,
  label: string,
  { maxWords, context, labels }: { maxWords: number; context: number; labels: ReadonlyMap<string, string> },
): QuoteRow {
  const { text, words, cut } = quoteText(transcript, candidate.voices, maxWords);
  const line = lineOf(transcript, candidate.start);
  const turn = transcript.turns.find((each) => each.id === candidate.voices[0]?.turn);
  const time = turn?.time?.[0] ?? null;
  const [heading = "", ...below] = [...cell.entry.within, cell.entry.name];
  return {
    id: cell.id,
    name: cell.entry.name,
    heading,
    subheading: below.join(" / "),
    depth: cell.entry.depth,
    group: cell.group,
    groupName: cell.groupName,
    quote: text,
    label,
    where: citation(transcript, turn, line),
    context: context === 0 ? "" : contextBefore(transcript, candidate.start, context, labels),
    stance: candidate.stance,
    words,
    cut,
    participant: candidate.participant,
    transcript: transcript.id,
    line,
    time,
    start: candidate.start,
    end: candidate.end,
    codings: candidate.codings,
    codes: candidate.codes,
  };
}
