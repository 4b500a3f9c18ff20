import { lastAtMost } from "../issues/source";
import type { AnchorStatus, Coding, CodingStatus, Stance } from "../model/coding";
import { intersection, type Range } from "../model/range";
import { entriesOf } from "../model/scheme";
import type { Transcript, Turn } from "../model/transcript";
import type { StudyData } from "./study-data";

/** The part of one participant's turn that lies inside a passage. */
export interface Voice extends Range {
  readonly participant: string;
  /** Id of the turn. */
  readonly turn: string;
}

/** A located coding with its context. The range counts in UTF-16 code units of the transcript's text. */
export interface Passage extends Range {
  /** Id of the coding. */
  readonly coding: string;
  /** Id of the code. */
  readonly code: string;
  /** Ids of the themes that hold the code directly, in the order of the scheme. */
  readonly themes: readonly string[];
  /** Id of the transcript. */
  readonly transcript: string;
  /** Ids of the turns it overlaps. */
  readonly turns: readonly string[];
  /** Ids of the participants whose turns it overlaps, in the order they speak; empty if only others speak in it. */
  readonly participants: readonly string[];
  /** Ids of their groups, each once; "" stands for a participant in no group. */
  readonly groups: readonly string[];
  /** The words as they stand in the transcript, labels and interviewer's words among them. */
  readonly text: string;
  /** What each participant says in it, in the order of the text. */
  readonly voices: readonly Voice[];
  readonly anchor: AnchorStatus;
  readonly coder: string | null;
  readonly status: CodingStatus;
  readonly stance: Stance | null;
  /** The coding's memo; null if it has none. */
  readonly memo: string | null;
}

/** The passages of a study: one for each coding whose words were found, in the order of transcripts and text. */
export function collectPassages(study: StudyData): readonly Passage[] {
  const themesOf = themesByCode(study);
  const groupOf = new Map(study.participants.map((each) => [each.id, each.group ?? ""]));
  const codingsOf = new Map<string, Coding[]>(study.transcripts.map((each) => [each.id, []]));
  for (const coding of study.codings) codingsOf.get(coding.target.source)?.push(coding);
  const passages: Passage[] = [];
  for (const transcript of study.transcripts) {
    const findTurns = turnFinder(transcript.turns);
    const here: Passage[] = [];
    for (const coding of codingsOf.get(transcript.id) ?? []) {
      const resolution = study.anchors.get(coding.id);
      if (resolution === undefined || resolution.range === null) continue;
      const { start, end } = resolution.range;
      const turns = findTurns({ start, end });
      const voices = voicesIn(turns, { start, end }, groupOf);
      const participants = [...new Set(voices.map((voice) => voice.participant))];
      here.push({
        coding: coding.id,
        code: coding.code,
        themes: themesOf.get(coding.code) ?? [],
        transcript: transcript.id,
        turns: turns.map((turn) => turn.id),
        participants,
        groups: [...new Set(participants.map((id) => groupOf.get(id) ?? ""))],
        text: transcript.text.slice(start, end),
        voices,
        anchor: resolution.status,
        coder: coding.coder,
        status: coding.status,
        stance: coding.stance ?? null,
        memo: coding.memo ?? null,
        start,
        end,
      });
    }
    // A stable sort: codings of the same words stay in the order of the files.
    passages.push(...here.sort((a, b) => a.start - b.start || a.end - b.end));
  }
  return passages;
}

/** A function that gives the turns which overlap a range. Turns are in text order and do not overlap each other. */
export function turnFinder(turns: readonly Turn[]): (range: Range) => Turn[] {
  const starts = turns.map((turn) => turn.start);
  return ({ start, end }) => {
    const found: Turn[] = [];
    for (let index = Math.max(0, lastAtMost(starts, start)); index < turns.length; index++) {
      const turn = turns[index];
      if (turn === undefined || turn.start >= end) break;
      if (turn.end > start) found.push(turn);
    }
    return found;
  };
}

/** Line of the original file (1-based) in which an offset of the canonical text stands; null if the file has no lines. */
export function lineOf(transcript: Transcript, offset: number): number | null {
  const { lines, firstLine = 1 } = transcript;
  return lines.length === 0 ? null : firstLine + lastAtMost(lines, Math.max(offset, lines[0] ?? 0));
}

function voicesIn(turns: readonly Turn[], range: Range, known: ReadonlyMap<string, string>): Voice[] {
  const voices: Voice[] = [];
  for (const turn of turns) {
    const part = intersection(turn, range);
    // A narrowed study still holds the turns of participants it has left out; they are nobody's here.
    if (part !== null && turn.speaker !== null && known.has(turn.speaker)) {
      voices.push({ participant: turn.speaker, turn: turn.id, ...part });
    }
  }
  return voices;
}

function themesByCode(study: StudyData): Map<string, string[]> {
  const themesOf = new Map<string, string[]>();
  for (const theme of entriesOf(study.scheme, "theme")) {
    for (const code of theme.codes) {
      const themes = themesOf.get(code);
      if (themes === undefined) themesOf.set(code, [theme.id]);
      else themes.push(theme.id);
    }
  }
  return themesOf;
}
