import { type CuePart, speakersOfCues } from "./cue-labels";
import { readCueMarkup } from "./cue-markup";
import { unroll } from "./cue-rolling";
import type { CueTaker } from "./cue-scan";
import type { IssueList } from "./issue-list";
import { joinPieces } from "./pieces";
import type { DraftTurn } from "./reading";
import type { TimeSpan } from "./times";

const INNER_TIME = /<\d{1,3}:\d\d[:.\d]*>/;

/** Collects the parts of subtitles while a file is read. */
export interface CueParts {
  readonly parts: CuePart[];
  readonly take: CueTaker;
  /** True if there were times inside the subtitles. */
  wordByWord: boolean;
}

/** An empty collection, which reads the markup of what it takes. */
export function cueParts(): CueParts {
  const collected: CueParts = {
    parts: [],
    wordByWord: false,
    take(text, time, line) {
      for (const part of readCueMarkup(text)) collected.parts.push(cuePart(part.voice, part.text, time, line));
      collected.wordByWord ||= text.includes("<") && INNER_TIME.test(text);
    },
  };
  return collected;
}

/** A part without the properties that are undefined. */
export function cuePart(
  voice: string | undefined,
  text: string,
  time: TimeSpan | undefined,
  line: number | null,
): CuePart {
  if (voice === undefined) return time === undefined ? { text, line } : { text, time, line };
  return time === undefined ? { voice, text, line } : { voice, text, time, line };
}

/**
 * The turns of subtitles. Subtitles of one speaker in a row are one turn, from the first start to the last end; where
 * nothing tells who speaks, each is a turn of its own.
 */
export function turnsOfParts(
  { parts, wordByWord }: Pick<CueParts, "wordByWord"> & { readonly parts: readonly CuePart[] },
  file: string,
  issues: IssueList,
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
  return joinPieces(speakersOfCues(parts, texts));
}
