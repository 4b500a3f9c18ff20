import { speakersOfCues } from "./cue-labels";
import { readCueMarkup } from "./cue-markup";
import { unroll } from "./cue-rolling";
import type { RawCue } from "./cue-scan";
import type { IssueList } from "./issue-list";
import { joinPieces, type Piece } from "./pieces";
import type { DraftTurn } from "./reading";
import type { TimeSpan } from "./times";

const INNER_TIME = /<\d{1,3}:\d\d[:.\d]*>/;

/** What one voice says in one subtitle, without markup. */
export interface CuePart {
  readonly voice?: string;
  readonly text: string;
  readonly time?: TimeSpan;
  readonly line: number | null;
}

/**
 * The turns of subtitles. Subtitles of one speaker in a row are one turn, from the first start to the last end; where
 * nothing tells who speaks, each is a turn of its own.
 */
export function turnsOfCues(cues: readonly RawCue[], file: string, issues: IssueList): DraftTurn[] {
  const parts = cues.flatMap(({ text, ...place }) => readCueMarkup(text).map((part) => ({ ...part, ...place })));
  return turnsOfParts(parts, { file, issues, wordByWord: cues.some(({ text }) => INNER_TIME.test(text)) });
}

/** The turns of subtitles whose markup has been read; `wordByWord` is true if they had times inside them. */
export function turnsOfParts(
  parts: readonly CuePart[],
  { file, issues, wordByWord }: { readonly file: string; readonly issues: IssueList; readonly wordByWord: boolean },
): DraftTurn[] {
  const { texts, repeated } = unroll(
    parts.map((part) => part.text),
    wordByWord,
  );
  if (repeated > 0) {
    issues.add("repeated-captions", `${repeated} lines are shown twice, as rolling captions do; they are read once.`, {
      hint: "If people did say all this twice, write the transcript as plain text.",
      place: { file },
    });
  }
  const spoken = speakersOfCues(
    parts.map(({ voice }, index) => ({ ...(voice === undefined ? {} : { voice }), text: texts[index] ?? "" })),
  );
  return joinPieces(
    spoken.map(({ cue, ...said }): Piece => {
      const { time, line } = parts[cue] ?? { line: null };
      return { ...said, ...(time === undefined ? {} : { time }), line };
    }),
  );
}
