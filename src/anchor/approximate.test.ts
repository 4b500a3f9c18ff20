import fc from "fast-check";
import { expect, describe as group, test } from "vitest";
import { allowedErrors, findNear } from "./approximate";

const STORY =
  "We met in the garden behind the ward. She told me that she had slept for a month. I laughed, because I had counted " +
  "the days as well. Nobody had told us that one could get better, and here she was with a job and a dog. She said the " +
  "dog did more than the pills. I wrote that down in the back of my diary, under the shopping list. My sister found it " +
  "years later and asked who had said it, and I could not remember her name, only the dog's.";

/** The words of the accepted place; null if there is none. */
function accepted(text: string, words: string): string | null {
  const { accepted: place } = findNear(text, words);
  return place && text.slice(place.start, place.end);
}

test.each([
  [0, 0],
  [11, 0],
  [12, 1],
  [15, 1],
  [16, 2],
  [26, 4],
  [56, 10],
  [106, 20],
])("words of %i characters may have %i errors", (length, errors) => {
  expect(allowedErrors(length)).toBe(errors);
});

group("findNear", () => {
  test("finds changed words and counts the changes", () => {
    const { accepted: place, tied } = findNear(STORY, "nobody has told us that one can get better");
    expect(place && STORY.slice(place.start, place.end)).toBe("Nobody had told us that one could get better");
    // One letter in "Nobody", one in "had", four from "can" to "could".
    expect(place?.errors).toBe(6);
    expect(tied).toBe(false);
  });

  test.each([
    ["takes a cut word whole at the start", "ith a job and a dog", "with a job and a dog"],
    ["takes a cut word whole at the end", "slept for a mont", "slept for a month"],
    ["leaves out a letter too many", "d slept for a manth", "slept for a month"],
    ["keeps the full stop", "dod did more than the pils.", "dog did more than the pills."],
    ["leaves the full stop where the words have none", "dod did more than the pils", "dog did more than the pills"],
    ["finds nothing in other words", "the weather was cold that year", null],
    ["finds nothing for eleven characters", "who had sad", null],
  ])("%s", (_, words, found) => {
    expect(accepted(STORY, words)).toBe(found);
  });

  test("takes a bracket whole", () => {
    const text = "So [the woman from the ward] told me that she had slept for a month [in her words].";
    expect(accepted(text, "The ward told me that she had slept for a month in hers")).toBe(
      "[the woman from the ward] told me that she had slept for a month [in her words]",
    );
  });

  test("does not decide between two places that are alike", () => {
    const text = "I liked group 1 a lot. And so on. I liked group 2 a lot.";
    const { accepted: place, tied, places } = findNear(text, "I liked group 3 a lot.");
    expect(place).toBeNull();
    expect(tied).toBe(true);
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([
      "I liked group 1 a lot.",
      "I liked group 2 a lot.",
    ]);
  });

  test("does not decide where another place is only a little less alike", () => {
    const text = "I never told my mother about it. And so on. I never told my brother about it.";
    // One error in "mothr", three in "brother": with 31 characters the lead must be four.
    expect(findNear(text, "I never told my mothr about it.")).toMatchObject({ accepted: null, tied: true });
  });

  test("counts overlapping places as one", () => {
    const text = `I was ${"very, ".repeat(6)}tired of it all by then.`;
    const { accepted: place, tied } = findNear(text, `I was ${"very, ".repeat(7)}tired of it all by now.`);
    expect(tied).toBe(false);
    expect(place).toMatchObject({ start: 0, end: text.length });
  });

  test("names at most five of the nearest places", () => {
    const { places } = findNear("I was there on May 1st. ".repeat(9), "I was here on Day 2nd.");
    expect(places).toHaveLength(5);
  });

  group("with words too long for one search", () => {
    const long = STORY.slice(0, 400);

    test.each([
      ["a change at the start", `Once w${long.slice(1)}`],
      ["a change in the middle", long.replace("Nobody had told us", "No one ever said")],
      ["a change at the end", `${long.slice(0, -9)}wondered who`],
      [
        "changes in every part",
        long.replace("garden", "yard").replace("dog did", "cat did").replace("diary", "notebook"),
      ],
    ])("finds them in spite of %s", (_, text) => {
      const { accepted: place, tied } = findNear(`Before it all. ${text} And then more of it.`, long);
      expect(tied).toBe(false);
      expect(place?.start).toBeGreaterThanOrEqual(10);
      expect(place?.end).toBeGreaterThanOrEqual(15 + text.length - 14);
      expect(place?.end).toBeLessThanOrEqual(15 + text.length + 1);
    });

    test("does not take a beginning and an end with other words between", () => {
      const other = "Then there was the matter of the forms, of which I signed eleven without my glasses on. ".repeat(
        3,
      );
      const text = `${long.slice(0, 90)}${other.slice(0, 220)}${long.slice(310)}`;
      expect(findNear(text, long)).toMatchObject({ accepted: null, tied: false });
    });

    test("does not decide between two places", () => {
      const text = `${long.replace("garden", "yard")} And again. ${long.replace("garden", "park")}`;
      expect(findNear(text, long)).toMatchObject({ accepted: null, tied: true });
    });
  });

  test("accepts nothing that has more errors than allowed, and no range that is not whole words", () => {
    const word = fc.constantFrom("hope", "garden", "nurse", "the", "a", "believed", "希望", "👩‍🚀", "don't");
    const talk = fc.array(word, { minLength: 3, maxLength: 60 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(talk, talk, (text, words) => {
        const { accepted: place, tied, places } = findNear(text, words);
        if (place === null) return;
        expect(tied).toBe(false);
        expect(places).toHaveLength(1);
        expect(place.start).toBeLessThan(place.end);
        const cut = text.slice(place.start, place.end);
        expect(cut).toBe(cut.trim());
        expect(Math.abs(cut.length - words.length)).toBeLessThanOrEqual(place.errors);
      }),
      { numRuns: 500 },
    );
  });
});
