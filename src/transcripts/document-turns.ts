import type { Range } from "../model/range";
import { type DocumentText, GAP } from "./document";
import { missingSigns, type Sign } from "./document-labels";
import { type DocumentLines, documentLines, lineLength } from "./document-lines";
import { takeTurns } from "./plain-text";
import type { DraftTurn } from "./reading";
import { readStamp } from "./times";
import { isWhiteSpace } from "./white-space";

const LETTER = /[\p{L}\p{N}]/u;

/** The turns of a stretch of a document, and what is in none of them. */
export interface Spoken {
  readonly turns: readonly DraftTurn[];
  readonly remainder: readonly string[];
}

/** A text written for lines, and the signs in it that the document does not have. */
interface WrittenLines {
  readonly text: string;
  /** In order, not overlapping. */
  readonly signs: readonly Range[];
}

/** The turns of stretches of a document's pieces, from its paragraphs, as of plain text that says what they show by their looks. */
export function spokenInParagraphs(
  document: DocumentText,
  stretches: readonly Range[],
  known: ReadonlySet<string>,
): Spoken {
  const lines = documentLines(document, stretches);
  const signs = missingSigns(lines);
  const written = writeLines(lines, signs);
  const { text } = written;
  const lineOf = lineFinder(lines, signs);
  const unsigned = signRemover(written);
  const turns: DraftTurn[] = [];
  const remainder: string[] = [];
  let at = 0;
  const leave = (from: number, to: number, label: string, isTimed: boolean): void => {
    if (isBare(text, from, to, label)) return;
    const words = unsigned(from, to);
    const head = label === "" ? -1 : words.lastIndexOf(label);
    const above = head < 0 ? words : words.slice(0, head);
    const beside = head < 0 ? "" : words.slice(head + label.length);
    if (!LETTER.test(above) && !LETTER.test(beside)) return;
    for (const each of `${above}\n${beside}`.split("\n")) {
      const rest = (isTimed ? withoutStamp(each) : each).trim();
      if (LETTER.test(rest)) remainder.push(rest);
    }
  };
  takeTurns(text, known, (start, end, label, time) => {
    leave(at, start, label, time !== undefined);
    const words = trimmed(unsigned(start, end));
    const line = lineOf(start);
    turns.push(time === undefined ? { label, words, line } : { label, words, time, line });
    at = end;
  });
  leave(at, text.length, "", false);
  return { turns, remainder };
}

/** What `trim` gives, which takes its time: nearly all words have no white space at their ends. */
function trimmed(words: string): string {
  return isWhiteSpace(words.charCodeAt(0)) || isWhiteSpace(words.charCodeAt(words.length - 1)) ? words.trim() : words;
}

/** True if a stretch holds a label at most, and signs around it: nearly every stretch between two turns. */
function isBare(text: string, start: number, end: number, label: string): boolean {
  const head = label === "" ? -1 : start + text.slice(start, end).lastIndexOf(label);
  for (let at = start; at < end; at++) {
    if (at === head) at += label.length;
    const code = text.charCodeAt(at);
    if (
      at < end &&
      (code >= 0x80 || (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a))
    ) {
      return false;
    }
  }
  return true;
}

/** What stands before a line but the first one. */
function gapBefore({ opens }: DocumentLines, line: number): string {
  return line === 0 ? "" : opens[line] === 1 ? GAP : "\n";
}

/** The lines below each other, a blank one before each paragraph, with the signs that they need. */
function writeLines(lines: DocumentLines, signs: readonly Sign[]): WrittenLines {
  const { document, starts, ends } = lines;
  const parts: string[] = [];
  const places: Range[] = [];
  let next = 0;
  let length = 0;
  // Lines that stand in the document's text as they are to be written are taken from it as one.
  let from = starts[0] ?? 0;
  let to = from;
  const take = (): void => {
    parts.push(document.text.slice(from, to));
    length += to - from;
  };
  for (let line = 0; line < lines.count; line++) {
    const start = starts[line] ?? 0;
    const gap = gapBefore(lines, line);
    if (to + gap.length !== start) {
      take();
      parts.push(gap);
      length += gap.length;
      from = start;
    }
    const sign = signs[next];
    if (sign?.index === line) {
      next++;
      to = start + sign.at;
      take();
      places.push({ start: length, end: length + sign.text.length });
      parts.push(sign.text);
      length += sign.text.length;
      from = to;
    }
    to = ends[line] ?? 0;
  }
  take();
  return { text: parts.length === 1 ? (parts[0] ?? "") : parts.join(""), signs: places };
}

/** Tells the line of the file of offsets of the written text; they are asked for in order. */
function lineFinder(lines: DocumentLines, signs: readonly Sign[]): (offset: number) => number | null {
  let line = 0;
  let sign = 0;
  let end = 0;
  const addLine = (): void => {
    end += gapBefore(lines, line).length + lineLength(lines, line);
    const own = signs[sign];
    if (own?.index !== line) return;
    end += own.text.length;
    sign++;
  };
  addLine();
  return (offset) => {
    while (end <= offset && line + 1 < lines.count) {
      line++;
      addLine();
    }
    return lines.document.lines[lines.lines[line] ?? -1] || null;
  };
}

/** Gives stretches of the text as the document has them; stretches are asked for in order. */
function signRemover({ text, signs }: WrittenLines): (start: number, end: number) => string {
  let next = 0;
  return (start, end) => {
    while ((signs[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    let words = "";
    let at = start;
    for (let sign = signs[next]; sign !== undefined && sign.start < end; sign = signs[next]) {
      words += text.slice(at, Math.max(at, sign.start));
      at = Math.min(sign.end, end);
      if (sign.end > end) break;
      next++;
    }
    return at === start && words === "" ? text.slice(start, end) : words + text.slice(at, end);
  };
}

/** A line without its first time stamp, which the turn has as its time. */
function withoutStamp(line: string): string {
  for (const { index } of line.matchAll(/[[(<]?\d/g)) {
    const stamp = readStamp(line, index);
    if (stamp !== null) return `${line.slice(0, index)} ${line.slice(stamp.end)}`;
  }
  return line;
}
