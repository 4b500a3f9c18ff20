import type { Piece } from "../pieces";
import { bestOf, isRecord, type JsonRecord, recordsAt, secondsOf, spanFrom, speakerLabel, textAt } from "./shape";
import { piecesOfWords, type Speech, type Token } from "./speech";

/** IBM Watson: results with time stamps of words, and speaker labels by the time a word starts; also wrapped in results. */
export function readIbm(value: unknown): Speech | null {
  if (!isRecord(value)) return null;
  const outer = recordsAt(value, "results");
  const answers = outer?.every((each) => recordsAt(each, "results") !== undefined) ? outer : [value];
  const results = answers.flatMap((each) => recordsAt(each, "results") ?? []);
  const isIbm = results.length > 0 && results.every((each) => isRecord(bestOf(each)));
  if (!isIbm || !results.some((each) => Array.isArray(bestOf(each)?.timestamps))) return null;
  const labels = new Map<number, string>();
  for (const { from, speaker } of answers.flatMap((each) => recordsAt(each, "speaker_labels") ?? [])) {
    const start = secondsOf(from);
    if (start !== null) labels.set(start, speakerLabel(speaker));
  }
  const facts = [
    { from: value, without: ["results", "speaker_labels"] },
    ...(outer === answers ? outer.map((from) => ({ from, without: ["results", "speaker_labels"] })) : []),
  ];
  return { pieces: results.flatMap((result) => piecesOfResult(result, labels)), facts };
}

function piecesOfResult(result: JsonRecord, labels: ReadonlyMap<number, string>): Piece[] {
  const best = bestOf(result);
  const stamps = Array.isArray(best?.timestamps) ? best.timestamps : [];
  const tokens = stamps.flatMap((stamp): Token[] => {
    if (!Array.isArray(stamp) || typeof stamp[0] !== "string") return [];
    const time = spanFrom(stamp[1], stamp[2]);
    return [{ text: stamp[0], time, label: labels.get(time?.[0] ?? -1) ?? "" }];
  });
  if (tokens.length > 0) return piecesOfWords(tokens);
  return [{ label: "", words: textAt(best, "transcript"), line: null }];
}
