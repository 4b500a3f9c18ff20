import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadOver } from "./spread";

describe("spreadOver", () => {
  test.each([
    { name: "no cells", cells: [], perCell: 2, expected: [] },
    { name: "a cell with nobody", cells: [[]], perCell: 2, expected: [[]] },
    { name: "fewer people than asked for", cells: [["a"]], perCell: 2, expected: [["a"]] },
    { name: "the first of equals", cells: [["a", "b", "c"]], perCell: 1, expected: [["a"]] },
    // a is the only one in the second cell, so the first cell hands a on and takes b.
    { name: "somebody who is needed elsewhere", cells: [["a", "b"], ["a"]], perCell: 1, expected: [["b"], ["a"]] },
    // A chain of two hand-overs: the third cell needs a, so the first takes b, so the second takes c.
    {
      name: "a chain of hand-overs",
      cells: [["a", "b"], ["b", "c"], ["a"]],
      perCell: 1,
      expected: [["b"], ["c"], ["a"]],
    },
    { name: "no participant twice in a cell", cells: [["a", "b"]], perCell: 2, expected: [["a", "b"]] },
    // Nobody else is there: a must be quoted in both.
    { name: "what cannot be helped", cells: [["a"], ["a"]], perCell: 1, expected: [["a"], ["a"]] },
  ])("takes $name", ({ cells, perCell, expected }) => {
    expect(spreadOver(cells, perCell)).toEqual(expected);
  });

  const tables = fc.array(fc.subarray(["a", "b", "c", "d", "e"]), { maxLength: 5 });

  test("is as even as the best of all possible choices", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 2 }), (cells, perCell) => {
        const chosen = spreadOver(cells, perCell);
        expect(unevenness(chosen)).toBe(Math.min(...allChoices(cells, perCell).map(unevenness)));
      }),
      { numRuns: 300 },
    );
  });

  test("quotes as many different people as any choice can", () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const most = Math.max(...allChoices(cells, 1).map((choice) => new Set(choice.flat()).size));
        expect(new Set(spreadOver(cells, 1).flat()).size).toBe(most);
      }),
      { numRuns: 300 },
    );
  });

  test("fills every cell with different people from it, in file order", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 4 }), (cells, perCell) => {
        spreadOver(cells, perCell).forEach((chosen, index) => {
          const candidates = cells[index] ?? [];
          expect(chosen).toHaveLength(Math.min(perCell, candidates.length));
          expect(chosen).toEqual(candidates.filter((each) => chosen.includes(each)));
        });
      }),
    );
  });
});

/** The sum of squares of how often each participant is chosen. */
function unevenness(cells: readonly (readonly string[])[]): number {
  const loads = new Map<string, number>();
  for (const participant of cells.flat()) loads.set(participant, (loads.get(participant) ?? 0) + 1);
  return [...loads.values()].reduce((sum, load) => sum + load ** 2, 0);
}

/** Every way to fill the cells, by brute force. */
function allChoices(cells: readonly (readonly string[])[], perCell: number): string[][][] {
  return cells.reduce<string[][][]>(
    (choices, candidates) =>
      choices.flatMap((choice) => subsets(candidates, perCell).map((subset) => [...choice, subset])),
    [[]],
  );
}

function subsets(candidates: readonly string[], size: number): string[][] {
  const [first, ...rest] = candidates;
  if (size === 0 || first === undefined) return [[]];
  if (candidates.length <= size) return [[...candidates]];
  return [...subsets(rest, size - 1).map((subset) => [first, ...subset]), ...subsets(rest, size)];
}
