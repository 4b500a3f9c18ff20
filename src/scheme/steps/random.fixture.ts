import fc from "fast-check";
import { nowhere } from "../../issues/source";
import type { Scheme, SchemeEntry } from "../../model/scheme";
import { readScheme } from "../read-scheme";
import type { Step } from "./step";

const ids = fc.constantFrom("a", "b", "c", "d", "e", "f");
const word = fc.option(fc.constantFrom("X", "Y", "Z"), { nil: undefined });
const texts = fc.option(fc.array(fc.constantFrom("one", "two"), { maxLength: 2 }), { nil: undefined });

/** Schemes of codes, themes and categories that share some ids, are nested at will, and have no history. */
export const randomScheme: fc.Arbitrary<Scheme> = fc
  .record({
    version: fc.integer({ min: 1, max: 5 }),
    codes: fc.array(
      fc.record({
        id: ids,
        name: word,
        definition: word,
        include: word,
        examples: texts,
        category: fc.option(ids),
        themes: fc.array(ids, { maxLength: 3 }),
        retired: fc.option(fc.boolean(), { nil: undefined }),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    themes: fc.array(
      fc.record({ id: ids, name: word, concept: word, codes: fc.array(ids, { maxLength: 4 }), parent: fc.option(ids) }),
      { maxLength: 6 },
    ),
    categories: fc.array(fc.record({ id: ids, name: word, definition: word, parent: fc.option(ids) }), {
      maxLength: 5,
    }),
    shuffle: fc.array(fc.nat(30), { minLength: 20, maxLength: 20 }),
  })
  .map(({ shuffle, ...value }) => {
    const { entries, ...scheme } = readScheme(value, nowhere).scheme;
    const order = new Map(entries.map((each, index) => [each, shuffle[index] ?? 0]));
    // Kinds stand mixed, as they do where codes are written within themes.
    return { ...scheme, entries: [...entries].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)) };
  });

/** What a random step is made of; `stepFor` makes a step of it that mostly fits a scheme. */
export interface Draw {
  readonly action: number;
  readonly picks: readonly number[];
  readonly fresh: boolean;
  readonly name: string;
}

export const randomDraw: fc.Arbitrary<Draw> = fc.record({
  action: fc.nat(6),
  picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
  fresh: fc.boolean(),
  name: fc.constantFrom("New", "Other", "X"),
});

/** A step of any action for a scheme; `number` keeps the ids of new entries apart. */
export function stepFor(entries: readonly SchemeEntry[], draw: Draw, number: number): Step {
  const { kind, ...step } = anyStep(entries, draw, number);
  // A kind is stated only where it must be.
  const id = String(Object.values(step)[0]);
  const needed =
    kind !== "code" || entries.some((each) => each.kind !== kind && each.id === id) || Array.isArray(step.merge);
  return needed ? { ...step, kind } : step;
}

function anyStep(entries: readonly SchemeEntry[], draw: Draw, number: number): Step {
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[(draw.picks[at] ?? 0) % (list.length || 1)];
  const subject = pick(entries, 0);
  const kind = subject?.kind ?? "code";
  const peers = entries.filter((each) => each.kind === kind && each.id !== subject?.id);
  const others = [pick(peers, 1), pick(peers, 2)].flatMap((each) => each?.id ?? []);
  const idsOf = (which: SchemeEntry["kind"]): string[] =>
    entries.flatMap((each) => (each.kind === which ? each.id : []));
  const fresh = `n${number}`;
  const id = subject?.id ?? fresh;
  const codes = [...new Set([pick(idsOf("code"), 3), pick(idsOf("code"), 4)].flatMap((each) => each ?? []))];
  const held =
    subject?.kind === "theme"
      ? subject.codes
      : entries.flatMap((each) => (each.kind === "code" && kind === "category" && each.category === id ? each.id : []));
  const under = pick([...idsOf(kind === "theme" ? "theme" : "category"), null], 5) ?? null;
  switch (draw.action) {
    case 0: {
      const link = under === null ? {} : kind === "code" ? { category: under } : { parent: under };
      const lists = kind === "theme" ? { codes } : kind === "code" && draw.fresh ? { themes: idsOf("theme") } : {};
      return { add: fresh, kind, name: draw.name, ...link, ...lists };
    }
    case 1:
      return { rename: id, kind, name: draw.name };
    case 2:
      if (kind !== "code") return { move: id, kind, parent: under };
      return draw.fresh ? { move: id, kind, category: under } : { move: id, kind, themes: idsOf("theme").slice(0, 2) };
    case 3: {
      const merged = [...new Set([id, ...others.slice(0, 1)])];
      const target = draw.fresh ? fresh : (peers.find((each) => !merged.includes(each.id))?.id ?? fresh);
      return { merge: merged, kind, into: target, ...(target === fresh && draw.name === "X" ? { name: "X" } : {}) };
    }
    case 4: {
      const first = draw.fresh
        ? { id: `${fresh}x`, ...(kind === "code" ? { definition: "D" } : { codes: held }) }
        : null;
      const there = { id: others[0] ?? `${fresh}y`, ...(kind === "code" ? {} : { codes: held }) };
      return {
        split: id,
        kind,
        into: [first ?? there, kind === "code" ? `${fresh}z` : { id: `${fresh}z`, codes: [] }],
      };
    }
    case 5: {
      const fields = kind === "theme" ? { concept: "C", boundary: null } : { definition: "D" };
      return { redefine: id, kind, ...fields, ...(kind === "code" && draw.fresh ? { include: null } : {}) };
    }
    default:
      return { retire: id, kind };
  }
}
