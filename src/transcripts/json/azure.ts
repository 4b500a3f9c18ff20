import type { Piece } from "../pieces";
import { isRecord, type JsonRecord, records, recordsAt, spanFrom, speakerLabel, textAt, timed, voiced } from "./shape";
import type { Speech } from "./speech";

const TICKS = 10_000_000;

/** Azure Speech: phrases with ticks or milliseconds, of whose readings the best is taken; channels are in `combined...`. */
export function readAzure(value: unknown): Speech | null {
  if (!isRecord(value)) return null;
  const phrases = recordsAt(value, "recognizedPhrases") ?? recordsAt(value, "phrases");
  if (!phrases?.every((each) => records(each.nBest) !== undefined || typeof each.text === "string")) return null;
  const pieces = phrases.map(pieceOfPhrase);
  return {
    pieces,
    facts: [{ from: value, without: ["recognizedPhrases", "phrases", "combinedRecognizedPhrases", "combinedPhrases"] }],
  };
}

function pieceOfPhrase(phrase: JsonRecord): Piece {
  const best = records(phrase.nBest)?.[0];
  const words = textAt(best, "display") || textAt(best, "lexical") || textAt(phrase, "text");
  const ticks = endless(phrase.offsetInTicks, phrase.durationInTicks, TICKS);
  const milliseconds = endless(phrase.offsetMilliseconds, phrase.durationMilliseconds, 1000);
  return { ...voiced(speakerLabel(phrase.speaker)), words, ...timed(ticks ?? milliseconds), line: null };
}

function endless(offset: unknown, duration: unknown, perSecond: number): ReturnType<typeof spanFrom> {
  if (typeof offset !== "number") return undefined;
  return spanFrom(offset, typeof duration === "number" ? offset + duration : null, perSecond);
}
