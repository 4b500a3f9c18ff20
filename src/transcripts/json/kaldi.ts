import {
  isRecord,
  type JsonRecord,
  recordAt,
  records,
  recordsAt,
  secondsOf,
  spanFrom,
  speakerLabel,
  textAt,
} from "./shape";
import { piecesOfWords, type Span, type Speech, speakerAt, type Token } from "./speech";

/** Kaldi as the BBC runs it (words with their punctuation, and a segmentation by speaker) and Vosk (result lists of words). */
export function readKaldi(value: unknown): Speech | null {
  return readBbc(value) ?? readVosk(value);
}

function readBbc(value: unknown): Speech | null {
  if (!isRecord(value)) return null;
  const holder = recordAt(value, "retval") ?? value;
  const words = recordsAt(holder, "words");
  if (!words?.every((word) => typeof word.word === "string" && "start" in word && "end" in word)) return null;
  const segments = recordsAt(recordAt(holder, "segmentation"), "segments") ?? [];
  const spans = segments.flatMap((segment): Span[] => {
    const start = secondsOf(segment.start);
    const length = secondsOf(segment.duration);
    const speaker = recordAt(segment, "speaker");
    const label = speakerLabel(speaker?.["@id"] ?? speaker?.id ?? segment.speaker);
    return start === null ? [] : [{ time: [start, length === null ? null : start + length], label }];
  });
  const speaker = speakerAt(spans);
  const tokens = words.map((word): Token => {
    const time = spanFrom(word.start, word.end);
    return {
      text: textAt(word, "punct") || textAt(word, "word"),
      time,
      label: speakerLabel(word.speaker) || speaker(time),
    };
  });
  const facts = [
    { from: value, without: ["retval", ...WORDS] },
    ...(holder === value ? [] : [{ from: holder, without: WORDS }]),
  ];
  return { pieces: piecesOfWords(tokens), speakers: speakersOf(holder), facts };
}

const WORDS = ["words", "punct", "segmentation", "text"];

function speakersOf(holder: JsonRecord): NonNullable<Speech["speakers"]> {
  const listed = recordsAt(recordAt(holder, "segmentation"), "speakers") ?? [];
  return listed.flatMap((each) => {
    const label = speakerLabel(each["@id"]);
    const gender = textAt(each, "gender");
    return label === "" ? [] : [{ label, attributes: gender === "" ? {} : { gender } }];
  });
}

function readVosk(value: unknown): Speech | null {
  const parts = Array.isArray(value) ? records(value) : isRecord(value) && "result" in value ? [value] : undefined;
  if (!parts?.some((part) => isVoskList(part.result))) return null;
  if (!parts.every((part) => isVoskList(part.result) || typeof part.text === "string")) return null;
  return {
    pieces: parts.flatMap((part) =>
      piecesOfWords(
        (records(part.result) ?? []).map(
          (word): Token => ({ text: textAt(word, "word"), time: spanFrom(word.start, word.end), label: "" }),
        ),
      ),
    ),
    facts: [],
  };
}

function isVoskList(value: unknown): boolean {
  return records(value)?.every((word) => typeof word.word === "string" && "conf" in word) ?? false;
}
