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
} from "./shape";
import { joinWords, piecesOfWords, type Speech, type Token } from "./speech";

// Programs in which people correct transcripts. Their paragraphs are turns that somebody made, and are not joined.

/** Digital paper edit: words in one list, and paragraphs with a speaker in another, which belong together by time. */
export function readDigitalPaperEdit(value: unknown): Speech | null {
  const words = recordsAt(value, "words");
  const paragraphs = recordsAt(value, "paragraphs");
  if (!isRecord(value) || words === undefined || paragraphs === undefined) return null;
  if (!words.every((word) => typeof word.text === "string" && "start" in word)) return null;
  if (!paragraphs.every((each) => "start" in each && "end" in each)) return null;
  const spans = paragraphs.map((each) => ({ time: spanFrom(each.start, each.end), label: speakerLabel(each.speaker) }));
  const pieces: Piece[] = [];
  let open: { paragraph: number; tokens: Token[] } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const span = spans[open.paragraph];
    const [spoken] = piecesOfWords(open.tokens);
    const label = span?.label ?? "";
    if (spoken !== undefined)
      pieces.push({ label, words: spoken.words, ...timed(span?.time ?? spoken.time), line: null });
    open = undefined;
  };
  let at = 0;
  for (const word of words) {
    const time = spanFrom(word.start, word.end);
    const start = time?.[0] ?? 0;
    while (at < spans.length && (spans[at]?.time?.[1] ?? -1) < start) at++;
    // A word between two paragraphs is in none: it is a turn of its own, by nobody.
    const paragraph = at < spans.length && (spans[at]?.time?.[0] ?? 0) <= start ? at : -1;
    if (open?.paragraph !== paragraph) close();
    open ??= { paragraph, tokens: [] };
    open.tokens.push({ text: textAt(word, "text"), time, label: "" });
  }
  close();
  return { pieces, facts: [{ from: value, without: ["words", "paragraphs"] }] };
}

/** Draft.js: blocks of text whose data tell speaker and time. */
export function readDraftJs(value: unknown): Speech | null {
  const blocks = recordsAt(value, "blocks");
  if (!isRecord(value) || !blocks?.every((block) => hasText(block, "text")) || !("entityMap" in value)) return null;
  const pieces = blocks.map((block): Piece => {
    const data = recordAt(block, "data");
    const last = records(data?.words)?.at(-1);
    const time = spanFrom(data?.start, last?.end ?? data?.end);
    return { label: speakerLabel(data?.speaker), words: textAt(block, "text"), ...timed(time), line: null };
  });
  return { pieces, facts: [{ from: value, without: ["blocks", "entityMap"] }] };
}

/** autoEdit 2: a list of speakers' texts, made of paragraphs, made of lines of words. */
export function readAutoEdit(value: unknown): Speech | null {
  const texts = recordsAt(value, "text");
  if (!isRecord(value) || !texts?.every((each) => recordsAt(each, "paragraph") !== undefined)) return null;
  const pieces = texts.flatMap((text) =>
    (recordsAt(text, "paragraph") ?? []).map((paragraph): Piece => {
      const words = recordsAt(paragraph, "line") ?? [];
      const time = spanFrom(paragraph.startTime, paragraph.endTime);
      return {
        label: speakerLabel(text.speaker),
        words: joinWords(words.map((word) => ({ text: textAt(word, "text") }))),
        ...timed(time),
        line: null,
      };
    }),
  );
  return { pieces, facts: [{ from: value, without: ["text"] }] };
}

/** Rev: monologues of elements that bring their own blanks. */
export function readRev(value: unknown): Speech | null {
  const monologues = recordsAt(value, "monologues");
  if (!isRecord(value) || !monologues?.every((each) => recordsAt(each, "elements") !== undefined)) return null;
  const names = new Map((recordsAt(value, "speakers") ?? []).map((each) => [each.id, textAt(each, "name")]));
  const pieces = monologues.map((each): Piece => {
    const elements: readonly JsonRecord[] = recordsAt(each, "elements") ?? [];
    const stamped = elements.filter((element) => "ts" in element || "timestamp" in element);
    const first = stamped[0];
    const last = stamped.at(-1);
    const time = spanFrom(first?.ts ?? first?.timestamp, last?.end_ts ?? last?.end_timestamp);
    const words = elements.map((element) => textAt(element, "value")).join("");
    return { label: names.get(each.speaker) || speakerLabel(each.speaker), words, ...timed(time), line: null };
  });
  return { pieces, facts: [{ from: value, without: ["monologues", "speakers"] }] };
}
