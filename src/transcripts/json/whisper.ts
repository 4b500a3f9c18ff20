import type { Piece } from "../pieces";
import {
  hasText,
  isRecord,
  type JsonRecord,
  recordAt,
  records,
  recordsAt,
  spanFrom,
  speakerLabel,
  textAt,
  timed,
  voiced,
} from "./shape";
import { joinWords, piecesOfWords, type Speech } from "./speech";

/**
 * Whisper, WhisperX and their like: segments with start, end and text, and perhaps a speaker. Where only the words of a
 * segment have speakers, it is cut between them. Also whisper.cpp, and a text alone.
 */
export function readWhisper(value: unknown): Speech | null {
  if (!isRecord(value)) return null;
  const cpp = recordsAt(value, "transcription");
  if (cpp?.every((each) => hasText(each, "text") && (isRecord(each.timestamps) || isRecord(each.offsets)))) {
    const facts = [{ from: value, without: ["transcription"] }];
    return { pieces: cpp.map(pieceOfCpp), facts };
  }
  const segments = recordsAt(value, "segments");
  if (segments?.every((each) => hasText(each, "text") && "start" in each && "end" in each)) {
    const facts = [{ from: value, without: ["segments", "word_segments", "words", "text"] }];
    return { pieces: segments.flatMap(piecesOfSegment), facts };
  }
  const isTextAlone = hasText(value, "text") && Object.keys(value).every((key) => TEXT_ALONE.has(key));
  if (!isTextAlone) return null;
  const words = textAt(value, "text");
  return {
    pieces: [{ label: "", words, line: null }],
    facts: [{ from: value, without: ["text", "usage", "logprobs"] }],
  };
}

const TEXT_ALONE = new Set(["text", "language", "task", "duration", "usage", "logprobs"]);

function piecesOfSegment(segment: JsonRecord): Piece[] {
  const time = spanFrom(segment.start, segment.end);
  const label = speakerLabel(segment.speaker);
  const text = textAt(segment, "text").trim();
  const piece = (by: string): Piece[] => [{ ...voiced(by), words: text, ...timed(time), line: null }];
  if (label !== "") return piece(label);
  const spoken = (records(segment.words) ?? []).map((word) => ({
    text: textAt(word, "word") || textAt(word, "text"),
    time: spanFrom(word.start, word.end),
    label: speakerLabel(word.speaker),
  }));
  const [first = "", ...others] = new Set(spoken.map((word) => word.label).filter((each) => each !== ""));
  // The words may only replace the text where they say the same.
  const same = (written: string): string => written.replace(/\s+/g, "");
  const isSplit = others.length > 0 && same(joinWords(spoken)) === same(text);
  return isSplit ? piecesOfWords(spoken) : piece(others.length > 0 ? "" : first);
}

function pieceOfCpp(segment: JsonRecord): Piece {
  const offsets = recordAt(segment, "offsets");
  const stamps = recordAt(segment, "timestamps");
  const time = spanFrom(offsets?.from, offsets?.to, 1000) ?? spanFrom(stamps?.from, stamps?.to);
  return { ...voiced(speakerLabel(segment.speaker)), words: textAt(segment, "text"), ...timed(time), line: null };
}
