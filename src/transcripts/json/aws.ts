import type { Piece } from "../pieces";
import {
  bestOf,
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
import { piecesOfWords, type Speech, type Token } from "./speech";

/** Amazon Transcribe: items with alternatives; speakers or channels stand in the items or in a list beside them. */
export function readAws(value: unknown): Speech | null {
  const results = recordAt(value, "results");
  const items = records(Array.isArray(value) ? value : results?.items);
  if (items === undefined || !items.every(isItem)) return null;
  const facts = isRecord(value) ? [{ from: value, without: ["results"] }] : [];
  const rest = results === undefined ? [] : [{ from: results, without: REPEATED }];
  const segments = recordsAt(results, "audio_segments");
  const isLabelled = segments?.every((each) => hasText(each, "transcript") && labelOf(each) !== "") ?? false;
  const pieces =
    segments !== undefined && isLabelled ? segments.map(pieceOfSegment) : piecesOfWords(tokensOf(items, results));
  return { pieces, facts: [...facts, ...rest] };
}

const REPEATED = ["items", "transcripts", "audio_segments", "speaker_labels", "channel_labels", "segments"];

function isItem(item: JsonRecord): boolean {
  return Array.isArray(item.alternatives) && (item.type === "pronunciation" || item.type === "punctuation");
}

function labelOf(item: JsonRecord): string {
  return speakerLabel(item.speaker_label) || speakerLabel(item.channel_label);
}

function pieceOfSegment(segment: JsonRecord): Piece {
  const time = spanFrom(segment.start_time, segment.end_time);
  return { ...voiced(labelOf(segment)), words: textAt(segment, "transcript"), ...timed(time), line: null };
}

function tokensOf(items: readonly JsonRecord[], results: JsonRecord | undefined): Token[] {
  const labels = labelsByStart(results);
  let label = "";
  return items.map((item) => {
    const attached = item.type === "punctuation";
    // Punctuation has no time, and the speaker of the word before it.
    if (!attached) label = labelOf(item) || (labels.get(Number(item.start_time)) ?? "");
    return { text: textAt(bestOf(item), "content"), time: spanFrom(item.start_time, item.end_time), label, attached };
  });
}

/** Who speaks the word that starts at a time. */
function labelsByStart(results: JsonRecord | undefined): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  const segments = recordsAt(recordAt(results, "speaker_labels"), "segments") ?? [];
  const channels = recordsAt(recordAt(results, "channel_labels"), "channels") ?? [];
  for (const group of [...channels, ...segments]) {
    for (const item of records(group.items) ?? []) {
      labels.set(Number(item.start_time), speakerLabel(item.speaker_label) || labelOf(group));
    }
  }
  return labels;
}
