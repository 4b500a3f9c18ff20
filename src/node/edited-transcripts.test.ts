// A transcript may be corrected or pseudonymised at any time: what becomes of the codings of the sample study when people
// edit its transcripts, held against a text that remembers of each character where it comes from.
import { describe, expect, test } from "vitest";
import type { CodingInput } from "../coding/coding-input";
import type { AnchorStatus, Coding } from "../model/coding";
import type { Range } from "../model/range";
import { createStudy } from "../study/create-study";
import { repair } from "../study/repair";
import type { Study } from "../study/study";
import { loadStudy } from "./load-study";
import { drawing, EDITS, type EditedText, unedited } from "./transcript-edits.fixture";

const sample = await loadStudy("fixtures/peer-support");

/** The transcripts after so many edits, each of a kind and at a place drawn from the seed. */
function edited(seed: number, edits: number): Map<string, EditedText> {
  const draw = drawing(seed);
  const kinds = Object.values(EDITS);
  const texts = new Map(sample.transcripts.map(({ id, text }) => [id, unedited(text)]));
  const ids = [...texts.keys()];
  for (let done = 0; done < edits; ) {
    const id = ids[draw(ids.length)] ?? "";
    const text = texts.get(id);
    const next = text && kinds[draw(kinds.length)]?.(text, draw);
    if (!next) continue;
    texts.set(id, next);
    done++;
  }
  return texts;
}

/** The coding as a file keeps it. */
function row({ id, code, coder, target: { source, selector } }: Coding): CodingInput {
  const [position, words] = selector;
  if (words === undefined || position.type !== "TextPositionSelector") throw new Error(`${id} has no position`);
  const { exact: quote, prefix, suffix } = words;
  const { start, end } = position;
  return { id, transcript: source, code, quote, start, end, prefix, suffix, ...(coder === null ? {} : { coder }) };
}

/** The sample study with the edited texts and the codings as they were made. */
function studyOf(texts: ReadonlyMap<string, EditedText>, codings: readonly Coding[]): Study {
  return createStudy({
    transcripts: [...texts].map(([id, { text }]) => ({ id, text })),
    scheme: { codes: sample.scheme.entries.filter((each) => each.kind === "code").map(({ id }) => ({ id })) },
    codings: codings.map(row),
  });
}

const LETTER = /[\p{L}\p{N}]/u;

type Placed = "right" | "shorter" | `${string}: ${string}`;

/**
 * How a coding stands to its words now: "right" from the first to the last, "shorter" if a word at an end that was changed
 * is left out, or what is wrong.
 */
function placed(was: Range, now: Range, before: string, { text, origins }: EditedText): Placed {
  const isOwn = (at: number): boolean => (origins[at] ?? -1) >= was.start && (origins[at] ?? -1) < was.end;
  const letters = (from: number, to: number): number[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter((at) =>
      LETTER.test(text.charAt(at)),
    );
  const inside = letters(now.start, now.end);
  const [first, last] = [inside[0], inside.at(-1)];
  const words = `"${text.slice(now.start, now.end)}" for "${before.slice(was.start, was.end)}"`;
  if (first === undefined || last === undefined) return `no words: ${words}`;
  // The same word, where a sentence was taken away from between two: "the Friday. The Friday! She had ..."
  const wordOf = (whole: string): readonly (string | undefined)[] => {
    const found = whole.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return [found[0], found.at(-1)];
  };
  const [then, there] = [wordOf(before.slice(was.start, was.end)), wordOf(text.slice(now.start, now.end))];
  if (!isOwn(first) && then[0] !== there[0]) return `begins with other words: ${words}`;
  if (!isOwn(last) && then[1] !== there[1]) return `ends with other words: ${words}`;
  if (inside.filter((at) => !isOwn(at)).length > inside.length / 4) return `holds other words: ${words}`;
  const covered = new Set(inside.map((at) => origins[at]));
  const next = letters(now.end, now.end + 40)[0];
  const previous = letters(now.start - 40, now.start).at(-1);
  const follows = next !== undefined && isOwn(next) && !covered.has(origins[next]);
  if (follows && (origins[next] ?? 0) > (origins[last] ?? 0)) return "shorter";
  const precedes = previous !== undefined && isOwn(previous) && !covered.has(origins[previous]);
  if (precedes && (origins[previous] ?? 0) < (origins[first] ?? 0)) return "shorter";
  return "right";
}

interface Outcome {
  readonly statuses: Readonly<Record<AnchorStatus, number>>;
  readonly right: number;
  readonly shorter: number;
  readonly open: number;
  /** Of the open ones, those of whose letters fewer than half stand in the transcript still. */
  readonly gone: number;
  readonly wrong: readonly string[];
}

function outcome(texts: ReadonlyMap<string, EditedText>): Outcome {
  const study = studyOf(texts, sample.codings);
  const statuses = { exact: 0, moved: 0, approximate: 0, ambiguous: 0, lost: 0 };
  for (const { status } of study.anchors.values()) statuses[status]++;
  const { study: repaired, open } = repair(study, { approximate: true });
  const original = new Map(sample.transcripts.map((each) => [each.id, each.text]));
  const places = repaired.codings.flatMap(({ id, target: { source } }): Placed[] => {
    const [was, now] = [sample.anchors.get(id)?.range, repaired.anchors.get(id)?.range];
    const text = texts.get(source);
    return was && now && text ? [placed(was, now, original.get(source) ?? "", text)] : [];
  });
  const gone = open.filter(({ id, transcript }) => {
    const [was, text] = [sample.anchors.get(id)?.range, texts.get(transcript)];
    if (!was || !text) return false;
    const left = new Set(text.origins.filter((origin) => origin >= was.start && origin < was.end));
    return left.size < (was.end - was.start) / 2;
  }).length;
  expect(repaired.codings).toHaveLength(sample.codings.length);
  const number = (kind: Placed): number => places.filter((each) => each === kind).length;
  const wrong = places.filter((each) => each !== "right" && each !== "shorter");
  return { statuses, right: number("right"), shorter: number("shorter"), open: open.length, gone, wrong };
}

describe("transcripts edited after they were coded", () => {
  test("200 edits leave every coding on its words, or open to be decided on", () => {
    expect(outcome(edited(2026, 200))).toEqual({
      statuses: { exact: 61, moved: 335, approximate: 62, ambiguous: 2, lost: 12 },
      right: 458,
      shorter: 0,
      open: 14,
      gone: 9,
      wrong: [],
    });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("no coding gets other words by 200 edits from seed %i", (seed) => {
    expect(outcome(edited(seed, 200)).wrong).toEqual([]);
  });

  test("typography alone loses nothing", () => {
    const typeset = EDITS["quotation marks and dashes set as a word processor does"];
    const texts = new Map(
      sample.transcripts.map(({ id, text }) => [id, typeset?.(unedited(text), () => 0) ?? unedited(text)]),
    );
    const { right, open, wrong } = outcome(texts);
    expect({ right, open, wrong }).toEqual({ right: sample.codings.length, open: 0, wrong: [] });
  });
});
