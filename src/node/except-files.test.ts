import { expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { without } from "./except-files";

const given = Object.freeze({
  files: Object.freeze(["in/T1.doc", "in/T1.htm", "in/old/T1.doc", "in/Zoe\u0308.txt", "in/a+b(1).txt"]),
  passedOver: Object.freeze(["in/README.md"]),
});

test.each<[string, readonly string[]]>([
  ["T1.htm", ["in/T1.htm"]],
  ["T1.doc", ["in/T1.doc", "in/old/T1.doc"]],
  ["in/T1.doc", ["in/T1.doc"]],
  ["./in/T1.doc", ["in/T1.doc"]],
  ["old", ["in/old/T1.doc"]],
  ["old/", ["in/old/T1.doc"]],
  ["T1.*", ["in/T1.doc", "in/T1.htm", "in/old/T1.doc"]],
  ["*.md", ["in/README.md"]],
  ["Zo\u00eb.txt", ["in/Zoe\u0308.txt"]],
  ["a+b(1).txt", ["in/a+b(1).txt"]],
])("%s leaves out %j, and keeps the others in their order", (name, excepted) => {
  const keep = (files: readonly string[]): string[] => files.filter((file) => !excepted.includes(file));
  expect(without(given, [name])).toEqual({ files: keep(given.files), passedOver: keep(given.passedOver), excepted });
});

test("no names leave out nothing", () => {
  expect(without(given, [])).toEqual({ ...given, excepted: [] });
});

test.each([["T1"], ["T1.do"], ["1.doc"], ["n/T1.doc"], [".*"], [""]])("%j is no name of these files", (name) => {
  expect(() => without(given, [name, "T1.htm"])).toThrow(InputError);
  expect(() => without(given, [name, "T1.htm"])).toThrow(`No file here is called "${name}", to be left out.`);
});
