import { expect, describe as group, test } from "vitest";
import type { Target } from "../model/coding";
import { describe } from "./describe";
import { quoted, rangeOf } from "./quotes.fixture";
import { type Resolution, resolve, resolver } from "./resolve";

const TALK = `I: Can you tell me about Danny, the peer worker?

P1: Danny was the first person who believed me when I said it. He’d been in the same ward — the same bed, I think … and he laughed.

I: Did it help?

P1: Yes. It helped a lot.

I: And the second time, did it help then?

P1: Yes. I could breathe again, and “hope” was a word I could say.

I: Thank you.`;

/** The words a resolution found, with its status; null for no range. */
function outcome(text: string, resolution: Resolution): [string, string | null] {
  const { status, range } = resolution;
  return [status, range && text.slice(range.start, range.end)];
}

const exact = (start: number, end: number): Resolution => ({
  status: "exact",
  range: { start, end },
  similarity: 1,
  typography: false,
  candidates: [],
});

group("resolve, with a quote typed by hand", () => {
  test.each<[string, Target["selector"], Resolution["status"], string | null, boolean]>([
    ["words that stand once", quoted("It helped a lot."), "exact", "It helped a lot.", false],
    ["straight for curly", quoted("He'd been in the same ward"), "exact", "He’d been in the same ward", true],
    ["two hyphens for a dash", quoted("ward -- the same bed"), "exact", "ward — the same bed", true],
    ["three dots for an ellipsis", quoted("I think ... and he"), "exact", "I think … and he", true],
    ["a line break for a blank", quoted("the first\nperson  who"), "exact", "the first person who", true],
    ["blanks around the words", quoted("  It helped a lot. "), "exact", "It helped a lot.", false],
    ["guillemets", quoted("«hope» was a word"), "exact", "“hope” was a word", true],
    [
      "words over two turns, with the label",
      quoted("did it help then? P1: Yes."),
      "exact",
      "did it help then?\n\nP1: Yes.",
      true,
    ],
    ["words that stand twice", quoted("Yes."), "ambiguous", null, false],
    ["a prefix decides", quoted("Yes.", "did it help then?\n\nP1: "), "exact", "Yes.", false],
    ["a prefix without its last blank", quoted("It helped", "P1: Yes."), "exact", "It helped", false],
    ["a prefix in other typography", quoted("help", "time,  did it"), "exact", "help", false],
    ["a suffix decides", quoted("Yes.", "", " I could breathe"), "exact", "Yes.", false],
    ["a prefix that fits nowhere, one place", quoted("I could breathe", "and then "), "ambiguous", null, false],
    ["a prefix that fits nowhere, two places", quoted("Yes.", "and then "), "ambiguous", null, false],
    ["a word that is only inside others", quoted("elp"), "lost", null, false],
    ["a whole word before one inside another", quoted("hope"), "exact", "hope", false],
    [
      "a typo",
      quoted("Danny was the frist person who beleived me"),
      "approximate",
      "Danny was the first person who believed me",
      false,
    ],
    ["a short typo", quoted("I could breath again"), "approximate", "I could breathe again", false],
    ["a cut first letter", quoted("anny was the first person"), "approximate", "Danny was the first person", false],
    ["too short for any change", quoted("Did it hlp"), "lost", null, false],
    ["other words", quoted("I never spoke to any of the nurses about it"), "lost", null, false],
    ["nothing", quoted(""), "lost", null, false],
    ["blanks only", quoted(" \n\u00a0"), "lost", null, false],
    ["decomposed letters", quoted("word I could say".normalize("NFD")), "exact", "word I could say", false],
  ])("%s", (_, selector, status, words, typography) => {
    const resolution = resolve(TALK, selector);
    expect(outcome(TALK, resolution)).toEqual([status, words]);
    expect(resolution.typography).toBe(typography);
  });

  test("names all places of words that stand several times", () => {
    expect(resolve(TALK, quoted("Yes."))).toEqual({
      status: "ambiguous",
      range: null,
      similarity: 0,
      typography: false,
      candidates: [
        { ...rangeOf(TALK, "Yes.", 1), similarity: 1 },
        { ...rangeOf(TALK, "Yes.", 2), similarity: 1 },
      ],
    });
  });

  test("names the place of words whose context does not fit", () => {
    const { status, candidates } = resolve(TALK, quoted("I could breathe", "and then "));
    expect(status).toBe("ambiguous");
    expect(candidates).toEqual([{ ...rangeOf(TALK, "I could breathe"), similarity: 1 }]);
  });

  test("states how like changed words are", () => {
    // "frist" for "first" is two replaced letters, "beleived" for "believed" two more: 4 of 42.
    const { similarity } = resolve(TALK, quoted("Danny was the frist person who beleived me"));
    expect(similarity).toBeCloseTo(1 - 4 / 42, 10);
  });

  test("names the nearest place of words that are changed too much", () => {
    // 36 characters may have 6 errors, and have 9.
    const resolution = resolve(TALK, quoted("Anna was the only person that believed"));
    expect(resolution.status).toBe("lost");
    expect(resolution.candidates).toHaveLength(1);
    const [{ start, end } = { start: 0, end: 0 }] = resolution.candidates;
    expect(TALK.slice(start, end)).toContain("was the first person who believed");
  });

  test("never takes words of opposite meaning for short ones", () => {
    expect(resolve("P1: I can't trust him.", quoted("I can trust him")).status).toBe("lost");
    expect(resolve("P1: I can't. I want to.", quoted("I can")).status).toBe("lost");
    expect(resolve("P1: That is hopeless.", quoted("hope")).status).toBe("lost");
    expect(resolve("P1: He was hungry then.", quoted("he was angry")).status).toBe("lost");
  });

  test("an open side of the context does not let words begin or end inside a word", () => {
    expect(resolve("I have hopeless days.", quoted("hope", "I have ")).status).toBe("lost");
    expect(resolve("I have hopeless days.", quoted("less", "", " days")).status).toBe("lost");
  });

  test.each([
    ["A bob of bobs", quoted("ob", "b"), ["ob", "ob"]],
    ["A bob of snobs", quoted("b", "", "s"), null],
    ["A bobs and a bob", quoted("ob", "b"), ["ob", "ob"]],
    ["unclear, clearly", quoted("clear", "", "ly"), null],
    ["unclear, clearly, unclearly", quoted("clear", "", "ly"), ["clear", "clear"]],
  ])("a part of a word may end inside a word: %j", (text, selector, places) => {
    const { status, candidates } = resolve(text, selector);
    expect(status).toBe(places === null ? "exact" : "ambiguous");
    if (places !== null) expect(candidates.map(({ start, end }) => text.slice(start, end))).toEqual(places);
  });

  test("finds part of an unbroken stretch in a script without blanks", () => {
    expect(outcome("我觉得有希望了", resolve("我觉得有希望了", quoted("希望")))).toEqual(["exact", "希望"]);
  });

  test("does not find a character inside a joined one", () => {
    expect(resolve("an 👩‍🚀!", quoted("👩")).status).toBe("lost");
    expect(outcome("an 👩‍🚀 or 👩", resolve("an 👩‍🚀 or 👩", quoted("👩")))).toEqual(["exact", "👩"]);
  });

  test("does not find half a pair", () => {
    const half: Target["selector"] = [{ type: "TextPositionSelector", start: 2, end: 3 }, ...quoted("\ude00")] as const;
    expect(resolve("a😀b", half).status).toBe("lost");
    expect(resolve("a😀b", quoted("\ude00")).status).toBe("lost");
  });
});

