import { type Piece, spanOf } from "../pieces";
import type { DraftSpeaker } from "../reading";
import type { TimeSpan } from "../times";
import { type JsonRecord, timed, voiced } from "./shape";

/** What a service's JSON says. */
export interface Speech {
  readonly pieces: readonly Piece[];
  readonly speakers?: readonly DraftSpeaker[];
  /** Objects with further facts, and the keys in them whose content is in the pieces or says them again. */
  readonly facts: readonly { readonly from: JsonRecord; readonly without: readonly string[] }[];
  /** Records with a turn each, which may have further facts. */
  readonly rows?: { readonly from: readonly JsonRecord[]; readonly without: readonly string[] };
}

/** Recognises one shape of JSON; null for any other. */
export type ShapeReader = (value: unknown) => Speech | null;

/** One word, or mark of punctuation, that a service recognised. */
export interface Token {
  readonly text: string;
  readonly time?: TimeSpan | undefined;
  readonly label: string;
  /** True for what follows the word before it without a blank. */
  readonly attached?: boolean;
}

const PUNCTUATION = /^[.,!?;:…)\]}»”]+$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}、。！？，]/u;

/** Words put together as a text. Punctuation follows without a blank, and so do words of scripts that have none. */
export function joinWords(tokens: Iterable<Pick<Token, "text" | "attached">>): string {
  const parts: string[] = [];
  let last = "";
  for (const { text, attached } of tokens) {
    const word = text.trim();
    if (word === "") continue;
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    const close = attached === true || PUNCTUATION.test(word) || (UNSPACED.test(last) && UNSPACED.test(first));
    if (parts.length > 0 && !close) parts.push(" ");
    parts.push(word);
    last = word.slice(-1);
  }
  return parts.join("");
}

/** Words cut where the speaker changes; punctuation belongs to the word before it, whoever is said to have spoken it. */
export function piecesOfWords(tokens: Iterable<Token>): Piece[] {
  const pieces: Piece[] = [];
  let open: Token[] = [];
  let time: TimeSpan | undefined;
  const close = (): void => {
    const [first] = open;
    if (first !== undefined)
      pieces.push({ ...voiced(first.label), words: joinWords(open), ...timed(time), line: null });
    open = [];
    time = undefined;
  };
  for (const token of tokens) {
    const [first] = open;
    if (first !== undefined && first.label !== token.label && token.attached !== true) close();
    open.push(token);
    time = spanOf(time, token.time);
  }
  close();
  return pieces;
}

/** A stretch of a recording in which somebody speaks. */
export interface Span {
  readonly time: TimeSpan;
  readonly label: string;
}

/**
 * Who speaks at a time, by a list of spans that stands apart from the words: the span the time is in, else the last one that
 * began before it. Times are asked for in about ascending order.
 */
export function speakerAt(spans: readonly Span[]): (time: TimeSpan | undefined) => string {
  const sorted = [...spans].sort((a, b) => a.time[0] - b.time[0]);
  let index = 0;
  let last = "";
  return (time) => {
    if (time === undefined) return last;
    const middle = time[1] === null ? time[0] : (time[0] + time[1]) / 2;
    while (index > 0 && (sorted[index]?.time[0] ?? 0) > middle) index--;
    while ((sorted[index + 1]?.time[0] ?? Number.POSITIVE_INFINITY) <= middle) index++;
    last = sorted[index]?.label ?? "";
    return last;
  };
}
