import { canonicalText } from "../text/canonical";
import type { DocumentBuilder, DocumentText } from "../transcripts/document";
import { documentBuilder } from "../transcripts/document-builder";
import type { BinaryText } from "./word-binary";
import { type PropertyRun, runFinder } from "./word-properties";

const CELL = "\x07";
const LINE = "\v";
const PAGE = "\f";
const FIELD = "\x13";
const FIELD_RESULT = "\x14";
const FIELD_END = "\x15";
const MOST_FIELDS = 50;

/** A stretch of words that look alike. */
interface Stretch {
  readonly words: string;
  readonly run: PropertyRun;
  /** Offset of its end in the main stream. */
  readonly last: number;
}

/** The paragraphs and tables of a binary Word document; all its other parts are asides. */
export function binaryDocument(text: BinaryText): DocumentText {
  const builder = documentBuilder();
  const parts = stretchesOf(text);
  const write = bodyWriter(builder, text);
  for (const stretch of parts[0]?.stretches ?? []) {
    if (builder.isFull()) break;
    write(stretch);
  }
  write(null);
  for (const { what, stretches } of parts.slice(1)) {
    if (what === "macros") continue;
    const words = stretches.map((stretch) => stretch.words).join("");
    for (const line of shown(words, [])
      .replaceAll(CELL, "\n")
      .split(/[\n\r\f]/))
      builder.aside(what, line.replace(/\s+/g, " "));
  }
  return builder.finish();
}

/** The text of each part, cut where a paragraph or cell ends and where the look changes. */
function stretchesOf({ pieces, parts, characters }: BinaryText): { what: string; stretches: Stretch[] }[] {
  const findRun = runFinder(characters);
  const found = parts.map(({ what }) => ({ what, stretches: [] as Stretch[] }));
  let part = 0;
  let left = parts[0]?.length ?? 0;
  for (const { text, start, width } of pieces) {
    let at = 0;
    while (at < text.length && part < parts.length) {
      if (left === 0) {
        part++;
        left = parts[part]?.length ?? 0;
        continue;
      }
      const run = findRun(start + at * width);
      const change = Math.max(at + 1, Math.ceil((run.end - start) / width));
      const limit = Math.min(text.length, at + left, change);
      const end = endOfStretch(text, at, limit);
      found[part]?.stretches.push({ words: text.slice(at, end), run, last: start + (end - 1) * width });
      left -= end - at;
      at = end;
    }
  }
  return found;
}

/** The offset behind the next end of a paragraph, cell or page; the limit if there is none. */
function endOfStretch(text: string, start: number, limit: number): number {
  for (let at = start; at < limit; at++) {
    const letter = text[at];
    if (letter === "\r" || letter === CELL || letter === PAGE) return at + 1;
  }
  return limit;
}

/** Writes stretches as paragraphs and cells; null ends the document. */
function bodyWriter(builder: DocumentBuilder, { paragraphs }: BinaryText): (stretch: Stretch | null) => void {
  const findParagraph = runFinder(paragraphs);
  const fields: boolean[] = [];
  let waiting: { words: string; bold: boolean }[] = [];
  let inTable = false;
  let inCell = false;
  const flush = (): void => {
    for (const { words, bold } of waiting) {
      builder.bold(bold);
      builder.text(words);
    }
    waiting = [];
    builder.endParagraph();
  };
  const end = (letter: string, last: number): void => {
    const properties = findParagraph(last);
    if (properties.inTable) {
      if (!inTable) builder.openTable();
      inTable = true;
      if (properties.rowEnd) {
        waiting = [];
        builder.openRow();
        inCell = false;
        return;
      }
      if (!inCell) builder.openCell();
      inCell = letter !== CELL;
      flush();
      if (!inCell) builder.closeCell();
      return;
    }
    if (inTable) builder.closeTable();
    inTable = false;
    inCell = false;
    flush();
  };
  return (stretch) => {
    if (stretch === null) return flush();
    const { words, run, last } = stretch;
    const letter = words.at(-1) ?? "";
    const isEnd = letter === "\r" || letter === CELL || letter === PAGE;
    const visible = shown(isEnd ? words.slice(0, -1) : words, fields);
    if (run.deleted) builder.aside("Deleted", visible);
    else if (run.hidden) builder.aside("Hidden", visible);
    else if (visible !== "") waiting.push({ words: visible, bold: run.bold });
    // No code goes over the end of a paragraph; one that does is broken, and hides nothing more.
    if (isEnd) fields.fill(false);
    // A paragraph whose end is deleted goes on in the next one.
    if (isEnd && !(run.deleted && letter === "\r")) end(letter, last);
  };
}

/**
 * Words without codes of fields, marks of notes and pictures. `fields` holds, for each field that is open, whether its code is
 * still to end: a field may begin in one stretch and end in another.
 */
function shown(words: string, fields: boolean[]): string {
  const visible: string[] = [];
  for (const letter of words) {
    if (letter === FIELD && fields.length < MOST_FIELDS) fields.push(true);
    else if (letter === FIELD_RESULT && fields.length > 0) fields[fields.length - 1] = false;
    else if (letter === FIELD_END) fields.pop();
    else if (!fields.includes(true)) visible.push(plain(letter));
  }
  return canonicalText(visible.join(""));
}

function plain(letter: string): string {
  if (letter === LINE || letter === "\x0e") return "\n";
  if (letter === "\x1e") return "-";
  if (letter === "\t" || letter === "\r" || letter === CELL || letter === PAGE || letter >= " ") return letter;
  return "";
}
