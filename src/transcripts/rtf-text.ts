import type { ByteDecoder } from "../text/code-pages";
import { asideWords, characterWords, charsetPages, paragraphWords, skippedWords } from "./rtf-words";

/** A paragraph, or a table's row, of a rich text file. */
export interface RtfBlock {
  /** One text for a paragraph, one for each cell of a row. */
  readonly cells: readonly string[];
  readonly isRow: boolean;
  /** Where each line of the paragraph, or each cell of the row, begins in the file (offset in UTF-16 code units). */
  readonly offsets: readonly number[];
}

/** The words of a rich text file. */
export interface RtfText {
  readonly blocks: readonly RtfBlock[];
  /** Running heads, footnotes, comments and text boxes. */
  readonly asides: readonly string[];
  /** Where the first byte stands that no code page explains; null if there is none. */
  readonly unknownByte: number | null;
  /** The code page of that byte. */
  readonly unknownPage: number;
  /** True if the file ends within a group. */
  readonly isCut: boolean;
}

interface State {
  readonly place: "body" | "aside" | "skip" | "fonts";
  /** Where the text behind `\ud` goes, within `\upr`. */
  readonly unicodePlace: "body" | "aside" | "skip" | "fonts";
  /** How many characters stand behind each `\uN` for readers without Unicode. */
  readonly fallback: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inTable: boolean;
  readonly font: number;
}

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const PLAIN = /[^\\{}\r\n]+/y;
const MULTI_BYTE = new Set([932, 936, 949, 950, 1361]);

