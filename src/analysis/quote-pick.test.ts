import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { QuoteCandidate } from "./quote-candidates";
import { type Pick, pickQuotes, type QuoteCell } from "./quote-pick";

/** A candidate by participant and place: "A3" is what A says at 3. */
function candidate(name: string, words = 10): QuoteCandidate {
  const [participant, start] = [name.slice(0, 1), Number(name.slice(1)) * 100];
  const voices = [{ participant, turn: "1", start, end: start + 50 }];
  return {
    participant,
    transcript: "T",
    start,
    end: start + 50,
    text: name,
    words,
    codings: [name],
    codes: ["c"],
    stance: null,
    voices,
  };
}

/** Cells of candidates with these names. */
function cellsOf(...cells: string[]): QuoteCell[] {
  return cells.map((names, index) => ({
    id: String(index),
    group: "g",
    candidates: names
      .split(" ")
      .filter(Boolean)
      .map((name) => candidate(name)),
  }));
}

function picked(cells: readonly QuoteCell[], pick: Pick, perCell: number): string[] {
  return pickQuotes(cells, pick, perCell).map((quotes) => quotes.map((quote) => quote.text).join(" "));
}

describe("pickQuotes", () => {
  test.each<[string, string[], Pick, number, string[]]>([
    ["the first in file order", ["A1 A2 B3"], "first", 2, ["A1 A2"]],
    ["different people first", ["A1 A2 B3"], "spread", 2, ["A1 B3"]],
    ["second quotes where there are not people enough", ["A1 A2 B3"], "spread", 3, ["A1 A2 B3"]],
    ["nothing where nothing is wanted", ["A1 A2 B3"], "spread", 0, [""]],
    ["all where more are wanted", ["A1 A2 B3", "", "C1"], "spread", 9, ["A1 A2 B3", "", "C1"]],
    ["words not quoted yet before those that are", ["A1", "A1 A2"], "spread", 1, ["A1", "A2"]],
    ["words again that cannot be helped", ["A1", "A1"], "spread", 1, ["A1", "A1"]],
    // A must be quoted twice in the first cell, so the others quote A as little as can be: A, B and C have two each.
    [
      "fewer elsewhere of whom one cell must quote twice",
      ["A1 A2", "A3 B1 C1", "A4 B2 C2"],
      "spread",
      2,
      ["A1 A2", "B1 C1", "B2 C2"],
    ],
    // Both have two to give, and B is needed in the second cell.
    ["for the second quote whoever is quoted less elsewhere", ["A1 A2 B1 B2", "B3"], "spread", 3, ["A1 A2 B1", "B3"]],
  ])("takes %s", (_, cells, pick, perCell, expected) => {
    expect(picked(cellsOf(...cells), pick, perCell)).toEqual(expected);
  });

  test("takes the longest, the earlier of equals, and prints them in file order", () => {
    const candidates = [candidate("A1", 5), candidate("B2", 9), candidate("C3", 9), candidate("D4", 12)];
    expect(picked([{ id: "0", group: "g", candidates }], "longest", 2)).toEqual(["B2 D4"]);
  });

  test("takes what a function returns, each once, in its order", () => {
    const pick: Pick = (cell) => [...cell.candidates].reverse().concat(cell.candidates);
    expect(picked(cellsOf("A1 B2"), pick, 1)).toEqual(["B2 A1"]);
  });

  test("is not changed by a function that sorts the candidates it is given", () => {
    const cells = cellsOf("A1 B2 C3");
    picked(cells, (cell) => (cell.candidates as QuoteCandidate[]).reverse().slice(0, 1), 1);
    expect(picked(cells, "first", 3)).toEqual(["A1 B2 C3"]);
  });

  test.each([
    ["nothing", () => undefined],
    [
      "a copy, with other words in it",
      (cell: QuoteCell) => cell.candidates.map((each) => ({ ...each, participant: "Z" })),
    ],
    ["a candidate, and no list", (cell: QuoteCell) => cell.candidates[0]],
  ])("refuses a function that returns %s", (_, pick) => {
    expect(() => pickQuotes(cellsOf("A1"), pick as never, 1)).toThrow('The option "pick" cannot be');
  });

  test("spreads as evenly as any choice that takes different people first can", () => {
    const cell = fc.uniqueArray(fc.constantFrom("A1", "A2", "A3", "B4", "B5", "C6"), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 3 }), fc.integer({ min: 1, max: 4 }), (names, perCell) => {
        const cells = cellsOf(...names.map((each) => each.sort().join(" ")));
        const chosen = pickQuotes(cells, "spread", perCell).map((quotes) => quotes.map((quote) => quote.participant));
        const best = Math.min(
          ...allChoices(
            names.map((each) => each.map((name) => name.slice(0, 1))),
            perCell,
          ).map(unevenness),
        );
        expect(unevenness(chosen)).toBe(best);
        chosen.forEach((each, index) => {
          expect(each).toHaveLength(Math.min(perCell, names[index]?.length ?? 0));
        });
      }),
      { numRuns: 200 },
    );
  });
});

/** The sum of squares of how often each participant is chosen. */
function unevenness(cells: readonly (readonly string[])[]): number {
  const loads = new Map<string, number>();
  for (const participant of cells.flat()) loads.set(participant, (loads.get(participant) ?? 0) + 1);
  return [...loads.values()].reduce((sum, load) => sum + load ** 2, 0);
}

/** Every choice in which nobody is quoted twice in a cell while somebody who could be is not quoted there. */
function allChoices(cells: readonly (readonly string[])[], perCell: number): string[][][] {
  return cells.reduce<string[][][]>(
    (choices, people) => choices.flatMap((choice) => fairSubsets(people, perCell).map((subset) => [...choice, subset])),
    [[]],
  );
}

function fairSubsets(people: readonly string[], perCell: number): string[][] {
  const size = Math.min(perCell, people.length);
  const times = (list: readonly string[], id: string): number => list.filter((each) => each === id).length;
  return Array.from({ length: 2 ** people.length }, (_, bits) => people.filter((_each, at) => (bits >> at) & 1)).filter(
    (subset) =>
      subset.length === size &&
      people.every(
        (one) =>
          times(subset, one) === times(people, one) ||
          subset.every((other) => times(subset, other) <= times(subset, one) + 1),
      ),
  );
}
