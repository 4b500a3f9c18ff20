import type { Source } from "../issues/source";
import { withNoTurnIssue } from "./broken-file";
import { hasGluedCues, unglued } from "./cue-glued";
import { type CueList, cueList } from "./cue-list";
import { type CueFormat, scanCues } from "./cue-scan";
import { hasUnpaddedTimes, unpaddedTimes } from "./cue-unpadded";
import { issueList } from "./issue-list";
import { labelShape } from "./label";
import { looksLikeNameBlocks, namePieces } from "./name-blocks";
import { joinPieces, type Piece } from "./pieces";
import type { Reading } from "./reading";
import { withSingleBlanks } from "./white-space";

// As Teams and Stream wrote transcripts in Word before 2023, and as people copy them from there; blank lines may stand anywhere:
//
//   0:0:3.120 --> 0:0:5.40
//   Ana Ruiz
//   Somebody who had been there.
const format: CueFormat = { arrow: "-->", ids: "none", blankEnds: false, times: unpaddedTimes };

// Web pages, JSON, and what says that it is WebVTT have readers of their own.
const OTHER = /^\s*(?:[<{[]|WEBVTT(?=\s|$))/;
const DRAFT = { name: null, title: null, kind: null, attributes: {}, speakers: [] };
const NO_TURN = "Check that the file was exported with its words.";
const LONGEST_NAME = 100;
const MOST = 0.8;

/** True for text with times as Teams and Stream write them, or with names above or below lines of times, in no other format. */
export function looksLikeTeams(text: string): boolean {
  if (OTHER.test(text.slice(0, LONGEST_NAME))) return false;
  return hasUnpaddedTimes(text) || hasGluedCues(text) || looksLikeNameBlocks(text);
}

/**
 * Reads the transcripts that Teams and Stream write as text or in Word: a line of times, a line with the speaker's name, and the
 * words below. What one speaker says in a row is one turn, from the first start to the last end. Without names, each stretch is
 * a turn. Text above the first times is in the remainder.
 *
 * @param lineOf Turns a 1-based line of the text into one of the file, or into null; by default they are the same.
 */
export function parseTeams(source: Source, lineOf: (line: number) => number | null = (line) => line): Reading {
  if (hasGluedCues(source.text)) {
    const { text, lines, names } = unglued(source.text);
    const ofFile = (line: number): number => lines[line - 1] ?? 1;
    const apart = { ...source, text, linePlace: (line: number) => source.linePlace(ofFile(line)) };
    return parseCues(apart, (line) => lineOf(ofFile(line)), names);
  }
  const isBlocks = !hasUnpaddedTimes(source.text) && looksLikeNameBlocks(source.text);
  return isBlocks ? parseBlocks(source, lineOf) : parseCues(source, lineOf);
}

/** Reads names above or below lines of times, which may be single ones. */
function parseBlocks(source: Source, lineOf: (line: number) => number | null): Reading {
  const { pieces, above } = namePieces(source.text);
  const turns = joinPieces(
    pieces.map((piece) => ({ ...piece, line: piece.line === null ? null : lineOf(piece.line) })),
  );
  const reading = { drafts: [{ ...DRAFT, turns, remainder: above }], issues: [] };
  return withNoTurnIssue(source, reading, NO_TURN);
}

function parseCues(source: Source, lineOf: (line: number) => number | null, names?: ReadonlySet<string>): Reading {
  const issues = issueList(source.file);
  const cues = cueList();
  const scanned = scanCues(source, format, issues, { offset: 0, line: 1 }, (text, time, line) =>
    cues.add(text, time, line, undefined),
  );
  const turns = joinPieces(piecesOf(cues, names ?? namesIn(cues), lineOf));
  const draft = { ...DRAFT, turns, remainder: scanned.above.map(({ text }) => text.trim()) };
  return withNoTurnIssue(source, { drafts: [draft], issues: issues.all() }, NO_TURN);
}

function* piecesOf(
  cues: CueList,
  names: ReadonlySet<string>,
  lineOf: (line: number) => number | null,
): Generator<Piece> {
  for (let cue = 0; cue < cues.texts.length; cue++) {
    const lines = (cues.texts[cue] ?? "").split("\n").map((line) => line.trim());
    const [first = 0, second = lines.length] = lines.flatMap((line, index) => (line === "" ? [] : index));
    const label = nameOn(lines[first] ?? "");
    const isNamed = names.has(label);
    const from = isNamed ? second : first;
    yield {
      label: isNamed ? label : "",
      voice: isNamed ? label : undefined,
      words: lines.slice(from).filter(Boolean).join(" "),
      time: cues.time(cue),
      line: lineOf((cues.line(cue) ?? 0) + from),
    };
  }
}

/** The names that stand above the words; none if the file has none: then first lines do not come back, or are no names. */
function namesIn({ texts }: CueList): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let spoken = 0;
  let headed = 0;
  for (const text of texts) {
    const trimmed = text.trim();
    if (trimmed === "") continue;
    spoken++;
    const end = trimmed.indexOf("\n");
    const name = nameOn(trimmed.slice(0, Math.max(end, 0)));
    if (name === "") continue;
    headed++;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts.keys()];
  const likely = names.filter((name) => ["role", "name"].includes(labelShape(name) ?? ""));
  const areNames = names.length * 2 <= headed || likely.length >= names.length * MOST;
  return new Set(headed >= spoken * MOST && areNames ? names : []);
}

/** What a line says if it is a name; "" if it is too long for one. */
function nameOn(line: string): string {
  return line.length > LONGEST_NAME ? "" : withSingleBlanks(line);
}
