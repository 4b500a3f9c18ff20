import { argumentError, optionsOf } from "../issues/call";
import { optionError } from "../issues/input-error";
import { lastAtMost } from "../issues/source";
import type { Participant } from "../model/people";
import type { Range } from "../model/range";
import type { Rule } from "../model/scheme";
import type { Transcript, Turn } from "../model/transcript";
import { refuseNoStudy } from "../study/no-study";
import { lineOf } from "../study/passages";
import type { Study } from "../study/study";
import { Table } from "../table/table";
import { isBlank } from "../text/check";
import { count } from "../text/plural";
import { wordRanges } from "../text/words";
import { citation } from "./citation";
import { provenanceOf } from "./provenance";
import { SPEAKERS } from "./quote-context";
import { type SearchOptions, searchTurns } from "./rule-stretches";
import { readOneRule } from "./scheme-rules";

/** Options of `concordance`. */
export interface ConcordanceOptions extends SearchOptions {
  /** Words on each side of the match, of the same turn; 8 by default. */
  readonly window?: number | undefined;
}

/** One match of a pattern, with the words around it. */
export interface ConcordanceRow {
  /** The words before, of the same turn. */
  readonly left: string;
  readonly match: string;
  /** The words behind. */
  readonly right: string;
  /** Who speaks: the participant's label, or what the speaker is. */
  readonly who: string;
  /** Transcript, line of the original file and, if known, time: "C07, line 41, 00:12:30". */
  readonly where: string;
  /** Id of the participant; null if the speaker is none. */
  readonly participant: string | null;
  readonly transcript: string;
  /** Id of the turn. */
  readonly turn: string;
  /** 1-based line of the original file in which the match begins; null if it has no lines. */
  readonly line: number | null;
  /** Range of the match, in UTF-16 code units of the transcript's text. */
  readonly start: number;
  readonly end: number;
}

const DEFAULT_WINDOW = 8;

/**
 * A keyword in context: every match of a pattern with the words around it, in the order of transcripts and text.
 *
 * Patterns are rules, as under `suggest` in a scheme: words, `recover*`, `{ stem: "hope" }`, a grammar pattern or
 * nearness. Participants' words are searched unless `speakers` says otherwise; `study.where` narrows them to groups.
 * Words and their context are of one turn. White space is printed as one blank. Participants marked `quotable: no` are
 * left out and counted in the notes. Throws `InputError` for a pattern that cannot be read.
 *
 * @example
 * ```ts
 * const [first] = await concordance(study, "peer worker*", { window: 4 });
 * `${first.left} [${first.match}] ${first.right} (${first.who}; ${first.where})`;
 * // => "tubes, I printed YUSUF [PEER WORKER] , with a border. You (Consumer peer worker 1; C03, line 13)"
 * ```
 */
export async function concordance(
  study: Study,
  pattern: Rule,
  options: ConcordanceOptions = {},
): Promise<Table<ConcordanceRow>> {
  refuseNoStudy(study);
  const stated = optionsOf(options, "{ window: 8 }", { speakers: true, window: true });
  const { window = DEFAULT_WINDOW, speakers } = stated;
  if (isBlank(pattern)) {
    const hint = 'Write words, such as "peer worker*", or a rule, such as { stem: "hope" }.';
    throw argumentError("second", pattern, "a pattern", hint);
  }
  if (!Number.isInteger(window) || window < 0) throw optionError("window", window, [], "a whole number, 0 or more");
  const rule = readOneRule(study, pattern);
  const turns = await searchTurns(study, [rule], { speakers });
  const people = new Map(study.participants.map((each) => [each.id, each]));
  let barred = 0;
  const rows = turns.flatMap(({ transcript, turn, stretches }) => {
    const participant = turn.speaker === null ? undefined : people.get(turn.speaker);
    if (participant?.quotable === false) {
      barred += stretches.length;
      return [];
    }
    const around = windows(transcript.text, turn, window);
    return stretches.map(({ match }) => toRow(transcript, turn, participant, match, around(match)));
  });
  const found = new Set(rows.map((row) => row.participant ?? `${row.transcript} ${row.who}`));
  return new Table<ConcordanceRow>({
    columns: [
      { key: "left", label: "Before", kind: "text" },
      { key: "match", label: "Match", kind: "text" },
      { key: "right", label: "After", kind: "text" },
      { key: "who", label: "Who", kind: "text" },
      { key: "where", label: "Where", kind: "text" },
      { key: "participant", label: "Participant id", kind: "text", only: "data" },
      { key: "transcript", label: "Transcript", kind: "text", only: "data" },
      { key: "turn", label: "Turn", kind: "text", only: "data" },
      { key: "line", label: "Line", kind: "number", only: "data" },
      { key: "start", label: "Start", kind: "number", only: "data" },
      { key: "end", label: "End", kind: "number", only: "data" },
    ],
    rows,
    caption: `Concordance of ${rule.text}`,
    notes: [
      `${count(rows.length, "match", "matches")} in the words of ${count(found.size, "speaker")}, in ${count(new Set(rows.map((row) => row.transcript)).size, "transcript")} of ${study.transcripts.length}.`,
      ...(barred === 0
        ? []
        : [`${count(barred, "match", "matches")} not shown: of participants who are not to be quoted.`]),
    ],
    provenance: provenanceOf("concordance", study.scheme, { pattern: rule.text, ...stated }),
  });
}

function toRow(
  transcript: Transcript,
  turn: Turn,
  participant: Participant | undefined,
  match: Range,
  { from, to }: { readonly from: number; readonly to: number },
): ConcordanceRow {
  const words = (start: number, end: number): string => transcript.text.slice(start, end).replace(/\s+/gu, " ").trim();
  const line = lineOf(transcript, match.start);
  return {
    left: words(from, match.start),
    match: words(match.start, match.end),
    right: words(match.end, to),
    who: participant?.label ?? SPEAKERS[turn.role],
    where: citation(transcript, turn, line),
    participant: participant?.id ?? null,
    transcript: transcript.id,
    turn: turn.id,
    line,
    start: match.start,
    end: match.end,
  };
}

/** A function that tells from where to where the window around a match goes; the signs at its ends go with it. */
function windows(text: string, turn: Turn, window: number): (match: Range) => { from: number; to: number } {
  const ranges = wordRanges(text, turn);
  const starts = ranges.map((range) => range.start);
  return (match) => {
    const first = lastAtMost(starts, match.start);
    const last = lastAtMost(starts, match.end - 1);
    const before = first - window;
    const after = ranges[last + window + 1];
    const from = before <= 0 ? turn.start : (ranges[before]?.start ?? turn.start);
    return {
      from: window === 0 ? match.start : from,
      to: window === 0 ? match.end : after === undefined ? turn.end : (ranges[last + window]?.end ?? turn.end),
    };
  };
}
