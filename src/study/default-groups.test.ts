import { expect, test } from "vitest";
import { DEFAULT_GROUPS } from "./default-groups";
import { groupKey, groupWords } from "./settings";

test("the default groups are consumers, carers and clinicians, in this order", () => {
  expect(DEFAULT_GROUPS.map(({ id, name, singular }) => [id, name, singular])).toEqual([
    ["consumer", "Consumers", "Consumer"],
    ["carer", "Carers", "Carer"],
    ["clinician", "Clinicians", "Clinician"],
  ]);
});

test("no word stands for two of them", () => {
  const keys = DEFAULT_GROUPS.flatMap((group) => [...new Set(groupWords(group).map(groupKey))]);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
