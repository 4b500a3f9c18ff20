import fc from "fast-check";
import { expect, describe as group, test } from "vitest";
import type { Range } from "../model/range";
import { describe } from "./describe";
import { foldTypography } from "./fold";
import { type Resolution, resolve } from "./resolve";

/** Pieces that tempt every mistake of offsets: pairs, joined emoji, flags, combining marks, right-to-left, CJK. */
const NASTY = [
  "a",
  "b",
  "ab",
  " ",
  "\n",
  "’",
  "“hope”",
  "don't",
  "...",
  "…",
  "—",
  "--",
  "\u00a0",
  "\u00ad",
  "\u200f",
  "👩‍🚀",
  "👍🏽",
  "🇦🇺",
  "x\u0302",
  "e\u0301\u0323",
  "क्षि",
  "مرحبا",
  "שלום",
  "希望",
  "ありがとう",
  "𝒜",
  "😀",
];

/** Random text of nasty pieces; many of them again and again. */
const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 60 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 200 }).map((parts) => parts.join("")),
  fc.tuple(fc.constantFrom(...NASTY), fc.integer({ min: 1, max: 80 })).map(([piece, times]) => piece.repeat(times)),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
);

/** A text and a range of it between two code points. */
const textAndRange: fc.Arbitrary<{ text: string; range: Range }> = nastyText.chain((text) => {
  const points = [...text];
  return fc.tuple(fc.nat({ max: points.length - 1 }), fc.nat({ max: points.length - 1 })).map(([a, b]) => {
    const [first, last] = a < b ? [a, b] : [b, a];
    const start = points.slice(0, first).join("").length;
    return { text, range: { start, end: start + points.slice(first, last + 1).join("").length } };
  });
});

/** Words that share no run of letters that could be taken for a typo. */
const WORDS = ["hope", "garden", "Tuesday", "nurse", "believed", "window", "I", "it", "never", "quick", "the", "my"];
/** What edits put in: letters that no word above has, so that no edit makes a second copy of a context. */
const EDITS = ["ΔΩ", "жф", "ЩЮЯ", "ξψ Σ", "ъ\n\nы"];

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 150 });

/** Words, a stretch of them, and for each word outside it how it is edited: an edit put before it or in its place. */
const editedTalk = sentence.chain((words) =>
  fc.record({
    words: fc.constant(words),
    first: fc.nat({ max: words.length - 1 }),
    count: fc.integer({ min: 1, max: 12 }),
    edits: fc.array(
      fc.record({
        at: fc.nat({ max: words.length }),
        edit: fc.constantFrom(...EDITS),
        replaces: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
  }),
);

function exactly({ start, end }: Range): Resolution {
  return { status: "exact", range: { start, end }, similarity: 1, typography: false, candidates: [] };
}

group("folding", () => {
  test("every folded character stands for what folds to it, in order", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const folded = foldTypography(text);
        let behind = 0;
        for (let start = 0; start < folded.text.length; start++) {
          const range = folded.toOriginal({ start, end: start + 1 });
          expect(range.start).toBeGreaterThanOrEqual(behind);
          expect(range.end).toBeGreaterThan(range.start);
          expect(foldTypography(text.slice(range.start, range.end)).text).toBe(folded.text[start]);
          behind = range.end;
        }
        expect(foldTypography(text.slice(behind)).text).toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

group("describing", () => {
  test("gives a quote whose words and context stand at one place only", () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const [position, { exact, prefix, suffix }] = describe(text, range);
        const whole = prefix + exact + suffix;
        expect(position).toEqual({ type: "TextPositionSelector", ...range });
        expect(text.slice(range.start, range.end)).toBe(exact);
        expect(text.indexOf(whole)).toBe(range.start - prefix.length);
        expect(text.indexOf(whole, range.start - prefix.length + 1)).toBe(-1);
      }),
      { numRuns: 500 },
    );
  });
});

group("resolving in the same text", () => {
  test("gives back every described range, exactly", () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        expect(resolve(text, describe(text, range))).toEqual(exactly(range));
      }),
      { numRuns: 1000 },
    );
  });

  test("gives it back by the quote alone as well", () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const [, quote] = describe(text, range);
        expect(resolve(text, [quote])).toEqual(exactly(range));
      }),
      { numRuns: 1000 },
    );
  });

  test.each(["👩‍🚀 and 👩‍🚀", "x\u0302x\u0302", "abababab", "希望希望", "مرحبا مرحبا", "\n\n", "a"])(
    "gives back every range of %j between two code points",
    (text) => {
      const offsets = [0, ...[...text].map((_, index, all) => all.slice(0, index + 1).join("").length)];
      for (const start of offsets) {
        for (const end of offsets.filter((each) => each > start)) {
          expect(resolve(text, describe(text, { start, end }))).toEqual(exactly({ start, end }));
        }
      }
    },
  );
});

