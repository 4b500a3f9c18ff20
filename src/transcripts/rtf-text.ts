import type { ByteDecoder } from "../text/code-pages";
import type { DocumentText } from "./document";
import { isHighByte, isLeadByte, withKnownBytes } from "./rtf-bytes";
import { rtfPage } from "./rtf-page";
import { scanRtf } from "./rtf-scan";
import { firstState, type RtfState } from "./rtf-state";
import { asideWords, characterWords, charsetPages, headingOf, paragraphWords, skippedWords } from "./rtf-words";
import { textPieces } from "./text-pieces";

/** The words of a rich text file. */
export interface RtfText {
  /** Running heads, footnotes, comments and text boxes are asides. */
  readonly document: DocumentText;
  /** Where the first byte stands that no code page explains; null if there is none. */
  readonly unknownByte: number | null;
  /** The code page of that byte. */
  readonly unknownPage: number;
  /** True if the file ends within a group. */
  readonly isCut: boolean;
  /** True if groups stand in groups so many times that the rest was not read. */
  readonly isTooDeep: boolean;
}

/** What a control word does. */
interface Meaning {
  /** True if it stands for a character. */
  readonly isCharacter: boolean;
  /** True for the mark of a destination that may be left out. */
  readonly isStar: boolean;
  readonly action: ((value: number | null) => void) | undefined;
  /** What it does unless it is such a destination. */
  readonly property: ((value: number | null) => void) | undefined;
}

/** The most groups in groups. Programs write a few dozen. */
export const DEEPEST_GROUP = 2_000_000;
// Bytes that are decoded at once.
const MOST_BYTES = 1 << 14;

/**
 * Takes a rich text file apart, in which each character is one byte. It reads any text to its end, whatever it holds.
 * `lineAt` tells the line of an offset.
 */
export function readRtfText(text: string, decode: ByteDecoder, lineAt: (offset: number) => number): RtfText {
  const page = rtfPage(lineAt);
  const decodeQuickly = withKnownBytes(decode);
  const stack: RtfState[] = [];
  const fontPages = new Map<number, number>();
  let state = firstState();
  let isShared = false;
  let filePage = 1252;
  let unknownByte: number | null = null;
  let unknownPage = 0;
  let at = 0;
  // How many bytes behind the last control word are none of the text.
  let passedOver = 0;
  // Characters that are still to be passed over behind \uN.
  let skip = 0;
  let starred = false;
  let bytes: number[] = [];
  let bytesAt = 0;
  // True if the last byte is the first of a character of two.
  let isLead = false;
  const aside = textPieces();

  const codePage = (): number => fontPages.get(state.font) ?? filePage;
  const isSilent = (): boolean => state.place === "skip" || state.place === "fonts" || state.hidden || state.deleted;
  const write = (piece: string, isPlain = false): void => {
    if (piece === "" || isSilent()) return;
    if (state.place === "aside") aside.add(piece);
    else page.write(piece, at, state.bold, isPlain);
  };
  const flushBytes = (): void => {
    if (bytes.length === 0) return;
    const decoded = decodeQuickly(codePage(), bytes);
    if ((decoded === null || decoded.includes("\ufffd")) && unknownByte === null && !isSilent()) {
      unknownByte = bytesAt;
      unknownPage = codePage();
    }
    bytes = [];
    isLead = false;
    write(decoded ?? "\ufffd");
  };
  const addByte = (byte: number): void => {
    if (bytes.length === 0) bytesAt = at;
    bytes.push(byte);
    isLead = !isLead && isLeadByte(codePage(), byte);
    if (bytes.length >= MOST_BYTES && !isLead) flushBytes();
  };
  const breakLine = (): void => {
    if (isSilent()) return;
    if (state.place === "aside") aside.add("\n");
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
    page.aside(aside.take());
  };
  const plain = (run: string, isPlain: boolean): void => {
    let from = 0;
    if (skip > 0) {
      from = Math.min(skip, run.length);
      skip -= from;
    }
    if (from < run.length && isLead) {
      addByte(run.charCodeAt(from++) & 0xff);
    }
    if (from >= run.length) return;
    const rest = from === 0 ? run : run.slice(from);
    if (isPlain || !/[\x80-\xff]/.test(rest)) {
      flushBytes();
      write(rest, isPlain);
      return;
    }
    for (let index = 0; index < rest.length; index++) {
      const code = rest.charCodeAt(index);
      if (isHighByte(code)) addByte(code);
      else if (isLead) {
        addByte(code & 0xff);
        if (rest.codePointAt(index) !== code) index++;
      } else {
        const start = index;
        while (index + 1 < rest.length && !isHighByte(rest.charCodeAt(index + 1))) index++;
        flushBytes();
        write(rest.slice(start, index + 1));
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
    passedOver = Math.max(0, bytes);
  };
  // The state, to be changed: a copy where a group around this one has it too.
  const own = (): RtfState => {
    if (isShared) state = { ...state };
    isShared = false;
    return state;
  };
  const become = (change: Partial<RtfState>): void => {
    Object.assign(own(), change);
  };
  // These two stand in nearly every paragraph.
  const setFont = (font: number): void => {
    if (state.font !== font) own().font = font;
  };
  const setBold = (bold: boolean): void => {
    if (state.bold !== bold) own().bold = bold;
  };
  const setHidden = (hidden: boolean): void => {
    if (state.hidden !== hidden) own().hidden = hidden;
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
    ["f", (value) => setFont(value ?? 0)],
    ["b", (value) => setBold(value !== 0)],
    ["v", (value) => setHidden(value !== 0)],
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
  const meaningOf = (word: string): Meaning => ({
    isCharacter: characterWords.has(word),
    isStar: word === "*",
    action: actions.get(word),
    property: properties.get(word),
  });
  const control = ({ isCharacter, isStar, action, property }: Meaning, value: number | null): void => {
    if (skip > 0 && isCharacter) {
      skip--;
      return;
    }
    flushBytes();
    skip = 0;
    if (action !== undefined) action(value);
    else if (starred) become({ place: "skip" });
    else property?.(value);
    starred = isStar;
  };

  const closeGroup = (): boolean => {
    flushBytes();
    skip = 0;
    starred = false;
    const outer = stack.pop();
    if (outer === undefined) return false;
    if (state.place === "aside" && outer.place !== "aside") endAside();
    state = outer;
    isShared = true;
    return stack.length > 0;
  };

  at = scanRtf(text, {
    meaning: meaningOf,
    isFull: () => stack.length > DEEPEST_GROUP || page.isFull(),
    openGroup(place) {
      at = place;
      flushBytes();
      skip = 0;
      stack.push(state);
      isShared = true;
    },
    closeGroup(place) {
      at = place;
      return closeGroup();
    },
    control(meaning, value, end) {
      at = end;
      passedOver = 0;
      control(meaning, value);
      return passedOver;
    },
    byte(value, place) {
      at = place;
      if (skip > 0) skip--;
      else if (!Number.isNaN(value)) addByte(value);
    },
    text(words, place, isPlain) {
      at = place;
      plain(words, isPlain);
    },
  });
  flushBytes();
  endAside();
  const isTooDeep = stack.length > DEEPEST_GROUP;
  // What is not read to its end because there is too much is not cut off.
  const isCut = stack.length > 0 && !isTooDeep && !page.isFull();
  return { document: page.finish(), unknownByte, unknownPage, isCut, isTooDeep };
}

/** An entry for each of several words that do the same. */
function each<T>(words: Iterable<string>, make: (word: string) => T): [string, T][] {
  return [...words].map((word) => [word, make(word)]);
}
