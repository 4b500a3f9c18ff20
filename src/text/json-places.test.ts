import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPlaces } from "./json-places";

const at = (text: string, path: readonly (string | number)[], offset = 0): (string | undefined)[] => {
  const { key, value } = jsonPlaces(text, offset)(path);
  return [key, value].map((range) => (range === undefined ? undefined : text.slice(range.start, range.end)));
};

test.each<[string, readonly (string | number)[], string | undefined, string]>([
  ['{"a":1}', [], undefined, '{"a":1}'],
  ['{"a":1, "b" : [ "x", {"c":null} ] }', ["b"], '"b"', '[ "x", {"c":null} ]'],
  ['{"a":1, "b" : [ "x", {"c":null} ] }', ["b", 1, "c"], '"c"', "null"],
  ['{"a":1, "b" : [ "x", {"c":null} ] }', ["b", 0], undefined, '"x"'],
  ['{"a":"}\\"]","b":-1.5e3}', ["b"], '"b"', "-1.5e3"],
  ['{"\\u0061":true}', ["a"], '"\\u0061"', "true"],
  ['{"a":1,"a":2}', ["a"], '"a"', "2"],
  ['{"a":{"b":1}}', ["a", "c"], undefined, '{"b":1}'],
  ['{"a":1}', ["c"], undefined, '{"a":1}'],
  ['{"a":1}', ["a", "b"], undefined, "1"],
])("In %s, %j is at the key %s with the value %s.", (text, path, key, value) => {
  expect(at(text, path)).toEqual([key, value]);
  expect(at(`[0]\n${text}\n[1]`, path, 4)).toEqual([key, value]);
});

test("Every value of any JSON text is found where it stands.", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.boolean(), (json, isSpread) => {
      const text = isSpread ? JSON.stringify(JSON.parse(json), null, 2) : json;
      const placeOf = jsonPlaces(text, 0);
      const visit = (value: unknown, path: readonly (string | number)[]): void => {
        const { start, end } = placeOf(path).value;
        expect(JSON.parse(text.slice(start, end))).toEqual(value);
        if (typeof value !== "object" || value === null) return;
        for (const [key, each] of Object.entries(value)) visit(each, [...path, key]);
      };
      visit(JSON.parse(text), []);
    }),
  );
});
