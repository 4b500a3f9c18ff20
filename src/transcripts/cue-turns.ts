import { MOST_PIECES } from "../text/limits";
import { speakersOfCues } from "./cue-labels";
import { type CueList, cueList } from "./cue-list";
import { mayHaveMarkup, readCueMarkup, voiceReader } from "./cue-markup";
import { unroll } from "./cue-rolling";
import type { CueTaker } from "./cue-scan";
import type { IssueList } from "./issue-list";
import { pieceJoiner } from "./pieces";
import type { DraftTurn } from "./reading";

/** Collects the parts of subtitles while a file is read. */
export interface CueCollector {
  readonly cues: CueList;
  readonly take: CueTaker;
  /** True if there were times inside the subtitles. */
  wordByWord: boolean;
}

/** An empty collection, which reads the markup of what it takes. */
export function cueCollector(): CueCollector {
  const readVoice = voiceReader();
  const collected: CueCollector = {
    cues: cueList(),
    wordByWord: false,
    take(text, time, line) {
      if (!mayHaveMarkup(text)) {
        collected.cues.add(text, time, line, undefined);
        return;
      }
      const voiced = readVoice(text);
      if (voiced !== null) {
        collected.cues.add(voiced.text, time, line, voiced.voice);
        return;
      }
      const { parts, hasTimes } = readCueMarkup(text);
      for (const { voice, text: said } of parts) collected.cues.add(said, time, line, voice);
      collected.wordByWord ||= hasTimes;
    },
  };
  return collected;
}

/**
 * The turns of subtitles. Subtitles of one speaker in a row are one turn, from the first start to the last end; where
 * nothing tells who speaks, each is a turn of its own.
 */
export function turnsOfCues(
  { cues, wordByWord }: Pick<CueCollector, "cues" | "wordByWord">,
  file: string,
  issues: IssueList,
): DraftTurn[] {
  if (cues.isFull()) {
    issues.add("too-large", `The file has more than ${MOST_PIECES} subtitles; no recording has.`, {
      hint: "Split it into files of one interview each.",
      place: { file },
    });
    return [];
  }
  const { texts, repeated } = unroll(cues.texts, wordByWord);
  if (repeated > 0) {
    issues.add("repeated-captions", `${repeated} lines are shown twice, as rolling captions do; they are read once.`, {
      hint: "If people did say all this twice, write the transcript as plain text.",
      place: { file },
    });
  }
  const joiner = pieceJoiner();
  speakersOfCues(cues, texts, joiner.add);
  return joiner.finish();
}
