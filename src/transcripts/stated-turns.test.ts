import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { statedTurns, statedWhen, takeLabelEnd } from "./stated-turns";

const read = (text: string, labels: string[], end = ":"): unknown[] =>
  statedTurns(text, labels, end).map(({ label, start, end: stop, time }) =>
    time === undefined ? [label, text.slice(start, stop)] : [label, text.slice(start, stop), time],
  );

describe("statedTurns", () => {
  test("A turn begins with a stated label at the beginning of a line, and nowhere else.", () => {
    const text = "Above it all.\nAna: one\n\nNote: two Ana: three\n# four\nB: five\n\n---\n";
    expect(read(text, ["Ana", "B"])).toEqual([
      ["Ana", "one\n\nNote: two Ana: three\n# four"],
      ["B", "five\n\n---"],
    ]);
  });

  test("The longest label wins, a turn may have none, and more colons can end a label.", () => {
    expect(read("Ana: x: one\n: two\nAna: three", ["Ana", "Ana: x", ""])).toEqual([
      ["Ana: x", "one"],
      ["", "two"],
      ["Ana", "three"],
    ]);
    expect(read("Ana:: one\nAna: two\nAna:: ", ["Ana"], "::")).toEqual([["Ana", "one\nAna: two"]]);
  });

  test("A time stands before the label; words that look like one are words.", () => {
    expect(read("[00:00:01.5 - 01:02:03] Ana: one\n[00:00:04] Ana: two\n[00:00:05] and more", ["Ana"])).toEqual([
      ["Ana", "one", [1.5, 3723]],
      ["Ana", "two\n[00:00:05] and more", [4, null]],
    ]);
  });

  test("A date stands ahead of the time.", () => {
    const text = `${statedWhen({ date: "3 May\n2024", time: [0, null] })}Ana: one\n${statedWhen({ date: "Monday" })}: two`;
    expect(text).toBe("[on 3 May 2024] [00:00:00] Ana: one\n[on Monday] : two");
    expect(statedTurns(text, ["Ana", ""], ":").map(({ date, time }) => [date, time])).toEqual([
      ["3 May 2024", [0, null]],
      ["Monday", undefined],
    ]);
  });

  test("Times are read as they were written, to the last digit.", () => {
    const seconds = fc.oneof(fc.nat(1e6), fc.double({ min: 1e-6, max: 1e7, noNaN: true }), fc.constant(0));
    fc.assert(
      fc.property(seconds, fc.option(seconds), (start, end) => {
        expect(read(`${statedWhen({ time: [start, end] })}Ana: one`, ["Ana"])).toEqual([["Ana", "one", [start, end]]]);
      }),
    );
  });
});

test("only colons are an end of labels: other facts of that name stay facts", () => {
  expect(takeLabelEnd({ site: "North", "label-end": "::" })).toEqual({ labelEnd: "::", attributes: { site: "North" } });
  expect(takeLabelEnd({ "label-end": "loud" })).toEqual({ labelEnd: null, attributes: { "label-end": "loud" } });
});
