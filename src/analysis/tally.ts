import { mergeRanges, type Range } from "../model/range";
import type { Passage, Voice } from "../study/passages";
import type { Study } from "../study/study";
import { countWords } from "../text/words";
import type { DiaryEntries } from "./diary-entries";
import type { Grouping } from "./grouping";

/** The counts of one cell, each of another unit and never mixed. */
export interface Counts {
  /** Distinct participants. */
  readonly participants: number;
  /** Distinct transcripts. */
  readonly transcripts: number;
  /** Distinct diary entries of the participants; 0 where there are no diaries. The unit is the entry, not the participant. */
  readonly entries: number;
  /** Stretches of text, those that overlap merged into one. */
  readonly passages: number;
  /** Codings as they were made. */
  readonly codings: number;
  /** Words of the participants within the passages, each word once. */
  readonly words: number;
}

/** What a set of passages counts to, by group and in all. */
export interface Tally {
  /** The counts of a group; zeros for a group with nothing. */
  of(group: string): Counts;
  /** The counts over all groups: unions, never sums. */
  readonly total: Counts;
}

/** Counts sets of passages of one study under one grouping; words are counted once for each stretch. */
export function tallier(
  study: Study,
  grouping: Grouping,
  diaries: Pick<DiaryEntries, "keyOf"> = { keyOf: () => undefined },
): (passages: Iterable<Passage>) => Tally {
  const wordsIn = wordCounter(study);
  return (passages) => {
    const cells = new Map<string, Cell>();
    const total = newCell();
    for (const passage of passages) {
      const byGroup = new Map<string, Voice[]>();
      for (const voice of passage.voices) {
        const group = grouping.keyOf(voice.participant, passage.transcript);
        const voices = byGroup.get(group);
        if (voices === undefined) byGroup.set(group, [voice]);
        else voices.push(voice);
      }
      for (const [group, voices] of byGroup) {
        const cell = cells.get(group) ?? newCell();
        cells.set(group, cell);
        enter(cell, passage, voices, diaries);
      }
      if (passage.voices.length > 0) enter(total, passage, passage.voices, diaries);
    }
    const counts = new Map([...cells].map(([group, cell]) => [group, countCell(cell, wordsIn)]));
    return { of: (group) => counts.get(group) ?? NOTHING, total: countCell(total, wordsIn) };
  };
}

const NOTHING: Counts = { participants: 0, transcripts: 0, entries: 0, passages: 0, codings: 0, words: 0 };

interface Cell {
  readonly participants: Set<string>;
  readonly entries: Set<string>;
  readonly passages: Map<string, Range[]>;
  readonly voices: Map<string, Range[]>;
  codings: number;
}

function newCell(): Cell {
  return { participants: new Set(), entries: new Set(), passages: new Map(), voices: new Map(), codings: 0 };
}

function enter(cell: Cell, passage: Passage, voices: readonly Voice[], { keyOf }: Pick<DiaryEntries, "keyOf">): void {
  cell.codings++;
  append(cell.passages, passage.transcript, passage);
  for (const voice of voices) {
    cell.participants.add(voice.participant);
    append(cell.voices, passage.transcript, voice);
    const entry = keyOf(passage.transcript, voice.turn);
    if (entry !== undefined) cell.entries.add(entry);
  }
}

function append(lists: Map<string, Range[]>, key: string, range: Range): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [range]);
  else list.push(range);
}

function countCell(cell: Cell, wordsIn: (transcript: string, range: Range) => number): Counts {
  let passages = 0;
  for (const ranges of cell.passages.values()) passages += mergeRanges(ranges).length;
  let words = 0;
  for (const [transcript, ranges] of cell.voices) {
    for (const range of mergeRanges(ranges)) words += wordsIn(transcript, range);
  }
  return {
    participants: cell.participants.size,
    transcripts: cell.passages.size,
    entries: cell.entries.size,
    passages,
    codings: cell.codings,
    words,
  };
}

/** Words of a stretch, remembered: the same stretch is asked for by its code, its theme, its group and the total. */
function wordCounter(study: Study): (transcript: string, range: Range) => number {
  const texts = new Map(study.transcripts.map((each) => [each.id, each.text]));
  const known = new Map<string, Map<number, number>>();
  return (transcript, { start, end }) => {
    const ofTranscript = known.get(transcript) ?? new Map<number, number>();
    known.set(transcript, ofTranscript);
    // Both offsets in one number: exact while the text is shorter than 2^26 code units, 64 MB, and the sum below 2^53.
    const key = start * 2 ** 26 + (end - start);
    let words = ofTranscript.get(key);
    if (words === undefined) {
      words = countWords((texts.get(transcript) ?? "").slice(start, end));
      ofTranscript.set(key, words);
    }
    return words;
  };
}