group("resolve, with a position that does not hold what the quote says", () => {
  const at = (start: number, end: number, words: string): Target["selector"] => {
    const [, quote] = describe(TALK, rangeOf(TALK, words));
    return [{ type: "TextPositionSelector", start, end }, quote];
  };

  test.each([
    ["beside the words", 3, 9],
    ["outside the text", 5000, 5016],
    ["before the text", -3, 13],
    ["reversed", 20, 4],
    ["no number", Number.NaN, Number.NaN],
  ])("%s: the quote decides", (_, start, end) => {
    const selector = at(start, end, "It helped a lot.");
    expect(outcome(TALK, resolve(TALK, selector))).toEqual(["moved", "It helped a lot."]);
  });

  test("context decides against a position that holds the same words by chance", () => {
    const [, first] = describe(TALK, rangeOf(TALK, "Yes.", 1));
    const second = rangeOf(TALK, "Yes.", 2);
    const resolution = resolve(TALK, [{ type: "TextPositionSelector", ...second }, first]);
    expect(resolution).toEqual({ ...exact(0, 0), status: "moved", range: rangeOf(TALK, "Yes.", 1) });
  });

  test("one side of the context does not hold words that were completed to others", () => {
    const before = "They all told me that I can go home, and that she can stay.";
    const after = before.replace("I can go", "I can't go");
    expect(resolve(after, describe(before, rangeOf(before, "can")))).toMatchObject({
      status: "ambiguous",
      candidates: [{ ...rangeOf(after, "can", 2), similarity: 1 }],
    });
  });

  test("the position decides between places whose context fits equally well", () => {
    const text = "Well, I think so. Yes. And then? Well, I think so. Yes. And now?";
    const second = rangeOf(text, "Yes.", 2);
    const [quote] = quoted("Yes.", "Well, I think so. ");
    expect(resolve(text, [quote]).status).toBe("ambiguous");
    expect(resolve(text, [{ type: "TextPositionSelector", ...second }, quote])).toEqual(
      exact(second.start, second.end),
    );
  });

  test("the position never decides alone", () => {
    const text = "Yes. No. Yes. No.";
    const [quote] = quoted("Yes.", "He said at once: ");
    expect(resolve(text, [{ type: "TextPositionSelector", start: 9, end: 13 }, quote]).status).toBe("ambiguous");
    const [plain] = quoted("Yes.");
    expect(resolve(text, [{ type: "TextPositionSelector", start: 8, end: 12 }, plain]).status).toBe("ambiguous");
  });
});

group("resolver", () => {
  test("gives the same as resolve, selector by selector, in any order", () => {
    const selectors = [
      quoted("Yes."),
      quoted("He'd been"),
      quoted("Danny was the frist person"),
      quoted("It helped a lot."),
    ];
    const find = resolver(TALK);
    for (const selector of [...selectors, ...selectors.reverse()])
      expect(find(selector)).toEqual(resolve(TALK, selector));
  });
});
