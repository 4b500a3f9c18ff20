import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { nowhere } from "../issues/source";
import { entriesOf, type Scheme, type SchemeEntry } from "../model/scheme";
import { changeScheme } from "./change-scheme";
import { schemeAt } from "./history";
import { parseScheme } from "./parse-scheme";
import { randomDraw, randomScheme, stepFor } from "./steps/random.fixture";
import { comparableScheme, writeScheme } from "./write-scheme";

/** The record of an entry, without what it belongs to. */
function own({ kind: _, ...entry }: SchemeEntry): Record<string, unknown> {
  const { category: __, parent: ___, codes: ____, ...fields } = { category: null, parent: null, codes: [], ...entry };
  return fields;
}

/** A scheme as somebody would write it who puts everything within what it belongs to. */
function nested(scheme: Scheme): string {
  const defined = new Set<string>();
  const codes = (ids: readonly string[]): unknown[] =>
    ids.map((id) => {
      const code = entriesOf(scheme, "code").find((each) => each.id === id);
      if (code === undefined || defined.has(id)) return id;
      defined.add(id);
      return code.category === null ? own(code) : { ...own(code), category: code.category };
    });
  const themes = (parent: string | null): unknown[] =>
    entriesOf(scheme, "theme")
      .filter((each) => each.parent === parent)
      .map((each) => ({ ...own(each), subthemes: themes(each.id), codes: codes(each.codes) }));
  const categories = (parent: string | null): unknown[] =>
    entriesOf(scheme, "category")
      .filter((each) => each.parent === parent)
      .map((each) => ({ ...own(each), categories: categories(each.id) }));
  const { version } = scheme;
  const value = { version, categories: categories(null), themes: themes(null) };
  const rest = entriesOf(scheme, "code").flatMap(({ id }) => (defined.has(id) ? [] : id));
  return stringify({ ...value, codes: codes(rest) });
}

/** A scheme as somebody would write it who lets every entry say what it belongs to, each on a line. */
function flat(scheme: Scheme): string {
  const lines = (kind: SchemeEntry["kind"]): string =>
    entriesOf(scheme, kind)
      .map((entry) => {
        const themes = entriesOf(scheme, "theme").flatMap((each) => (each.codes.includes(entry.id) ? each.id : []));
        const links = entry.kind === "code" ? { category: entry.category, themes } : { parent: entry.parent };
        return `- ${JSON.stringify({ ...own(entry), ...links })} # ${entry.id}\n`;
      })
      .join("");
  return `version: ${scheme.version}\nthemes:\n${lines("theme")}codes:\n${lines("code")}categories:\n${lines("category")}`;
}

const text = fc
  .tuple(
    randomScheme,
    fc.constantFrom(nested, flat, (scheme: Scheme) => writeScheme(scheme, null), JSON.stringify),
  )
  .map(([scheme, write]) => write(scheme));

test("a text that is made to hold any other scheme holds it, and then stays as it is", () => {
  fc.assert(
    fc.property(text, randomScheme, (before, scheme) => {
      const written = writeScheme(scheme, before);
      const read = parseScheme(written);
      expect(comparableScheme(read)).toEqual(comparableScheme(scheme));
      expect(writeScheme(read, written)).toBe(written);
    }),
    { numRuns: 120 },
  );
});

test("steps that change a scheme are written, one after another, and every version is read as it was", () => {
  fc.assert(
    fc.property(text, fc.array(randomDraw, { minLength: 1, maxLength: 4 }), (before, draws) => {
      let now = before;
      let scheme = parseScheme(before);
      const versions = [scheme];
      for (const [index, draw] of draws.entries()) {
        try {
          scheme = changeScheme(scheme, [stepFor(scheme.entries, draw, index)], { by: "KB", why: "W" }, nowhere);
        } catch {
          continue;
        }
        versions.push(scheme);
        now = writeScheme(scheme, now);
        const read = parseScheme(now);
        for (const each of versions) {
          expect(comparableScheme(schemeAt(read, each.version))).toEqual(comparableScheme(each));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a scheme that did not change leaves its text alone", () => {
  fc.assert(
    fc.property(text, (before) => {
      expect(writeScheme(parseScheme(before), before)).toBe(before);
    }),
  );
});
