import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { nowhere } from "../issues/source";
import { parseScheme } from "./parse-scheme";
import { readScheme } from "./read-scheme";
import { categoryTree, codesOfCategory, codesOfTheme, themeTree } from "./tree";

const scheme = parseScheme(`
themes:
  - id: late
    parent: top
    codes: [b, d]
  - id: top
    codes: [a, b]
    subthemes:
      - { id: left, codes: [c], subthemes: [{ id: leaf, codes: [a, e] }] }
      - { id: right }
  - id: other
codes:
  - { id: a, category: inner }
  - { id: b, category: outer }
  - { id: c, category: inner, retired: yes }
  - d
  - e
categories:
  - { id: outer, categories: [{ id: inner }] }
  - { id: empty }
`);

const outline = (tree: ReturnType<typeof themeTree> | ReturnType<typeof categoryTree>) =>
  tree.map(({ entry, depth, subtree, codes }) => [entry.id, depth, subtree.join(" "), codes.join(" ")]);

test("each theme is followed by its subthemes, in the order of the file, with the union of their codes", () => {
  expect(outline(themeTree(scheme))).toEqual([
    ["top", 0, "top late left leaf right", "a b d c e"],
    ["late", 1, "late", "b d"],
    ["left", 1, "left leaf", "c a e"],
    ["leaf", 2, "leaf", "a e"],
    ["right", 1, "right", ""],
    ["other", 0, "other", ""],
  ]);
});

test("each category is followed by those within it, with the union of their codes, retired ones too", () => {
  expect(outline(categoryTree(scheme))).toEqual([
    ["outer", 0, "outer inner", "b a c"],
    ["inner", 1, "inner", "a c"],
    ["empty", 0, "empty", ""],
  ]);
});

test("the codes of one theme or category can be asked for", () => {
  expect(codesOfTheme(scheme, "left")).toEqual(["c", "a", "e"]);
  expect(codesOfCategory(scheme, "outer")).toEqual(["b", "a", "c"]);
});

test("a theme or category that is not there is told with those that are", () => {
  expect(() => codesOfTheme(scheme, "lefd")).toThrow(InputError);
  expect(() => codesOfTheme(scheme, "lefd")).toThrow('The option "theme" cannot be "lefd". Did you mean "left"?');
  expect(() => codesOfCategory(scheme, "top")).toThrow('It can be "outer", "inner", "empty".');
});

describe("the tree of any scheme", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const anyThemes = fc.array(
    fc.record({ parent: fc.option(fc.constantFrom(...ids)), codes: fc.subarray(["x", "y", "z"]) }),
    {
      minLength: ids.length,
      maxLength: ids.length,
    },
  );

  test("holds every theme once, below its parent, with the codes of all that are under it", () => {
    fc.assert(
      fc.property(anyThemes, (themes) => {
        const value = { themes: themes.map((each, index) => ({ id: ids[index], ...each })), codes: ["x", "y", "z"] };
        const tree = themeTree(readScheme(value, nowhere).scheme);
        expect(tree.map(({ entry }) => entry.id).toSorted()).toEqual(ids);
        for (const { entry, depth, subtree, codes } of tree) {
          const parent = tree.find((row) => row.entry.id === entry.parent);
          expect(depth).toBe(parent === undefined ? 0 : parent.depth + 1);
          expect(subtree[0]).toBe(entry.id);
          const children = tree.filter((row) => row.entry.parent === entry.id);
          expect(subtree).toEqual([entry.id, ...children.flatMap((row) => row.subtree)]);
          expect(new Set(codes)).toEqual(new Set([...entry.codes, ...children.flatMap((row) => row.codes)]));
          expect(codes.length).toBe(new Set(codes).size);
        }
      }),
    );
  });

  test("can be as deep as it likes", () => {
    const deep = Array.from({ length: 1000 }, (_, index) => ({
      id: `t${index}`,
      parent: index === 0 ? null : `t${index - 1}`,
    }));
    expect(themeTree(readScheme({ themes: deep }, nowhere).scheme).at(-1)?.depth).toBe(999);
  });
});
