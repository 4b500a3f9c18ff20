import { describe, expect, test } from "vitest";
import { toSource } from "../issues/source";
import { parseYaml } from "./yaml";
import { yamlBomb } from "./yaml-bomb";

const codes = (text: string): string[] => parseYaml(toSource("a.yaml", text)).issues.map(({ code }) => code);

describe("yamlBomb", () => {
  test.each<[string, string, string]>([
    ["keys", Array.from({ length: 100_001 }, (_, nth) => `k${nth}: 1\n`).join(""), "100000 keys and values"],
    ["a list in brackets", `[${"1,".repeat(100_000)}1]`, "100000 keys and values"],
    ["lines of a long text", `a: |\n${"  b\n".repeat(500_001)}`, "500000 lines"],
    ["aliases", "*a ".repeat(100_001), "100000 keys and values"],
    ["directives", "%a b\n".repeat(100_001), "100000 keys and values"],
    ["letters", `a: ${"b".repeat(20_000_000)}`, "20000000 characters"],
  ])("too many %s are one issue, and are not parsed", (_, text, most) => {
    expect(parseYaml(toSource("a.yaml", text)).issues).toMatchObject([
      { code: "too-large", severity: "error", message: `The file has more than ${most}, and was not read.` },
    ]);
  });

  test.each([
    ["brackets", "[".repeat(1001)],
    ["dashes", `${"- ".repeat(1001)}a`],
    ["question marks", `${"? ".repeat(1001)}a`],
  ])("a thousand %s within one another are not parsed", (_, text) => {
    expect(codes(text)).toEqual(["broken-yaml"]);
  });

  test("signs of aliases and directives within words are no values", () => {
    expect(yamlBomb(`a: ${"R&D 5% 2*3 ".repeat(100_000)}`)).toBeNull();
  });

  test("commas and colons in running text, times and addresses are no values", () => {
    expect(yamlBomb(`a: ${"one, two 10:30 http://a.b ".repeat(60_000)}`)).toBeNull();
  });

  test("front matter is told to be too long where its limit is", () => {
    const { value, issues } = parseYaml(toSource("a.txt", "a: bcd"), 0, 6, 5);
    expect([value, issues]).toMatchObject([
      undefined,
      [{ code: "too-large", message: "The front matter has more than 5 characters, and was not read." }],
    ]);
  });
});