group("resolving in an edited text", () => {
  test("edits outside the words never lose them and never lead to the same words elsewhere", () => {
    const statuses = new Map<string, number>();
    fc.assert(
      fc.property(editedTalk, ({ words, first, count, edits }) => {
        const last = Math.min(words.length, first + count);
        const inner = words.slice(first, last).join(" ");
        const before = words.slice(0, first);
        const after = words.slice(last);
        const edited = [before, after].map((side, index) => {
          const offset = index === 0 ? 0 : last;
          const result: string[] = [...side];
          for (const { at, edit, replaces } of edits) {
            const here = at - offset;
            if (here < 0 || here >= side.length) continue;
            result[here] = replaces ? edit : `${edit} ${result[here]}`;
          }
          return result;
        });
        const start = before.join(" ").length + (first > 0 ? 1 : 0);
        const selector = describe(words.join(" "), { start, end: start + inner.length });
        const [newBefore = [], newAfter = []] = edited;
        const newStart = newBefore.join(" ").length + (first > 0 ? 1 : 0);
        const text = [...newBefore, inner, ...newAfter].join(" ");
        const { status, range } = resolve(text, selector);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(["exact", "moved", "ambiguous"]).toContain(status);
        if (range !== null) expect(range).toEqual({ start: newStart, end: newStart + inner.length });
        if (range !== null) expect(status).toBe(newStart === start ? "exact" : "moved");
      }),
      { numRuns: 2000 },
    );
    // The property would hold for a resolver that always gives up.
    expect(statuses.get("moved") ?? 0).toBeGreaterThan(5 * (statuses.get("ambiguous") ?? 0));
  });

  test("words that were deleted are lost, or found as the same words with context that allows it", () => {
    fc.assert(
      fc.property(editedTalk, ({ words, first, count }) => {
        const last = Math.min(words.length, first + count);
        const inner = words.slice(first, last).join(" ");
        const start = words.slice(0, first).join(" ").length + (first > 0 ? 1 : 0);
        const selector = describe(words.join(" "), { start, end: start + inner.length });
        const text = [...words.slice(0, first), "ΔΩ", ...words.slice(last)].join(" ");
        const { status, range, similarity } = resolve(text, selector);
        if (status === "exact" || status === "moved") throw new Error(`${status}: found what is not there`);
        if (range !== null) expect(similarity).toBeGreaterThanOrEqual(0.8);
      }),
      { numRuns: 1000 },
    );
  });

  test("a mended letter leaves long words where they are", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...WORDS, "ceiling", "apple", "borrowed", "sixty", "jumping"], { minLength: 6 }),
        fc.nat(),
        (words, seed) => {
          const inner = words.slice(1, -1).join(" ");
          // Words of fewer than 12 characters are never taken for others.
          fc.pre(inner.length >= 12);
          const start = (words[0]?.length ?? 0) + 1;
          const selector = describe(words.join(" "), { start, end: start + inner.length });
          const at = start + 1 + (seed % (inner.length - 2));
          const text = `${words.join(" ").slice(0, at)}ж${words.join(" ").slice(at + 1)}`;
          expect(resolve(text, selector)).toEqual({
            status: "approximate",
            range: { start, end: start + inner.length },
            similarity: 1 - 1 / inner.length,
            typography: false,
            candidates: [],
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a range never ends inside a surrogate pair, whatever the selector says", () => {
    fc.assert(
      fc.property(
        nastyText,
        nastyText,
        fc.string({ unit: "binary", maxLength: 4 }),
        fc.integer(),
        fc.integer(),
        (text, exact, prefix, start, end) => {
          const { range } = resolve(text, [
            { type: "TextPositionSelector", start, end },
            { type: "TextQuoteSelector", exact, prefix, suffix: "" },
          ]);
          if (range === null) return;
          const rest = text.slice(0, range.start) + text.slice(range.start, range.end) + text.slice(range.end);
          expect(rest).toBe(text);
          for (const offset of [range.start, range.end]) {
            const pair = text.slice(offset - 1, offset + 1);
            expect(offset > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair)).toBe(false);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
