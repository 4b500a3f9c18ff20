import { decodeSingleByte } from "../text/code-pages";
import { type ByteView, byteView, type CompoundFile } from "./compound-file";
import { type PropertyRun, propertyRuns } from "./word-properties";

/** The text of a binary Word document as its file has it: with control characters, and parts one behind the other. */
export interface BinaryText {
  readonly pieces: readonly Piece[];
  /** Lengths of the parts in characters, in the order of the file. */
  readonly parts: readonly { readonly what: PartName; readonly length: number }[];
  /** Properties of characters and paragraphs; none for Word 6 and 95. */
  readonly characters: readonly PropertyRun[];
  readonly paragraphs: readonly PropertyRun[];
}

/** A stretch of text and where it stands in the main stream. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  /** Bytes a character has there. */
  readonly width: 1 | 2;
}

export type PartName = "body" | "Footnote" | "Header or footer" | "macros" | "Comment" | "Endnote" | "Text box";

/** Why a binary Word document cannot be read. */
export type BinaryProblem = "no Word" | "too old" | "encrypted" | "broken" | "too large";

const WORD_97 = 0xa5ec;
const WORD_95 = 0xa5dc;
const PARTS: readonly PartName[] = [
  "body",
  "Footnote",
  "Header or footer",
  "macros",
  "Comment",
  "Endnote",
  "Text box",
  "Text box",
];
// Two hundred hours of talk have fewer. Each stretch of letters that look alike costs as much as many letters.
const MOST_LETTERS = 10_000_000;
const MOST_RUNS = 1_000_000;
const MOST_ENDS = 500_000;
const COMPRESSED = 0x40000000;

/** Reads the text of a binary Word document: of Word 6, 95 and 97 to 2003. Offsets by [MS-DOC] 2.5. */
export function readBinary(file: CompoundFile): BinaryText | BinaryProblem {
  const stream = file.stream("WordDocument");
  if (stream === null) return "no Word";
  const main = byteView(stream);
  const version = main.u16(0);
  if (version !== WORD_97 && version !== WORD_95) return main.u16(2) < 101 ? "too old" : "broken";
  const flags = main.u16(10);
  if ((flags & 0x0100) !== 0) return "encrypted";
  const isNew = version === WORD_97;
  const lengthsAt = isNew ? 0x4c : 0x34;
  const parts = PARTS.map((what, index) => ({ what, length: main.u32(lengthsAt + index * 4) }));
  // Word 95 keeps its tables in the main stream.
  const tables = isNew ? file.stream((flags & 0x0200) !== 0 ? "1Table" : "0Table") : stream;
  const table = byteView(tables ?? new Uint8Array());
  const index = isNew ? 0x01a2 : 0x0160;
  const isComplex = isNew || (flags & 0x0004) !== 0;
  const found = isComplex ? readPieces(main, table, { at: main.u32(index), length: main.u32(index + 4), isNew }) : [];
  const pieces = found !== null && found.length > 0 ? found : [wholeText(main)];
  if (found === null || pieces.some(({ text }) => text.length > MOST_LETTERS) || endsIn(pieces) > MOST_ENDS)
    return "too large";
  const runs = (offset: number, of: "characters" | "paragraphs"): PropertyRun[] =>
    isNew ? propertyRuns(main, table, { at: main.u32(offset), length: main.u32(offset + 4), of, most: MOST_RUNS }) : [];
  const characters = runs(0xfa, "characters");
  const paragraphs = runs(0x102, "paragraphs");
  if (Math.max(characters.length, paragraphs.length) > MOST_RUNS) return "too large";
  return { pieces, parts, characters, paragraphs };
}

/** How many paragraphs, cells and pages end in these pieces. */
function endsIn(pieces: readonly Piece[]): number {
  let count = 0;
  for (const { text } of pieces) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x0d || code === 0x07 || code === 0x0c) count++;
    }
  }
  return count;
}

/** The text of a file that was not saved in pieces. */
function wholeText(main: ByteView): Piece {
  const start = main.u32(0x18);
  const end = Math.min(main.u32(0x1c), main.bytes.length);
  return { text: bytesAsText(main, start, end), start, width: 1 };
}

/** The pieces of the text, none if there is no table of them; null if they hold more than can be read. */
function readPieces(
  main: ByteView,
  table: ByteView,
  { at: from, length, isNew }: { at: number; length: number; isNew: boolean },
): Piece[] | null {
  const stop = Math.min(from + length, table.bytes.length);
  let at = from;
  // Properties that pieces share stand before their table.
  while (at < stop && table.u8(at) === 1) at += 3 + table.u16(at + 1);
  if (at >= stop || table.u8(at) !== 2) return [];
  const count = Math.floor((Math.min(table.u32(at + 1), stop - at - 5) - 4) / 12);
  const pieces: Piece[] = [];
  let left = main.bytes.length;
  let letters = 0;
  for (let index = 0; index < count; index++) {
    const characters = table.u32(at + 9 + index * 4) - table.u32(at + 5 + index * 4);
    const place = table.u32(at + 5 + (count + 1) * 4 + index * 8 + 2);
    const isNarrow = !isNew || (place & COMPRESSED) !== 0;
    const start = !isNew ? place : isNarrow ? (place & ~COMPRESSED) / 2 : place;
    const width = isNarrow ? 1 : 2;
    // Pieces that overlap cannot be; what they hold together is not more than the file.
    if (characters < 0 || characters * width > left || start + characters * width > main.bytes.length) continue;
    left -= characters * width;
    letters += characters;
    if (letters > MOST_LETTERS) return null;
    const end = start + characters * width;
    pieces.push({ text: isNarrow ? bytesAsText(main, start, end) : wideText(main, start, end), start, width });
  }
  return pieces;
}

const LETTERS = Array.from({ length: 256 }, (_, byte) => decodeSingleByte(1252, [byte]) ?? "\ufffd");

function bytesAsText(main: ByteView, start: number, end: number): string {
  const letters: string[] = [];
  for (let at = start; at < end; at++) letters.push(LETTERS[main.u8(at)] ?? "");
  return letters.join("");
}

function wideText(main: ByteView, start: number, end: number): string {
  const letters: string[] = [];
  for (let at = start; at + 1 < end; at += 2) letters.push(String.fromCharCode(main.u16(at)));
  return letters.join("");
}
