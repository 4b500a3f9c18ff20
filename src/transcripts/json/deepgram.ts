import { type Piece, spanOf } from "../pieces";
import {
  bestOf,
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
import { piecesOfWords, type Speech, type Token } from "./speech";

/**
 * Deepgram: channels with alternatives, of which the first is taken. Utterances are taken first, as they hold all channels
 * in the order of time; else paragraphs; else words.
 */
export function readDeepgram(value: unknown): Speech | null {
  const results = recordAt(value, "results");
  const channels = recordsAt(results, "channels");
  if (!isRecord(value) || results === undefined || channels === undefined) return null;
  if (!channels.every((channel) => records(channel.alternatives) !== undefined)) return null;
  const utterances = recordsAt(results, "utterances");
  const several = channels.length > 1;
  const pieces =
    utterances?.map((each) => pieceOfUtterance(each, several)) ??
    inOrder(channels.flatMap((channel, index) => piecesOfChannel(channel, several ? `Channel ${index + 1}` : "")));
  const facts = [
    { from: value, without: ["results"] },
    { from: results, without: ["channels", "utterances"] },
  ];
  return { pieces, facts };
}

function label(speaker: unknown, channel: string): string {
  return [channel, speakerLabel(speaker)].filter((each) => each !== "").join(", ");
}

function pieceOfUtterance(each: JsonRecord, several: boolean): Piece {
  const channel = several && typeof each.channel === "number" ? `Channel ${each.channel + 1}` : "";
  const time = spanFrom(each.start, each.end);
  return { ...voiced(label(each.speaker, channel)), words: textAt(each, "transcript"), ...timed(time), line: null };
}

function piecesOfChannel(channel: JsonRecord, name: string): Piece[] {
  const best = bestOf(channel);
  const paragraphs = recordsAt(recordAt(best, "paragraphs"), "paragraphs");
  if (paragraphs !== undefined) {
    return paragraphs.map((each) => {
      const sentences = records(each.sentences) ?? [];
      const words = sentences.map((sentence) => textAt(sentence, "text")).join(" ");
      const time = sentences.map((sentence) => spanFrom(sentence.start, sentence.end)).reduce(spanOf, undefined);
      return {
        ...voiced(label(each.speaker, name)),
        words,
        ...timed(spanFrom(each.start, each.end) ?? time),
        line: null,
      };
    });
  }
  const words = records(best?.words) ?? [];
  if (words.length === 0) return [{ ...voiced(name), words: textAt(best, "transcript"), line: null }];
  return piecesOfWords(
    words.map(
      (word): Token => ({
        text: textAt(word, "punctuated_word") || textAt(word, "word"),
        time: spanFrom(word.start, word.end),
        label: label(word.speaker, name),
      }),
    ),
  );
}

/** Pieces of several channels in the order of time. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  return [...pieces].sort((a, b) => (a.time?.[0] ?? 0) - (b.time?.[0] ?? 0));
}
