import type { Stance } from "../model/coding";
import { overlaps, type Range } from "../model/range";
import { entriesOf } from "../model/scheme";
import type { Transcript } from "../model/transcript";
import { lineOf, type Passage } from "../study/passages";
import type { Study } from "../study/study";
import { placeWords } from "./place-words";
import type { Both } from "./reading-selection";

/**
 * How two readers stand to each other at one place: the same codes on overlapping words ("agree"), some the same and some
 * not ("in part"), other codes on overlapping words ("differ"), or codings of one reader alone.
 */
export type ReadingKind = "agree" | "in part" | "differ" | "only a" | "only b";

/** One place that one reader or both have coded. */
export interface ReadingRow {
  readonly kind: ReadingKind;
  /** The kind in words, with the readers' names. */
  readonly reading: string;
  readonly readerA: string;
  readonly readerB: string;
  readonly transcript: string;
  /** 1-based line of the original file in which the words begin; null if it has no lines. */
  readonly line: number | null;
  /** Transcript and line: "C07, line 41". */
  readonly where: string;
  /** Who speaks, such as "Carer 3"; "" if no participant does. */
  readonly label: string;
  /** The words; "[...]" stands for those of participants who are not to be quoted. */
  readonly quote: string;
  /** Names of the codes of each reader, with the stance where it is not support: "Hope (contradicts), Rest". */
  readonly a: string;
  readonly b: string;
  /** Their memos, a line each; "" if there are none. */
  readonly memosA: string;
  readonly memosB: string;
  /** Ids of the codes of each reader, and of those that both gave to overlapping words. */
  readonly codesA: readonly string[];
  readonly codesB: readonly string[];
  readonly shared: readonly string[];
  /** True if a code that both gave has another stance with each. */
  readonly stances: boolean;
  /** Ids of the codings of each reader. */
  readonly codingsA: readonly string[];
  readonly codingsB: readonly string[];
  /** Range of all these codings together, in UTF-16 code units of the transcript's text. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of overlapping codings, with those of each reader. */
export interface Place extends Range, Both {}

/** Stretches of overlapping codings, whoever made them: each with the codings of both readers. */
export function placesIn({ ofA, ofB }: Both): Place[] {
  const places: { start: number; end: number; ofA: Passage[]; ofB: Passage[] }[] = [];
  const all = [
    ...ofA.map((passage) => ({ passage, reader: "ofA" as const })),
    ...ofB.map((passage) => ({ passage, reader: "ofB" as const })),
  ].sort((x, y) => x.passage.start - y.passage.start || x.passage.end - y.passage.end);
  for (const { passage, reader } of all) {
    let place = places.at(-1);
    if (place === undefined || passage.start >= place.end) {
      place = { start: passage.start, end: passage.end, ofA: [], ofB: [] };
      places.push(place);
    }
    place.end = Math.max(place.end, passage.end);
    place[reader].push(passage);
  }
  return places;
}

/** The row of one place. */
export function readingRow(
  study: Study,
  { start, end, ofA, ofB, transcript }: Place & { readonly transcript: Transcript },
  readerA: string,
  readerB: string,
): ReadingRow {
  const [codesA, codesB] = [codesOf(ofA), codesOf(ofB)];
  const pairs = ofA.flatMap((x) => ofB.filter((y) => x.code === y.code && overlaps(x, y)).map((y) => [x, y] as const));
  const shared = codesA.filter((code) => pairs.some(([x]) => x.code === code));
  const kind = kindOf(codesA, codesB, shared);
  const line = lineOf(transcript, start);
  const stances = pairs.some(([x, y]) => stanceOf(x) !== stanceOf(y));
  return {
    kind,
    reading: `${KINDS[kind](readerA, readerB)}${stances ? ", another stance" : ""}`,
    readerA,
    readerB,
    transcript: transcript.id,
    line,
    where: line === null ? transcript.id : `${transcript.id}, line ${line}`,
    ...placeWords(study, transcript, { start, end }),
    a: namesOf(study, ofA),
    b: namesOf(study, ofB),
    memosA: memosOf(ofA),
    memosB: memosOf(ofB),
    codesA,
    codesB,
    shared,
    stances,
    codingsA: ofA.map((passage) => passage.coding),
    codingsB: ofB.map((passage) => passage.coding),
    start,
    end,
  };
}

const KINDS: Readonly<Record<ReadingKind, (a: string, b: string) => string>> = {
  agree: () => "Same codes",
  "in part": () => "Some codes the same",
  differ: () => "Different codes",
  "only a": (a) => `Only ${a}`,
  "only b": (_, b) => `Only ${b}`,
};

function kindOf(codesA: readonly string[], codesB: readonly string[], shared: readonly string[]): ReadingKind {
  if (codesB.length === 0) return "only a";
  if (codesA.length === 0) return "only b";
  if (shared.length === 0) return "differ";
  return shared.length === codesA.length && shared.length === codesB.length ? "agree" : "in part";
}

function codesOf(passages: readonly Passage[]): string[] {
  return [...new Set(passages.map((passage) => passage.code))];
}

/** A coding without a stance supports its code. */
function stanceOf({ stance }: Passage): Stance {
  return stance ?? "supports";
}

function namesOf(study: Study, passages: readonly Passage[]): string {
  const names = new Map(entriesOf(study.scheme, "code").map((code) => [code.id, code.name]));
  const said = passages.map((passage) => {
    const name = names.get(passage.code) ?? passage.code;
    return stanceOf(passage) === "supports" ? name : `${name} (${passage.stance})`;
  });
  return [...new Set(said)].join(", ");
}

function memosOf(passages: readonly Passage[]): string {
  return [...new Set(passages.flatMap(({ memo }) => memo ?? []))].join("\n");
}
