// fixtures/layers is a small library in which every file but value.ts and fine.test.ts breaks one rule of the layers.
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import readConfiguration from "dependency-cruiser/config-utl/extract-depcruise-config";
import { expect, test } from "vitest";

const inRepository = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const configuration = await readConfiguration(inRepository(".dependency-cruiser.mjs"));

async function violations(): Promise<Record<string, string[]>> {
  const { tsConfig: _, ...options } = configuration.options ?? {};
  const { output } = await cruise(["src", "examples"], {
    ...options,
    ruleSet: { forbidden: configuration.forbidden ?? [] },
    validate: true,
    baseDir: inRepository("fixtures/layers"),
  });
  if (typeof output === "string") throw new Error(output);
  const found: Record<string, string[]> = {};
  for (const { rule, from, to } of output.summary.violations) {
    const target = to.replace(/^.*node_modules\//, "");
    found[rule.name] = [...(found[rule.name] ?? []), `${from} -> ${target}`];
  }
  return found;
}

test("every rule of the layers bites on the file that breaks it, and on no other", async () => {
  expect(await violations()).toEqual({
    "layer-issues": ["src/issues/upwards.ts -> src/model/value.ts"],
    "layer-model": ["src/model/upwards.ts -> src/text/value.ts"],
    "layer-text": ["src/text/upwards.ts -> src/anchor/value.ts"],
    "layer-anchor": ["src/anchor/upwards.ts -> src/transcripts/value.ts"],
    "layer-transcripts": ["src/transcripts/upwards.ts -> src/scheme/value.ts"],
    "layer-scheme": ["src/scheme/upwards.ts -> src/coding/value.ts"],
    "layer-coding": ["src/coding/upwards.ts -> src/transcripts/value.ts"],
    "layer-rules": ["src/rules/upwards.ts -> src/coding/value.ts"],
    "layer-study": ["src/study/upwards.ts -> src/analysis/value.ts"],
    "layer-table": ["src/table/upwards.ts -> src/model/value.ts"],
    "layer-analysis": ["src/analysis/upwards.ts -> src/index.ts"],
    "layer-index": ["src/index.ts -> src/node/value.ts"],
    "layer-office": ["src/office/upwards.ts -> src/exchange/value.ts"],
    "layer-exchange": ["src/exchange/upwards.ts -> src/chart/value.ts"],
    "layer-chart": ["src/chart/upwards.ts -> src/node/value.ts"],
    "layer-node": ["src/node/upwards.ts -> src/cli/value.ts"],
    "layer-cli": ["src/cli/upwards.ts -> src/stray/value.ts"],
    "known-layer": ["src/stray/value.ts -> src/issues/value.ts"],
    "no-cycle": ["src/text/cycle-one.ts -> src/text/cycle-two.ts"],
    "node-behind-its-door": ["src/text/disk.ts -> fs"],
    "packages-are-dependencies": ["src/text/test-tool.ts -> fast-check/lib/fast-check.d.ts"],
    "natural-by-file": ["src/text/whole-natural.ts -> natural/lib/natural/index.js"],
    "no-test-in-source": ["src/text/names-test.ts -> src/text/fine.test.ts"],
    "examples-through-the-doors": ["examples/inside.ts -> src/analysis/value.ts"],
    resolvable: ["src/text/nowhere.ts -> ./gone"],
  });
});

test("no rule stands in the configuration that the fixture does not prove", async () => {
  const names = configuration.forbidden?.map((rule) => rule.name).sort();
  expect(Object.keys(await violations()).sort()).toEqual(names);
});
