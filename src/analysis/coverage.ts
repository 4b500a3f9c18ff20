import { optionsOf } from "../issues/call";
import { intersection, mergeRanges, type Range } from "../model/range";
import { refuseNoStudy } from "../study/no-study";
import type { Passage } from "../study/passages";
import type { Study } from "../study/study";
import { Table } from "../table/table";
import { countWords } from "../text/words";
import { leftOutNotes, selectionNotes } from "./counting-notes";
import { provenanceOf } from "./provenance";
import { SELECTION_KEYS, type SelectionOptions, selectPassages } from "./selection";

/** How much of one transcript is coded. */
export interface CoverageRow {
  /** Id of the transcript. */
  readonly transcript: string;
  /** Words of its participants. */
  readonly words: number;
  /** Those of them within a coded passage, each once. */
  readonly codedWords: number;
  /** The others. */
  readonly uncodedWords: number;
  /** Coded words of all, from 0 to 1; null where no participant says a word. */
  readonly share: number | null;
  /** Codings in it. */
  readonly codings: number;
  /** Words of the longest stretch of participants' words without any coding. */
  readonly longestUncoded: number;
}

/**
 * How much of each transcript is coded: participants' words, coded and not, each word counted once. Interviewers' words
 * are in none of the figures. Throws `InputError` for a coder or status that nobody has.
 *
 * Attention to all of the data is one of Braun & Clarke's (2006) fifteen points; a low share is a question, no fault.
 *
 * @example
 * ```ts
 * const [first] = coverage(study);
 * `${first.transcript}: ${first.codedWords} of ${first.words} words`; // => C01: 415 of 624 words
 * ```
 */
export function coverage(study: Study, options: SelectionOptions = {}): Table<CoverageRow> {
  refuseNoStudy(study);
  const stated = optionsOf(options, '{ coders: ["KB"] }', SELECTION_KEYS);
  const selection = selectPassages(study, stated);
  return new Table<CoverageRow>({
    columns: [
      { key: "transcript", label: "Transcript", kind: "text" },
      { key: "words", label: "Words", kind: "count" },
      { key: "codedWords", label: "Coded", kind: "count" },
      { key: "uncodedWords", label: "Not coded", kind: "count" },
      { key: "share", label: "Share coded", kind: "share" },
      { key: "codings", label: "Codings", kind: "count" },
      { key: "longestUncoded", label: "Longest stretch not coded", kind: "count" },
    ],
    rows: coverageOf(study, selection.passages),
    caption: "Words coded in each transcript",
    notes: ["Participants' words only, each once.", ...selectionNotes(selection), ...leftOutNotes(selection)],
    provenance: provenanceOf("coverage", study.scheme, stated),
  });
}

/** How much of each transcript these passages cover, in the order of the transcripts. */
export function coverageOf(study: Study, selected: readonly Passage[]): CoverageRow[] {
  const coded = new Map<string, Range[]>(study.transcripts.map(({ id }) => [id, []]));
  for (const passage of selected) coded.get(passage.transcript)?.push(passage);
  const known = new Set(study.participants.map(({ id }) => id));
  return study.transcripts.map(({ id, text, turns }) => {
    const passages = coded.get(id) ?? [];
    const merged = mergeRanges(passages);
    let [words, codedWords, longest, open] = [0, 0, 0, 0];
    for (const turn of turns) {
      if (turn.speaker === null || !known.has(turn.speaker)) continue;
      let from = turn.start;
      for (const range of merged) {
        const inside = intersection(turn, range);
        if (inside === null) continue;
        open += countWords(text.slice(from, inside.start));
        longest = Math.max(longest, open);
        open = 0;
        codedWords += countWords(text.slice(inside.start, inside.end));
        from = inside.end;
      }
      open += countWords(text.slice(from, turn.end));
      words += countWords(text.slice(turn.start, turn.end));
    }
    longest = Math.max(longest, open);
    // A coding that ends inside a word leaves both halves as words; the whole is what the turn holds.
    const counted = Math.min(codedWords, words);
    return {
      transcript: id,
      words,
      codedWords: counted,
      uncodedWords: words - counted,
      share: words === 0 ? null : counted / words,
      codings: passages.length,
      longestUncoded: longest,
    };
  });
}
