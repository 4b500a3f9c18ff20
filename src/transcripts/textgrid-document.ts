import { MOST_PIECES } from "../text/limits";
import { closingQuote, unquoted } from "../text/quoted";

/** One interval or point of a tier. */
export interface TextGridItem {
  readonly text: string;
  /** Seconds. */
  readonly start: number;
  /** Seconds; as `start` for a point. */
  readonly end: number;
  /** Where the text begins in the file (UTF-16 code units). */
  readonly at: number;
}

/** One tier of a TextGrid. */
export interface TextGridTier {
  readonly kind: "interval" | "point";
  readonly name: string;
  readonly items: TextGridItem[];
  /** How many items the file says there are. */
  readonly stated: number | null;
}

/** A TextGrid as it stands. */
export interface TextGridDocument {
  readonly tiers: readonly TextGridTier[];
  /** Length of the recording in seconds; null if the file does not say. */
  readonly duration: number | null;
  /** What breaks the format first, and where; null if nothing does. */
  readonly problem: { readonly message: string; readonly at: number } | null;
  /** True if there are more texts than any recording has; those behind them were not read. */
  readonly isFull: boolean;
}

const CLASSES: ReadonlyMap<string, TextGridTier["kind"]> = new Map([
  ["IntervalTier", "interval"],
  ["TextTier", "point"],
]);

/**
 * Reads the text forms of a TextGrid. Praat itself takes of such a file only what stands free: numbers and quoted texts;
 * all else ("xmin =", "intervals [3]:") is there for people. So the long and the short form are one.
 */
export function readTextGrid(text: string): TextGridDocument {
  const tiers: OpenTier[] = [];
  let problem: TextGridDocument["problem"] = null;
  let duration: number | null = null;
  // Numbers since the last quoted text.
  let numbers: number[] = [];
  let kind: TextGridTier["kind"] | null = null;
  let strings = 0;
  const broken = (message: string, at: number): void => {
    problem ??= { message, at };
  };
  const check = (tier: OpenTier | null, at: number): void => {
    if (tier === null || tier.stated === null || tier.stated === tier.items.length) return;
    broken(`The tier "${tier.name}" should have ${tier.stated} intervals or points, and has ${tier.items.length}.`, at);
  };
  const take = (value: string, at: number): void => {
    const tier = tiers.at(-1) ?? null;
    const first = tier !== null && tier.items.length === 0;
    // In front of the first text of a tier stand its own start, end and number of items.
    const head = first ? 3 : 0;
    if (first && numbers.length >= head) tier.stated = numbers[2] ?? null;
    if (kind !== null) {
      tiers.push({ kind, name: value, items: [], stated: null });
      kind = null;
    } else if (CLASSES.has(value) && (tier === null || numbers.length <= head)) {
      // An interval may be called "IntervalTier" too; but then its times stand before it.
      if (tier === null) duration = numbers[1] ?? null;
      check(tier, at);
      kind = CLASSES.get(value) ?? null;
    } else if (tier !== null) {
      const times = numbers.slice(head);
      const end = times.at(-1);
      const start = tier.kind === "point" ? end : times.at(-2);
      if (start === undefined || end === undefined) broken("A text stands here without its times.", at);
      tier.items.push({ text: value, start: start ?? Number.NaN, end: end ?? Number.NaN, at });
    }
    numbers = [];
  };

  for (let at = 0; at < text.length && strings <= MOST_PIECES; ) {
    const code = text.charCodeAt(at);
    if (code <= BLANK) at++;
    else if (code === QUOTE) {
      strings++;
      const string = readString(text, at);
      if (!string.closed) broken("A quotation mark opens here and does not close.", at);
      take(string.value, at + 1);
      at = string.end;
    } else if (code === EXCLAMATION) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else {
      let end = at + 1;
      while (end < text.length && text.charCodeAt(end) > BLANK) end++;
      // Between two texts stand five numbers at most; a file of numbers alone must not fill the memory.
      if (canBeginNumber(code) && end - at < LONGEST_NUMBER && numbers.length < 8) {
        const number = Number(text.slice(at, end));
        if (!Number.isNaN(number)) numbers.push(number);
      }
      at = end;
    }
  }
  const last = tiers.at(-1) ?? null;
  if (last !== null && last.items.length === 0) last.stated = numbers[2] ?? null;
  check(last, text.length);
  return { tiers, duration, problem, isFull: strings > MOST_PIECES };
}

interface OpenTier extends TextGridTier {
  stated: number | null;
}

const BLANK = 32;
const EXCLAMATION = 33;
const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const LONGEST_NUMBER = 40;

function canBeginNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === MINUS || code === PLUS;
}

/** A quoted text; a quotation mark inside it is written twice. */
function readString(text: string, at: number): { value: string; end: number; closed: boolean } {
  const close = closingQuote(text, at);
  const value = text.slice(at + 1, close < 0 ? text.length : close);
  return {
    value: unquoted(value),
    end: close < 0 ? text.length : close + 1,
    closed: close >= 0,
  };
}
