import type { Piece } from "../pieces";
import {
  bestOf,
  isRecord,
  type JsonRecord,
  recordAt,
  records,
  recordsAt,
  secondsOf,
  spanFrom,
  speakerLabel,
  textAt,
  timed,
} from "./shape";
import { piecesOfWords, type Speech, type Token } from "./speech";

/**
 * Google Speech-to-Text, first and second version: results with alternatives, of which the first is taken. With speakers,
 * the last result of the first version says all words once more, and is the only one taken.
 */
export function readGoogle(value: unknown): Speech | null {
  if (!isRecord(value)) return null;
  const holder = [value, recordAt(value, "response") ?? {}].find((each) => recordsAt(each, "results") !== undefined);
  const results = recordsAt(holder, "results");
  if (holder === undefined || !results?.every(isResult)) return null;
  const facts = [
    { from: value, without: ["results", "response"] },
    ...(holder === value ? [] : [{ from: holder, without: ["results"] }]),
  ];
  const last = results.at(-1);
  const repeats =
    last !== undefined && results.length > 1 && startOf(last) !== null && startOf(last) === startOf(results[0]);
  const taken = repeats ? [last] : results;
  return { pieces: taken.flatMap(piecesOfResult), facts };
}

function isResult(result: JsonRecord): boolean {
  const best = bestOf(result);
  // The last result may have no alternative, only its end.
  if (best === undefined) return "resultEndTime" in result || "resultEndOffset" in result || "languageCode" in result;
  return ("transcript" in best || "words" in best) && !("timestamps" in best) && !("content" in best);
}

function startOf(result: JsonRecord | undefined): number | null {
  const first = result === undefined ? undefined : records(bestOf(result)?.words)?.[0];
  return first === undefined ? null : secondsOf(first.startTime ?? first.startOffset);
}

function piecesOfResult(result: JsonRecord): Piece[] {
  const best = bestOf(result);
  if (best === undefined) return [];
  const channel = typeof result.channelTag === "number" && result.channelTag > 1 ? `Channel ${result.channelTag}` : "";
  const words = (records(best.words) ?? []).map(
    (word): Token => ({
      text: textAt(word, "word"),
      time: spanFrom(word.startTime ?? word.startOffset, word.endTime ?? word.endOffset),
      label: word.speakerTag === 0 ? channel : speakerLabel(word.speakerLabel ?? word.speakerTag) || channel,
    }),
  );
  if (words.some((word) => word.label !== "")) return piecesOfWords(words);
  const [piece] = piecesOfWords(words);
  const transcript = textAt(best, "transcript");
  if (transcript.trim() === "") return piece === undefined ? [] : [piece];
  return [{ label: "", words: transcript, ...timed(piece?.time), line: null }];
}
