import { intersection, type Range } from "../model/range";
import type { Transcript, Turn } from "../model/transcript";
import { turnFinder } from "../study/passages";
import type { Study } from "../study/study";
import { SPEAKERS } from "./quote-context";
import { OMISSION } from "./quote-text";

/**
 * The words of a stretch on one line, and which participants speak in it. Where several people speak each turn begins with
 * who does: names in transcripts are often real ones, so it is the printed label. "[...]" stands for words of participants
 * who are not to be quoted, or who are not in the study since it was narrowed.
 */
export function placeWords(study: Study, transcript: Transcript, range: Range): { label: string; quote: string } {
  const people = new Map(study.participants.map((each) => [each.id, each]));
  const turns = turnFinder(transcript.turns)(range);
  const nameOf = ({ speaker, role }: Turn): string =>
    (speaker === null ? undefined : people.get(speaker)?.label) ?? SPEAKERS[role];
  const wordsOf = (turn: Turn): string => {
    if (turn.speaker !== null && people.get(turn.speaker)?.quotable !== true) return OMISSION;
    const { start, end } = intersection(turn, range) ?? range;
    return transcript.text.slice(start, end).trim().replace(/\s+/gu, " ");
  };
  const speaking = turns.flatMap(({ speaker }) => (speaker === null ? [] : (people.get(speaker)?.label ?? [])));
  const several = new Set(turns.map(nameOf)).size > 1;
  return {
    label: [...new Set(speaking)].join(", "),
    quote:
      turns.length === 0
        ? transcript.text.slice(range.start, range.end).trim().replace(/\s+/gu, " ")
        : turns.map((turn) => (several ? `${nameOf(turn)}: ${wordsOf(turn)}` : wordsOf(turn))).join(" "),
  };
}