/** Takes a rich text file apart, in which each character is one byte. It reads any text to its end, whatever it holds. */
export function readRtfText(text: string, decode: ByteDecoder): RtfText {
  const blocks: RtfBlock[] = [];
  const asides: string[] = [];
  const stack: State[] = [];
  const fontPages = new Map<number, number>();
  let state: State = {
    place: "body",
    unicodePlace: "body",
    fallback: 1,
    hidden: false,
    deleted: false,
    inTable: false,
    font: 0,
  };
  let filePage = 1252;
  let unknownByte: number | null = null;
  let unknownPage = 0;
  let at = 0;
  // Characters that are still to be passed over behind \uN.
  let skip = 0;
  let starred = false;
  let bytes: number[] = [];
  let bytesAt = 0;
  let words: string[] = [];
  let offsets: number[] = [];
  let cells: string[] = [];
  let cellOffsets: number[] = [];
  let aside: string[] = [];

  const page = (): number => fontPages.get(state.font) ?? filePage;
  const isSilent = (): boolean => state.place === "skip" || state.place === "fonts" || state.hidden || state.deleted;
  const write = (piece: string): void => {
    if (piece === "" || isSilent()) return;
    if (state.place === "aside") aside.push(piece);
    else {
      if (offsets.length === 0) offsets.push(at);
      words.push(piece);
    }
  };
  const flushBytes = (): void => {
    if (bytes.length === 0) return;
    const decoded = decode(page(), bytes);
    if ((decoded === null || decoded.includes("\ufffd")) && unknownByte === null && !isSilent()) {
      unknownByte = bytesAt;
      unknownPage = page();
    }
    bytes = [];
    write(decoded ?? "\ufffd");
  };
  const addByte = (byte: number): void => {
    if (bytes.length === 0) bytesAt = at;
    bytes.push(byte);
  };
  const paragraphText = (): string => cleaned(words.join(""));
  const breakLine = (): void => {
    if (isSilent()) return;
    if (state.place === "aside") aside.push("\n");
    else if (words.length > 0) {
      words.push("\n");
      offsets.push(at);
    }
  };
  const endParagraph = (): void => {
    if (state.place !== "body" || state.inTable) {
      breakLine();
      return;
    }
    const said = paragraphText();
    if (said.trim() !== "") blocks.push({ cells: [said], isRow: false, offsets });
    words = [];
    offsets = [];
  };
  const endCell = (): void => {
    if (state.place !== "body") {
      write("\t");
      return;
    }
    cells.push(paragraphText().trim());
    cellOffsets.push(offsets[0] ?? at);
    words = [];
    offsets = [];
  };
  const endRow = (): void => {
    if (state.place !== "body") {
      breakLine();
      return;
    }
    if (cells.some((cell) => cell !== "")) blocks.push({ cells, isRow: true, offsets: cellOffsets });
    cells = [];
    cellOffsets = [];
  };
  const endAside = (): void => {
    const said = cleaned(aside.join("")).trim();
    if (said !== "") asides.push(said);
    aside = [];
  };
  const plain = (run: string): void => {
    let from = 0;
    if (skip > 0) {
      from = Math.min(skip, run.length);
      skip -= from;
    }
    if (bytes.length > 0 && from < run.length && MULTI_BYTE.has(page()) && endsInLead(page(), bytes)) {
      addByte(run.charCodeAt(from++) & 0xff);
    }
    if (from >= run.length) return;
    const rest = from === 0 ? run : run.slice(from);
    if (!/[\x80-\xff]/.test(rest)) {
      flushBytes();
      write(rest);
      return;
    }
    for (const unit of rest) {
      const code = unit.charCodeAt(0);
      if (code >= 0x80 && code <= 0xff) addByte(code);
      else if (bytes.length > 0 && MULTI_BYTE.has(page()) && endsInLead(page(), bytes)) addByte(code & 0xff);
      else {
        flushBytes();
        write(unit);
      }
    }
  };
  const open = (word: string): boolean => {
    if (word === "ud") state = { ...state, place: state.unicodePlace };
    else if (word === "upr") state = { ...state, place: "skip", unicodePlace: state.place };
    else if (word === "shptxt" || (asideWords.has(word) && state.place !== "skip"))
      state = { ...state, place: "aside" };
    else if (word === "fonttbl") state = { ...state, place: "fonts" };
    else if (skippedWords.has(word) || starred) state = { ...state, place: "skip" };
    else return false;
    return true;
  };
  const property = (word: string, value: number | null): void => {
    const isOn = value !== 0;
    // The state is copied only where it changes: files set the same few properties at every paragraph.
    if (word === "uc") state = { ...state, fallback: Math.max(0, Math.min(value ?? 1, 64)) };
    else if (word === "f") {
      if (state.font !== value) state = { ...state, font: value ?? 0 };
    } else if (word === "v") state = { ...state, hidden: isOn };
    else if (word === "deleted") state = { ...state, deleted: isOn };
    else if (word === "plain") {
      if (state.hidden || state.deleted) state = { ...state, hidden: false, deleted: false };
    } else if (word === "pard" || word === "intbl") {
      const inTable = word === "intbl";
      if (state.inTable !== inTable) state = { ...state, inTable };
    } else if (word === "ansicpg") filePage = value ?? filePage;
    else if (word === "mac") filePage = 10000;
    else if (word === "pc") filePage = 437;
    else if (word === "pca") filePage = 850;
    else if (word === "fcharset" || word === "cpg") {
      const found = word === "cpg" ? (value ?? undefined) : charsetPages.get(value ?? 0);
      if (found !== undefined && state.place === "fonts") fontPages.set(state.font, found);
    } else if (word === "bin") at += Math.max(0, value ?? 0);
  };
  const control = (word: string, value: number | null): void => {
    const character = characterWords.get(word);
    if (character !== undefined && skip > 0) {
      skip--;
      return;
    }
    flushBytes();
    skip = 0;
    if (character !== undefined) write(character);
    else if (word === "u") {
      const code = (value ?? 0x20) & 0xffff;
      if (state.place !== "fonts") write(String.fromCharCode(code));
      skip = state.fallback;
    } else if (word === "*") starred = true;
    else if (paragraphWords.has(word)) endParagraph();
    else if (word === "line" || word === "softline" || word === "lbr") breakLine();
    else if (word === "cell" || word === "nestcell") endCell();
    else if (word === "row" || word === "nestrow") endRow();
    else if (!open(word)) property(word, value);
    if (word !== "*") starred = false;
  };

  while (at < text.length) {
    const unit = text[at];
    if (unit === "{") {
      flushBytes();
      skip = 0;
      stack.push(state);
      at++;
    } else if (unit === "}") {
      flushBytes();
      skip = 0;
      starred = false;
      const outer = stack.pop();
      if (outer === undefined) break;
      if (state.place === "aside" && outer.place !== "aside") endAside();
      state = outer;
      at++;
      if (stack.length === 0) break;
    } else if (unit === "\n" || unit === "\r") at++;
    else if (unit === "\\") {
      if (text[at + 1] === "'") {
        const byte = Number.parseInt(text.slice(at + 2, at + 4), 16);
        if (skip > 0) skip--;
        else if (!Number.isNaN(byte)) addByte(byte);
        at += 4;
        continue;
      }
      WORD.lastIndex = at + 1;
      const found = WORD.exec(text);
      if (found === null) {
        const symbol = text[at + 1] ?? "";
        at += symbol === "\r" && text[at + 2] === "\n" ? 3 : 2;
        control(symbol, null);
      } else {
        at = WORD.lastIndex;
        control(found[1] ?? "", found[2] === undefined ? null : Number(found[2]));
      }
    } else {
      PLAIN.lastIndex = at;
      const run = PLAIN.exec(text)?.[0] ?? text[at] ?? "";
      plain(run);
      at += run.length;
    }
  }
  flushBytes();
  endAside();
  const isCut = stack.length > 0;
  state = { ...state, place: "body", hidden: false, deleted: false, inTable: false };
  if (cells.length > 0) {
    endCell();
    endRow();
  }
  endParagraph();
  return { blocks, asides, unknownByte, unknownPage, isCut };
}

/** True if the last byte is the first of a character of two. */
function endsInLead(page: number, bytes: readonly number[]): boolean {
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0;
    const isLead = byte > 0x80 && byte < 0xff && !(page === 932 && byte >= 0xa0 && byte <= 0xdf);
    index += isLead ? 2 : 1;
  }
  return index > bytes.length;
}

/** Text without the control characters and halves of characters that `\\uN` can write, in NFC. */
function cleaned(text: string): string {
  // Nearly every paragraph is of letters that need no second look.
  if (/^[\t\n\x20-\x7e\u00a0-\u02ff\u2010-\u2026]*$/.test(text)) return text;
  return (
    text
      .replace(/[\v\u2028\u2029\u0085]/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what goes.
      .replace(/[\0-\x08\x0c-\x1f\x7f-\x9f]/g, "")
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .replace(/\uf0b7/g, "\u2022")
      .normalize("NFC")
  );
}
