import type { Issue } from "../issues/issue";
import { nowhere } from "../issues/source";
import type { Target } from "../model/coding";
import type { Memo, MemoAbout, MemoEvent } from "../model/memo";
import {
  isRecord,
  list,
  oneOf,
  type Read,
  record,
  report,
  rootSpot,
  text,
  texts,
  verbatim,
  within,
} from "../text/check";
import { date } from "../text/date";
import { EVENTS, readAbout } from "./journal";

/**
 * What a memo is about, as a program states it: as a `Memo` has it, or as the front matter of a journal has it, with words
 * of a transcript as a quote, and a topic as text.
 */
export type MemoAboutInput =
  | MemoAbout
  | string
  | { readonly theme: string }
  | { readonly code: string }
  | { readonly category: string }
  | {
      readonly transcript: string;
      /** The words, as they stand in the transcript. */
      readonly quote: string;
      /** What stands before them, where they stand there several times. */
      readonly prefix?: string | undefined;
      readonly suffix?: string | undefined;
    };

/** A memo as a program states it. Only the id must be there. */
export interface MemoInput {
  readonly id: string;
  readonly title?: string | undefined;
  /** The study as a whole if absent or null. Words are looked up in their transcript, as those of codings are. */
  readonly about?: MemoAboutInput | undefined;
  readonly body?: string | undefined;
  readonly event?: MemoEvent | undefined;
  /** With whom an event took place: ids of participants, or names of colleagues. */
  readonly with?: readonly string[] | undefined;
  readonly author?: string | null | undefined;
  /** A date as the analyst writes it, usually "2026-03-01". */
  readonly created?: string | null | undefined;
}

const offset: Read<number> = (value, spot) => {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  report(spot, "wrong-value", "A position must be a whole number from 0.");
  return undefined;
};

const readSelector = record(
  "A selector",
  {
    type: oneOf(["textpositionselector", "textquoteselector"]),
    start: offset,
    end: offset,
    exact: verbatim,
    prefix: verbatim,
    suffix: verbatim,
  },
  ["type"],
);

const readTargetRecord = record('"about"', { source: text, selector: list(readSelector) }, ["source", "selector"]);

const readTarget: Read<Target> = (value, spot) => {
  const stated = readTargetRecord(value, spot);
  if (stated === undefined) return undefined;
  const quote = stated.selector.find((each) => each.exact !== undefined);
  if (quote?.exact === undefined) {
    const hint = 'Add { type: "TextQuoteSelector", exact: the words, prefix: "", suffix: "" }.';
    report(within(spot, "selector"), "missing-key", "A memo about words must name them.", hint);
    return undefined;
  }
  const { exact, prefix = "", suffix = "" } = quote;
  const words = { type: "TextQuoteSelector", exact, prefix, suffix } as const;
  const { start, end } = stated.selector.find((each) => each.exact === undefined) ?? {};
  if (start === undefined || end === undefined) return { source: stated.source, selector: [words] };
  return { source: stated.source, selector: [{ type: "TextPositionSelector", start, end }, words] };
};

const readEntry = record('"about"', { kind: oneOf(["category", "code", "theme"]), entry: text }, ["kind", "entry"]);

const readTopic = record('"about"', { topic: text }, ["topic"]);

/** What a `Memo` is about, or what a journal's front matter says of that: `{ theme: "hope" }`, or words. */
const readAnyAbout: Read<NonNullable<MemoAbout>> = (value, spot) => {
  if (!isRecord(value)) return readAbout(value, spot);
  if ("source" in value) return readTarget(value, spot);
  if ("entry" in value) return readEntry(value, spot);
  return "topic" in value ? readTopic(value, spot) : readAbout(value, spot);
};

const readFields = record(
  "A memo",
  {
    id: text,
    title: text,
    about: readAnyAbout,
    body: verbatim,
    event: oneOf(EVENTS),
    with: texts,
    author: text,
    created: date,
  },
  ["id"],
);

/** A memo that a program states, checked; undefined, and issues, if it cannot be used. */
export function readMemo(value: unknown, issues: Issue[]): Memo | undefined {
  const stated = readFields(value, rootSpot(nowhere, issues));
  if (stated === undefined) return undefined;
  const { id, title, about = null, body = "", event, with: others, author = null, created = null } = stated;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    about,
    body,
    ...(event === undefined ? {} : { event }),
    ...(others === undefined ? {} : { with: others }),
    author,
    created,
  };
}
