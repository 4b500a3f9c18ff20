import { isRecord, type JsonRecord, records, recordsAt, secondsOf, spanFrom, speakerLabel, textAt } from "./shape";
import { piecesOfWords, type Span, type Speech, speakerAt, type Token } from "./speech";

/** Speechmatics, first version (words, and speakers as a list of spans) and second (results with alternatives). */
export function readSpeechmatics(value: unknown): Speech | null {
  return isRecord(value) ? (readFirst(value) ?? readSecond(value)) : null;
}

function readFirst(value: JsonRecord): Speech | null {
  const words = recordsAt(value, "words");
  if (!words?.every((word) => typeof word.name === "string" && "time" in word && "duration" in word)) return null;
  const spans = (recordsAt(value, "speakers") ?? []).flatMap((span): Span[] => {
    const time = spanWithDuration(span);
    return time === undefined ? [] : [{ time, label: speakerLabel(span.name) }];
  });
  const speaker = speakerAt(spans);
  const tokens = words.map((word): Token => {
    const time = spanWithDuration(word);
    return { text: textAt(word, "name"), time, label: speaker(time) };
  });
  return { pieces: piecesOfWords(tokens), facts: [{ from: value, without: ["words", "speakers"] }] };
}

function spanWithDuration({ time, duration }: JsonRecord): readonly [number, number | null] | undefined {
  const start = secondsOf(time);
  if (start === null) return undefined;
  const length = secondsOf(duration);
  return [start, length === null ? null : Math.round((start + length) * 1000) / 1000];
}

const TYPES = new Set(["word", "punctuation", "speaker_change", "entity"]);

function readSecond(value: JsonRecord): Speech | null {
  const results = recordsAt(value, "results");
  if (!results?.every((each) => typeof each.type === "string" && TYPES.has(each.type))) return null;
  if (!results.some((each) => Array.isArray(each.alternatives))) return null;
  const tokens = results.flatMap((each): Token[] => {
    const best = records(each.alternatives)?.[0];
    if (best === undefined) return [];
    const label = speakerLabel(best.speaker) || speakerLabel(each.channel);
    const attached = each.attaches_to === "previous" || (each.type === "punctuation" && each.attaches_to === undefined);
    return [{ text: textAt(best, "content"), time: spanFrom(each.start_time, each.end_time), label, attached }];
  });
  return { pieces: piecesOfWords(tokens), facts: [{ from: value, without: ["results"] }] };
}
