import type { ByteDecoder } from "../text/code-pages";
import type { Block } from "./document";
import { rtfPage } from "./rtf-page";
import { asideWords, characterWords, charsetPages, paragraphWords, skippedWords } from "./rtf-words";

/** The words of a rich text file. */
export interface RtfText {
  /** Running heads, footnotes, comments and text boxes are asides. */
  readonly blocks: readonly Block[];
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
  readonly bold: boolean;
  /** 1 for a heading of the highest level; 0 for none. */
  readonly heading: number;
  readonly font: number;
}

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const PLAIN = /[^\\{}\r\n]+/y;
const MULTI_BYTE = new Set([932, 936, 949, 950, 1361]);

/**
 * Takes a rich text file apart, in which each character is one byte. It reads any text to its end, whatever it holds.
 * `lineAt` tells the line of an offset.
 */
export function readRtfText(text: string, decode: ByteDecoder, lineAt: (offset: number) => number): RtfText {
  const page = rtfPage(lineAt);
  const stack: State[] = [];
  const fontPages = new Map<number, number>();
  let state: State = {
    place: "body",
    unicodePlace: "body",
    fallback: 1,
    hidden: false,
    deleted: false,
    inTable: false,
    bold: false,
    heading: 0,
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
  let aside = "";

  const codePage = (): number => fontPages.get(state.font) ?? filePage;
  const isSilent = (): boolean => state.place === "skip" || state.place === "fonts" || state.hidden || state.deleted;
  const write = (piece: string): void => {
    if (piece === "" || isSilent()) return;
    if (state.place === "aside") aside += piece;
    else page.write(piece, at, state.bold);
  };
  const flushBytes = (): void => {
    if (bytes.length === 0) return;
    const decoded = decode(codePage(), bytes);
    if ((decoded === null || decoded.includes("\ufffd")) && unknownByte === null && !isSilent()) {
      unknownByte = bytesAt;
      unknownPage = codePage();
    }
    bytes = [];
    write(decoded ?? "\ufffd");
  };
  const addByte = (byte: number): void => {
    if (bytes.length === 0) bytesAt = at;
    bytes.push(byte);
  };
  const breakLine = (): void => {
    if (isSilent()) return;
    if (state.place === "aside") aside += "\n";
    else page.breakLine();
  };
  const endParagraph = (): void => {
    if (state.place !== "body" || state.inTable) breakLine();
    else page.endParagraph(state.heading);
  };
  const endCell = (): void => {
    if (state.place === "body") page.endCell();
    else write("\t");
  };
  const endRow = (): void => {
    if (state.place === "body") page.endRow();
    else breakLine();
  };
  const endAside = (): void => {
    page.aside(aside);
    aside = "";
  };
  const plain = (run: string): void => {
    let from = 0;
    if (skip > 0) {
      from = Math.min(skip, run.length);
      skip -= from;
    }
    if (bytes.length > 0 && from < run.length && MULTI_BYTE.has(codePage()) && endsInLead(codePage(), bytes)) {
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
      else if (bytes.length > 0 && MULTI_BYTE.has(codePage()) && endsInLead(codePage(), bytes)) addByte(code & 0xff);
      else {
        flushBytes();
        write(unit);
      }
    }
  };
  const writeUnit = (value: number | null): void => {
    if (state.place !== "fonts") write(String.fromCharCode((value ?? 0x20) & 0xffff));
    skip = state.fallback;
  };
  const setPage = (page: number): void => {
    filePage = page;
  };
  const setFontPage = (page: number | undefined): void => {
    if (page !== undefined && state.place === "fonts") fontPages.set(state.font, page);
  };
  const passOver = (bytes: number): void => {
    at += Math.max(0, bytes);
  };
  const become = (change: Partial<State>): void => {
    state = { ...state, ...change };
  };
  // What control words do. The state is copied only where it changes: files set the same few properties at every paragraph.
  const actions = new Map<string, (value: number | null) => void>([
    ["u", writeUnit],
    ["ud", () => become({ place: state.unicodePlace })],
    ["upr", () => become({ place: "skip", unicodePlace: state.place })],
    ["fonttbl", () => become({ place: "fonts" })],
    ...each(characterWords.keys(), (word) => () => write(characterWords.get(word) ?? "")),
    ...each(paragraphWords, () => endParagraph),
    ...each(["line", "softline", "lbr"], () => breakLine),
    ...each(["cell", "nestcell"], () => endCell),
    ...each(["row", "nestrow"], () => endRow),
    ...each(skippedWords, () => () => become({ place: "skip" })),
    ...each(asideWords, (word) => () => {
      if (state.place !== "skip" || word === "shptxt") become({ place: "aside" });
    }),
  ]);
  // What they do unless \* marks them as a destination, which is left out.
  const properties = new Map<string, (value: number | null) => void>([
    ["uc", (value) => become({ fallback: Math.max(0, Math.min(value ?? 1, 64)) })],
    ["f", (value) => state.font !== value && become({ font: value ?? 0 })],
    ["b", (value) => state.bold !== (value !== 0) && become({ bold: value !== 0 })],
    ["v", (value) => become({ hidden: value !== 0 })],
    ["deleted", (value) => become({ deleted: value !== 0 })],
    [
      "plain",
      () => (state.hidden || state.deleted || state.bold) && become({ hidden: false, deleted: false, bold: false }),
    ],
    ["pard", () => (state.inTable || state.heading > 0) && become({ inTable: false, heading: 0 })],
    ["intbl", () => !state.inTable && become({ inTable: true })],
    ["outlinelevel", (value) => become({ heading: headingOf(value) })],
    ["ansicpg", (value) => setPage(value ?? filePage)],
    ["mac", () => setPage(10000)],
    ["pc", () => setPage(437)],
    ["pca", () => setPage(850)],
    ["fcharset", (value) => setFontPage(charsetPages.get(value ?? 0))],
    ["cpg", (value) => setFontPage(value ?? undefined)],
    ["bin", (value) => passOver(value ?? 0)],
  ]);
  const control = (word: string, value: number | null): void => {
    if (skip > 0 && characterWords.has(word)) {
      skip--;
      return;
    }
    flushBytes();
    skip = 0;
    const action = actions.get(word);
    if (action !== undefined) action(value);
    else if (starred) become({ place: "skip" });
    else properties.get(word)?.(value);
    starred = word === "*";
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
  return { blocks: page.finish(), unknownByte, unknownPage, isCut: stack.length > 0 };
}

/** The level of a heading; an outline's last level is that of a body's text. */
function headingOf(level: number | null): number {
  return level !== null && level >= 0 && level < 9 ? level + 1 : 0;
}

/** An entry for each of several words that do the same. */
function each<T>(words: Iterable<string>, make: (word: string) => T): [string, T][] {
  return [...words].map((word) => [word, make(word)]);
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
