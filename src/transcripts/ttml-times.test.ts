import { expect, test } from "vitest";
import { parseTtmlTime } from "./ttml-times";

test.each([
  ["00:01:02.500", 62.5],
  ["99:59:59.999", 359_999.999],
  [" 00:01:02.5 ", 62.5],
  ["00:00:00,040", 0.04],
  ["100:00:00.040", 360_000.04],
  ["00:60:00.000", null],
  ["00:00:60.000", null],
  ["0a:00:00.000", null],
  ["00:00:00.0/0", null],
  ["00:00:00.00:", null],
  ["00:00:02:15", 2.5],
  ["1500ms", 1.5],
])("%j is a time of %j seconds, or none", (written, seconds) => {
  expect(parseTtmlTime(written, { frames: 30, ticks: 1 })).toBe(seconds);
});
