import { type Issue, issue, type Place } from "../issues/issue";
import { lastAtMost } from "../issues/source";
import { shown } from "../issues/wording";
import type { TranscriptKind } from "../model/transcript";
import { count } from "../text/plural";
import { isoDates, readDateHead } from "../transcripts/dates";
import { readDiary } from "../transcripts/diary";
import type { TurnDraft } from "../transcripts/draft";
import type { DraftTurn, TranscriptDraft } from "../transcripts/reading";

/**
 * The entries of a text that is a diary, or dated notes, as turns; null if it is none, or has labels of speakers.
 *
 * @param kind What the text is stated to be; undefined if nobody says, and its dates must show it.
 * @param turns The turns of the text as one that is no diary.
 */
export function diaryTurns(
  text: string,
  kind: TranscriptKind | undefined,
  turns: readonly Pick<TurnDraft, "label">[],
): readonly TurnDraft[] | null {
  const stated = kind === "diary" || kind === "note";
  if ((kind !== undefined && !stated) || turns.some(({ label }) => label !== "" && !isDate(label))) return null;
  return readDiary(text, stated)?.entries ?? null;
}

// A chat has a date for each of its messages too, but many messages of one person on one date.
const FEWEST_ENTRIES = 3;
const ENTRIES_A_DAY = 0.8;

/** True for rows with a date each, of which hardly two have the same author and the same date. */
function areEntries(turns: readonly DraftTurn[]): boolean {
  if (turns.length < FEWEST_ENTRIES || turns.some(({ date }) => date === undefined)) return false;
  const days = new Set(turns.map(({ label, date = "" }) => JSON.stringify([label, date])));
  return days.size >= turns.length * ENTRIES_A_DAY;
}

/** A draft of paragraphs, or of dated rows, that are a diary, with a turn for each entry; any other draft as it is. */
export function asDiary(draft: TranscriptDraft, kind: TranscriptKind | undefined): TranscriptDraft {
  const { turns } = draft;
  const stated = kind ?? draft.kind ?? undefined;
  if ((stated !== undefined && stated !== "diary" && stated !== "note") || turns.length === 0) return draft;
  if (stated === undefined && areEntries(turns)) return { ...draft, kind: "diary" };
  if (turns.some(({ label, time, date }) => label !== "" || time !== undefined || date !== undefined)) return draft;
  const starts: number[] = [];
  let text = "";
  for (const { words } of turns) {
    if (text !== "") text += "\n\n";
    starts.push(text.length);
    text += words;
  }
  const diary = readDiary(text, stated !== undefined);
  if (diary === null) return draft;
  const entries = diary.entries.map(({ start, end, date }): DraftTurn => {
    const line = turns[lastAtMost(starts, start)]?.line ?? null;
    return { label: "", words: text.slice(start, end), ...(date === undefined ? {} : { date }), line };
  });
  return { ...draft, kind: draft.kind ?? "diary", turns: entries, remainder: [...draft.remainder, ...diary.loose] };
}

const NO_ISSUES: readonly Issue[] = [];

/** The turns with their dates as ISO has them where they can be read, and an info about those that cannot. */
export function withDates(
  turns: readonly TurnDraft[],
  placeOf: (offset: number) => Place,
): { turns: readonly TurnDraft[]; issues: readonly Issue[] } {
  if (turns.every(({ date }) => date === undefined)) return { turns, issues: NO_ISSUES };
  const dated = turns.flatMap((turn) => (turn.date === undefined ? [] : [{ turn, date: turn.date }]));
  const read = isoDates(dated.map(({ date }) => date));
  const isoOf = new Map(dated.map(({ turn, date }, index) => [turn, read[index] ?? date]));
  const open = dated.filter(({ date }, index) => read[index] === undefined && isDate(date));
  return {
    turns: turns.map((turn) => {
      const date = isoOf.get(turn);
      return date === undefined ? turn : { ...turn, date };
    }),
    issues: open[0] === undefined ? [] : [asWritten(open.length, dated.length, open[0], placeOf)],
  };
}

function asWritten(
  open: number,
  all: number,
  { turn, date }: { readonly turn: TurnDraft; readonly date: string },
  placeOf: (offset: number) => Place,
): Issue {
  const are = open === 1 ? "is" : "are";
  const message = `${open} of ${count(all, "date")} ${are} kept as written, such as ${shown(date)}: a year of four digits is missing, or day and month cannot be told apart.`;
  const hint = 'Write dates as "2024-05-03" or "3 May 2024" to have them read.';
  return issue("dates-as-written", message, { hint, place: placeOf(turn.start) });
}

/** The info that a text, or a table of rows with dates, was read as a diary, though nobody says that it is one. */
export function diaryAssumed(turns: readonly TurnDraft[], placeOf: (offset: number) => Place, inRows = false): Issue {
  const dates = turns.filter((turn) => turn.date !== undefined).length;
  // Rows of a table have their dates beside the words.
  const found = inRows
    ? `${count(dates, "row")} of it have a date each`
    : `${count(dates, "paragraph")} of it begin with a date`;
  const message = `This ${inRows ? "table" : "text"} is read as a diary: ${found}. Each is an entry.`;
  const hint = inRows
    ? 'If it is none, call the column of dates something else, such as "recorded".'
    : '"kind: diary" in the front matter says that it is one, "kind: interview" that it is none.';
  return issue("diary-assumed", message, { hint, place: placeOf(turns[0]?.start ?? 0) });
}

function isDate(written: string): boolean {
  return readDateHead(written, 0, written.length)?.isDate === true;
}
