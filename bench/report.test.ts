import { expect, test } from "vitest";
import { type Measure, type Measurements, median, reportTables, targetsOf } from "./report";

const measure = (name: string, small: number[], large: number[]): Measure => ({ name, small, large });

const measurements: Measurements = {
  commands: [
    {
      isLibrary: false,
      milliseconds: measure("node -e 0", [40], [41]),
      megabytes: measure("node -e 0", [42], [42]),
    },
    {
      isLibrary: true,
      milliseconds: measure("polyvocal themes", [900, 500, 600], [3000, 2500, 2000]),
      megabytes: measure("polyvocal themes", [170, 161, 150], [300, 300, 300]),
    },
  ],
  parts: [measure("load", [100, 200], [1400, 1000]), measure("passages", [2], [50]), measure("tables", [10], [121])],
  whole: measure("all", [160], [1350]),
};

test.each([
  ["an odd number", [3, 1, 2], 2],
  ["an even number", [4, 1, 2, 3], 2.5],
])("the median of %s of numbers", (_, numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});

test("the report states medians, growth and targets", () => {
  expect(reportTables(measurements)).toEqual([
    [
      "within one process   size 1  size 10  growth",
      "------------------  -------  -------  ------",
      "load                 150 ms   1.20 s   8.0 x",
      "passages            2.00 ms  50.0 ms  25.0 x",
      "tables              10.0 ms   121 ms  12.1 x",
      "all                  160 ms   1.35 s   8.4 x",
    ].join("\n"),
    [
      "whole process      size 1  size 10  growth  peak, size 1  peak, size 10",
      "----------------  -------  -------  ------  ------------  -------------",
      "node -e 0         40.0 ms  41.0 ms                 42 MB          42 MB",
      "polyvocal themes   600 ms   2.50 s   4.2 x        161 MB         300 MB",
    ].join("\n"),
    [
      "target                                   at most  measured",
      "---------------------------------------  -------  --------  -------",
      "polyvocal themes, time of size 1          600 ms    600 ms      met",
      "polyvocal themes, peak memory of size 1   160 MB    161 MB  not met",
      "polyvocal themes, growth to size 10       12.0 x     4.2 x      met",
      "load, growth to size 10                   12.0 x     8.0 x      met",
      "tables, growth to size 10                 12.0 x    12.1 x  not met",
      "all, growth to size 10                    12.0 x     8.4 x      met",
    ].join("\n"),
  ]);
});

test("a part that takes less than a twentieth of the whole is not judged by its growth", () => {
  const grown = targetsOf(measurements).filter(({ isGrowth }) => isGrowth);
  expect(grown.map(({ name, met }) => [name, met])).toEqual([
    ["polyvocal themes, growth to size 10", true],
    ["load, growth to size 10", true],
    ["tables, growth to size 10", false],
    ["all, growth to size 10", true],
  ]);
});

test("a target is met by what is just as much, and not by more", () => {
  const targets = targetsOf(measurements).filter(({ isGrowth }) => !isGrowth);
  expect(targets.map(({ name, most, measured, met }) => [name, most, measured, met])).toEqual([
    ["polyvocal themes, time of size 1", "600 ms", "600 ms", true],
    ["polyvocal themes, peak memory of size 1", "160 MB", "161 MB", false],
  ]);
});
