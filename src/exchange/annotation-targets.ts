import type { Transcript } from "../model/transcript";
import { isRecord } from "../text/check";
import { type CodePoints, codePoints } from "./code-points";
import { decoded, type Iris } from "./iris";
import { asList, firstOf, iriIn, wordsOf } from "./json-ld";

/** What is needed of a transcript to find what annotations are about. */
export type AnnotatedText = Pick<Transcript, "id" | "text"> & Partial<Pick<Transcript, "source">>;

/** The words that one target of an annotation names. */
export interface TargetWords {
  /** The transcript; undefined if none is known by the name. */
  readonly transcript: string | undefined;
  /** The name by which the annotation calls it; undefined if it calls none. */
  readonly named: string | undefined;
  readonly quote?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** UTF-16 code units. */
  readonly start?: number;
  readonly end?: number;
}

/** Finds the words of targets in these transcripts. */
export function targetReader(
  transcripts: readonly AnnotatedText[],
  iris: Iris,
  byDefault: string | undefined,
): (target: unknown, page: string | undefined) => TargetWords {
  const find = transcriptFinder(transcripts, iris);
  const texts = new Map<string, { text: string; points: CodePoints }>();
  const textOf = (id: string): { text: string; points: CodePoints } | undefined => {
    const known = texts.get(id);
    const text = known === undefined ? transcripts.find((each) => each.id === id)?.text : undefined;
    if (text === undefined) return known;
    const made = { text, points: codePoints(text) };
    texts.set(id, made);
    return made;
  };
  return (target, page) => {
    const record = isRecord(target) ? target : {};
    const selectors = asList(firstOf(record, "selector", "oa:hasSelector"));
    const named = iriIn(firstOf(record, "source", "oa:hasSource")) ?? iriIn(target) ?? page;
    const transcript = named === undefined ? byDefault : find(named);
    const quote = selectors.map(quoteIn).find((each) => each !== undefined);
    const fragment = /#(char=.*)$/.exec(named ?? "")?.[1];
    const stated = selectors.map(positionIn).find((each) => each !== undefined) ?? charRange(fragment);
    const here = transcript === undefined ? undefined : textOf(transcript);
    const position = stated === undefined || here === undefined ? {} : inUtf16(stated, here, quote?.quote);
    return { transcript, named, ...quote, ...position };
  };
}

/**
 * The model counts code points. Hypothesis and others count UTF-16 code units: where only that reading gives the quoted
 * words, it is the one that was meant.
 */
function inUtf16(
  { start, end }: Span,
  { text, points }: { readonly text: string; readonly points: CodePoints },
  quote: string | undefined,
): Partial<Span> {
  const converted = { start: points.toUtf16(start), end: points.toUtf16(end) };
  if (quote === undefined) return converted.end <= text.length ? converted : {};
  const holds = (span: Span): boolean => text.slice(span.start, span.end) === quote;
  return !holds(converted) && holds({ start, end }) ? { start, end } : converted;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The quote of a selector, or of what refines it. */
function quoteIn(selector: unknown): Pick<TargetWords, "quote" | "prefix" | "suffix"> | undefined {
  for (let at = selector, depth = 0; isRecord(at) && depth < 5; at = asList(at.refinedBy)[0], depth++) {
    const { exact, prefix, suffix } = at;
    if (typeof exact !== "string" || exact.trim() === "") continue;
    return {
      quote: exact,
      ...(typeof prefix === "string" && prefix !== "" ? { prefix } : {}),
      ...(typeof suffix === "string" && suffix !== "" ? { suffix } : {}),
    };
  }
  return undefined;
}

/** The position of a selector, in the unit it has; what refines another selector counts from that one's start. */
function positionIn(selector: unknown): Span | undefined {
  if (!isRecord(selector)) return undefined;
  const types = wordsOf(selector, "type", "@type");
  if (types.includes("FragmentSelector")) return charRange(selector.value);
  return types.includes("TextPositionSelector") ? span(selector.start, selector.end) : undefined;
}

/** A range of characters as RFC 5147 writes it: "char=10,20". */
function charRange(value: unknown): Span | undefined {
  const found = typeof value === "string" ? /^char=(\d+),(\d+)/.exec(value) : null;
  return found === null ? undefined : span(Number(found[1]), Number(found[2]));
}

function span(start: unknown, end: unknown): Span | undefined {
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || start >= end) return undefined;
  return { start, end };
}

/** Finds transcripts by our own IRIs, and by id, path or file name in those of others, without regard to case. */
function transcriptFinder(transcripts: readonly AnnotatedText[], iris: Iris): (iri: string) => string | undefined {
  const ids = new Set(transcripts.map(({ id }) => id));
  const byName = new Map<string, string | undefined>();
  for (const { id, source = "" } of transcripts) {
    const file = source.replace(/^.*\//, "");
    for (const name of new Set([id, source, file, withoutEnding(file)].map(folded))) {
      if (name !== "") byName.set(name, byName.has(name) ? undefined : id);
    }
  }
  return (iri) => {
    const own = iris.idIn("transcript", iri) ?? iri;
    if (ids.has(own)) return own;
    const path = iri.replace(/[?#].*$/s, "");
    const last = decoded(path.replace(/\/+$/, "").replace(/^.*[/\\]/s, ""));
    const names = [own, decoded(path), last, withoutEnding(last), last.replace(/^.*:/s, "")];
    return names.map((name) => byName.get(folded(name))).find((id) => id !== undefined);
  };
}

function withoutEnding(file: string): string {
  return file.replace(/\.[^.]*$/, "");
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
