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
  jobs: [
    {
      parts: [
        measure("load", [100, 200], [1400, 1000]),
        measure("passages", [2], [50]),
        measure("tables", [10], [121]),
      ],
      whole: measure("all", [160], [1350]),
    },
    {
      parts: [measure("suggest", [40, 50], [400]), measure("migrate", [1], [19])],
      whole: measure("both", [46], [419]),
    },
  ],
  limits: [
    { name: "suggest, 1,000 words", measure: measure("suggest", [40, 50], [400]), milliseconds: 44.9 },
    { name: "migrate, 10 steps", measure: measure("migrate", [1], [19]), milliseconds: 1 },
  ],
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
      "suggest             45.0 ms   400 ms   8.9 x",
      "migrate             1.00 ms  19.0 ms  19.0 x",
      "both                46.0 ms   419 ms   9.1 x",
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
      "suggest, 1,000 words                     44.9 ms   45.0 ms  not met",
      "migrate, 10 steps                        1.00 ms   1.00 ms      met",
      "polyvocal themes, growth to size 10       12.0 x     4.2 x      met",
      "load, growth to size 10                   12.0 x     8.0 x      met",
      "tables, growth to size 10                 12.0 x    12.1 x  not met",
      "all, growth to size 10                    12.0 x     8.4 x      met",
      "suggest, growth to size 10                12.0 x     8.9 x      met",
      "both, growth to size 10                   12.0 x     9.1 x      met",
    ].join("\n"),
  ]);
});

test("a part that takes less than a twentieth of its job is not judged by its growth", () => {
  const grown = targetsOf(measurements).filter(({ isGrowth }) => isGrowth);
  expect(grown.map(({ name, met }) => [name, met])).toEqual([
    ["polyvocal themes, growth to size 10", true],
    ["load, growth to size 10", true],
    ["tables, growth to size 10", false],
    ["all, growth to size 10", true],
    ["suggest, growth to size 10", true],
    ["both, growth to size 10", true],
  ]);
});

test("a target is met by what is just as much, and not by more", () => {
  const targets = targetsOf(measurements).filter(({ isGrowth }) => !isGrowth);
  expect(targets.map(({ name, most, measured, met }) => [name, most, measured, met])).toEqual([
    ["polyvocal themes, time of size 1", "600 ms", "600 ms", true],
    ["polyvocal themes, peak memory of size 1", "160 MB", "161 MB", false],
    ["suggest, 1,000 words", "44.9 ms", "45.0 ms", false],
    ["migrate, 10 steps", "1.00 ms", "1.00 ms", true],
  ]);
});
