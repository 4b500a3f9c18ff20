import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTime, parseTimeSpan, readStamp } from "./times";

describe("parseTime", () => {
  test.each([
    ["0", 0],
    ["83", 83],
    ["83.5", 83.5],
    ["83,5", 83.5],
    [" 1:23 ", 83],
    ["0:03", 3],
    ["75:20", 4520],
    ["01:02:03", 3723],
    ["01:02:03.250", 3723.25],
    ["01:02:03,250", 3723.25],
    ["1:15.835", 75.835],
    ["100:00:00", 360000],
  ])("%j is %d seconds", (text, seconds) => {
    expect(parseTime(text)).toBe(seconds);
  });

  test.each([
    "",
    " ",
    "-1",
    "1:2",
    "1:60",
    "1:60:00",
    "1:02:03:04",
    "1:234",
    "1e3",
    "1.2.3",
    "1,234.5",
    "NaN",
    "10:30am",
    "2025-10-14",
    "٣:٠٣",
  ])("%j is no time", (text) => {
    expect(parseTime(text)).toBeNull();
  });

  test("A time written with hours, minutes and seconds gives back its seconds.", () => {
    const two = (value: number): string => String(value).padStart(2, "0");
    fc.assert(
      fc.property(fc.nat(3_599_999), fc.nat(999), (seconds, milliseconds) => {
        const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
        expect(parseTime(clock)).toBe(seconds);
        expect(parseTime(`${clock}.${String(milliseconds).padStart(3, "0")}`)).toBe(
          (seconds * 1000 + milliseconds) / 1000,
        );
      }),
    );
  });
});

describe("parseTimeSpan", () => {
  test.each([
    ["83,5", [83.5, null]],
    [" [00:01:02] ", [62, null]],
    ["0:00,0 - 0:04,2", [0, 4.2]],
    ["00:00:01.5 --> 00:00:04.25", [1.5, 4.25]],
    ["(1:02–1:05)", [62, 65]],
  ] as const)("%j is %j", (text, span) => {
    expect(parseTimeSpan(text)).toEqual(span);
  });

  test.each(["", "2024-05-03", "18-25", "0:03 and on", "0:03 - ", "10:30am"])("%j is none", (text) => {
    expect(parseTimeSpan(text)).toBeNull();
  });
});

describe("readStamp", () => {
  test.each([
    ["[00:01:02] words", { time: [62, null], end: 10, bracketed: true, hours: true }],
    ["(0:03)", { time: [3, null], end: 6, bracketed: true, hours: false }],
    ["<0:03> x", { time: [3, null], end: 6, bracketed: true, hours: false }],
    ["[ 0:03 ]", { time: [3, null], end: 8, bracketed: true, hours: false }],
    ["[0:03 - 0:09]", { time: [3, 9], end: 13, bracketed: true, hours: false }],
    ["00:00:03.000 --> 00:00:09.500 x", { time: [3, 9.5], end: 29, bracketed: false, hours: true }],
    ["0:03–0:09", { time: [3, 9], end: 9, bracketed: false, hours: false }],
    ["0:03 words", { time: [3, null], end: 4, bracketed: false, hours: false }],
    ["0:03, words", { time: [3, null], end: 4, bracketed: false, hours: false }],
    ["0:03 - words", { time: [3, null], end: 4, bracketed: false, hours: false }],
  ])("%j begins with a stamp", (text, expected) => {
    expect(readStamp(text, 0)).toEqual(expected);
    expect(readStamp(`ab ${text}`, 3)).toEqual({ ...expected, end: expected.end + 3 });
  });

  test.each([
    "",
    "words",
    " 0:03",
    "[0:03",
    "(0:03]",
    "0:03)",
    "[words]",
    "0:3",
    "10:30am",
    "0:030",
    "1:02:03:12",
    "[0:03 words]",
    "[204]",
    "0:99",
  ])("%j begins with none", (text) => {
    expect(readStamp(text, 0)).toBeNull();
  });
});
