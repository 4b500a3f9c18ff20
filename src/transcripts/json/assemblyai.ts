import { isRecord, recordsAt, spanFrom, speakerLabel, textAt, timed, voiced } from "./shape";
import { piecesOfWords, type Speech, type Token } from "./speech";

const SIGNS = ["audio_url", "utterances", "language_model", "acoustic_model", "audio_duration", "speaker_labels"];

/** AssemblyAI: a text with words in milliseconds, and utterances where speakers were told apart. */
export function readAssemblyAi(value: unknown): Speech | null {
  if (!isRecord(value) || typeof value.text !== "string" || !SIGNS.some((key) => key in value)) return null;
  const utterances = recordsAt(value, "utterances");
  const words = recordsAt(value, "words");
  if (utterances === undefined && words === undefined) return null;
  if (!(utterances ?? words)?.every((each) => typeof each.text === "string" && typeof each.start === "number"))
    return null;
  const facts = [{ from: value, without: ["text", "words", "utterances"] }];
  if (utterances !== undefined) {
    const pieces = utterances.map((each) => ({
      ...voiced(speakerLabel(each.speaker) || speakerLabel(each.channel)),
      words: textAt(each, "text"),
      ...timed(spanFrom(each.start, each.end, 1000)),
      line: null,
    }));
    return { pieces, facts };
  }
  const tokens = (words ?? []).map(
    (word): Token => ({
      text: textAt(word, "text"),
      time: spanFrom(word.start, word.end, 1000),
      label: speakerLabel(word.speaker),
    }),
  );
  return { pieces: piecesOfWords(tokens), facts };
}
