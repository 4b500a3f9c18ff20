import type { Origin, Source } from "../issues/source";
import type { Range } from "../model/range";
import type { MarkCode } from "./mark";

/** What stands in a mark: codes, and a memo where the mark can have one. */
export interface MarkContent {
  readonly codes: readonly MarkCode[];
  readonly memo?: string;
}

// The colon that ends the codes has white space behind it, so that an id may hold a colon.
const MEMO = /:(?=\s|$)/;

const NO_PARENTS: readonly string[] = [];

/**
 * Reads `code, parent>child: memo`: codes with commas between them, the memo behind the first colon that white space
 * follows. A code may have a value behind two bars, `code||value`. White space around codes does not count, and neither do
 * commas with nothing between them.
 *
 * @param range Where the content stands in the source, without the mark's brackets.
 * @param told What tells the places of the codes.
 */
export function readMarkContent(source: Source, { start, end }: Range, told: Origin["source"]): MarkContent {
  const text = source.text.slice(start, end);
  const colon = MEMO.exec(text);
  const memo = colon === null ? "" : text.slice(colon.index + 1).trim();
  const codes: MarkCode[] = [];
  let at = start;
  for (const part of text.slice(0, colon?.index).split(",")) {
    const code = readCode(told, at, part);
    if (code !== undefined) codes.push(code);
    at += part.length + 1;
  }
  // The copy has room for these and no more: a source of ROCK has marks by the ten thousand.
  return memo === "" ? { codes: codes.slice() } : { codes: codes.slice(), memo };
}

/** Reads `parent>child||value`, the code being the last of the steps; undefined if no code is written. */
function readCode(source: Origin["source"], at: number, part: string): MarkCode | undefined {
  const bars = part.indexOf("||");
  const value = bars === -1 ? "" : part.slice(bars + 2).trim();
  const named = bars === -1 ? part : part.slice(0, bars);
  const steps = named.split(">");
  const last = steps.pop() ?? "";
  const code = last.trim();
  if (code === "") return undefined;
  const start = at + named.length - last.trimStart().length;
  const parents = steps.length === 0 ? NO_PARENTS : steps.map((step) => step.trim()).filter((step) => step !== "");
  return { code, parents, ...(value === "" ? {} : { value }), origin: { source, start, end: start + code.length } };
}
