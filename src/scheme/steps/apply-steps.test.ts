import { expect, test } from "vitest";
import { InputError } from "../../issues/input-error";
import { nowhere } from "../../issues/source";
import type { SchemeEntry } from "../../model/scheme";
import { changeScheme } from "../change-scheme";
import { schemeAt } from "../history";
import { readScheme } from "../read-scheme";
import { add, merge, move, redefine, rename, retire, split } from "./make-step";
import type { Step } from "./step";

const { scheme } = readScheme(
  {
    categories: [
      { id: "feelings", name: "Feelings", codes: ["hope", "fear"] },
      { id: "good", parent: "feelings" },
      { id: "work", codes: ["trust"] },
    ],
    codes: [
      { id: "hope", definition: "Looks ahead", examples: ["May"] },
      "fear",
      "trust",
      { id: "old", retired: true },
    ],
    themes: [
      { id: "ahead", concept: "It can change", codes: ["hope", "fear"], subthemes: [{ id: "soon", codes: ["hope"] }] },
      { id: "doubt", codes: ["fear", "trust"] },
      { id: "same" },
    ],
    entries: [{ kind: "code", id: "same" }],
  },
  nowhere,
);
const WHO = { by: "KB", why: "To try" };

/** The entries that a step adds or changes, and the ids of those it takes away. */
function effect(...steps: Step[]): { now: SchemeEntry[]; gone: string[]; was: unknown } {
  const next = changeScheme(scheme, steps, WHO);
  expect(schemeAt(next, 1)).toEqual(scheme);
  const before = new Map(scheme.entries.map((each) => [`${each.kind} ${each.id}`, JSON.stringify(each)]));
  const now = next.entries.filter((each) => before.get(`${each.kind} ${each.id}`) !== JSON.stringify(each));
  const left = new Set(next.entries.map((each) => `${each.kind} ${each.id}`));
  return { now, gone: [...before.keys()].filter((key) => !left.has(key)), was: next.changes[0]?.steps.at(-1)?.was };
}

const code = (id: string, name: string, category: string | null, more = {}) => ({
  kind: "code",
  id,
  name,
  category,
  ...more,
});
const theme = (id: string, name: string, codes: string[], parent: string | null = null, more = {}) => ({
  kind: "theme",
  id,
  name,
  parent,
  codes,
  ...more,
});
const AHEAD = { concept: "It can change" };

test.each<[string, Step, unknown[], string[], unknown]>([
  [
    "add, a code with its place",
    add("grief", { category: "good", themes: ["doubt"], definition: "Of loss" }),
    [theme("doubt", "Doubt", ["fear", "trust", "grief"]), code("grief", "Grief", "good", { definition: "Of loss" })],
    [],
    undefined,
  ],
  [
    "add, a theme within another",
    add("far", { kind: "theme", name: "Far off", parent: "ahead", codes: ["trust"] }),
    [theme("far", "Far off", ["trust"], "ahead")],
    [],
    undefined,
  ],
  [
    "rename",
    rename("hope", "Hoping"),
    [code("hope", "Hoping", "feelings", { definition: "Looks ahead", examples: ["May"] })],
    [],
    "Hope",
  ],
  [
    "rename, of two kinds with one id",
    rename("same", "Alike", { kind: "theme" }),
    [theme("same", "Alike", [])],
    [],
    "Same",
  ],
  ["move, to no category", move("trust", { category: null }), [code("trust", "Trust", null)], [], { category: "work" }],
  [
    "move, to other themes",
    move("fear", { themes: ["soon", "doubt"] }),
    [theme("ahead", "Ahead", ["hope"], null, AHEAD), theme("soon", "Soon", ["hope", "fear"], "ahead")],
    [],
    { themes: { ahead: ["hope", "fear"], soon: ["hope"] } },
  ],
  [
    "move, a theme to the top",
    move("soon", { parent: null }),
    [theme("soon", "Soon", ["hope"])],
    [],
    { parent: "ahead" },
  ],
  [
    "merge, codes into a new one, which stands where the first stood",
    merge(["trust", "hope"], "faith", { definition: "Either" }),
    [
      code("faith", "Faith", "work", { definition: "Either" }),
      theme("ahead", "Ahead", ["faith", "fear"], null, AHEAD),
      theme("soon", "Soon", ["faith"], "ahead"),
      theme("doubt", "Doubt", ["fear", "faith"]),
    ],
    ["code hope", "code trust"],
    [
      {
        id: "hope",
        name: "Hope",
        category: "feelings",
        definition: "Looks ahead",
        examples: ["May"],
        after: null,
      },
      { id: "trust", name: "Trust", category: "work", after: "code fear" },
      { kind: "theme", id: "ahead", codes: ["hope", "fear"] },
      { kind: "theme", id: "soon", codes: ["hope"] },
      { kind: "theme", id: "doubt", codes: ["fear", "trust"] },
    ],
  ],
  [
    "merge, a code into one that is there",
    merge(["hope"], "fear"),
    [theme("ahead", "Ahead", ["fear"], null, AHEAD), theme("soon", "Soon", ["fear"], "ahead")],
    ["code hope"],
    [
      {
        id: "hope",
        name: "Hope",
        category: "feelings",
        definition: "Looks ahead",
        examples: ["May"],
        after: null,
      },
      { kind: "theme", id: "ahead", codes: ["hope", "fear"] },
      { kind: "theme", id: "soon", codes: ["hope"] },
      { id: "fear" },
    ],
  ],
  [
    "merge, a theme into its own subtheme, which takes its place",
    merge(["ahead"], "soon"),
    [theme("soon", "Soon", ["hope", "fear"])],
    ["theme ahead"],
    [
      { id: "ahead", name: "Ahead", concept: "It can change", codes: ["hope", "fear"], after: null },
      { id: "soon", parent: "ahead", codes: ["hope"] },
    ],
  ],
  [
    "merge, categories with what is in them",
    merge(["feelings", "work"], "all", { name: "All of it" }),
    [
      { kind: "category", id: "all", name: "All of it", parent: null },
      { kind: "category", id: "good", name: "Good", parent: "all" },
      code("hope", "Hope", "all", { definition: "Looks ahead", examples: ["May"] }),
      code("fear", "Fear", "all"),
      code("trust", "Trust", "all"),
    ],
    ["category feelings", "category work"],
    expect.any(Array),
  ],
  [
    "split, a code, which is kept as retired",
    split("fear", [{ id: "fear-now", name: "Fear now" }, "trust", "dread"]),
    [
      code("fear", "Fear", "feelings", { retired: true }),
      code("fear-now", "Fear now", "feelings"),
      code("dread", "Dread", "feelings"),
      theme("ahead", "Ahead", ["hope", "fear-now", "trust", "dread"], null, AHEAD),
      theme("doubt", "Doubt", ["fear-now", "dread", "trust"]),
    ],
    [],
    [
      { id: "fear", retired: null },
      { kind: "theme", id: "ahead", codes: ["hope", "fear"] },
      { kind: "theme", id: "doubt", codes: ["fear", "trust"] },
      { id: "trust" },
    ],
  ],
  [
    "split, a theme, whose subthemes go up",
    split("ahead", [
      { id: "x", name: "X", codes: ["hope"] },
      { id: "doubt", codes: ["fear", "hope"] },
    ]),
    [theme("x", "X", ["hope"]), theme("soon", "Soon", ["hope"]), theme("doubt", "Doubt", ["fear", "trust", "hope"])],
    ["theme ahead"],
    [
      { id: "ahead", name: "Ahead", concept: "It can change", codes: ["hope", "fear"], after: null },
      { id: "soon", parent: "ahead" },
      { id: "doubt", codes: ["fear", "trust"] },
    ],
  ],
  [
    "redefine, one field new and one taken away",
    redefine("hope", { definition: "Sees a way", examples: null, include: "Plans" }),
    [code("hope", "Hope", "feelings", { definition: "Sees a way", include: "Plans" })],
    [],
    { definition: "Looks ahead", examples: ["May"], include: null },
  ],
  ["retire, a code", retire("trust"), [code("trust", "Trust", "work", { retired: true })], [], undefined],
  [
    "retire, a theme",
    retire("ahead"),
    [theme("soon", "Soon", ["hope"])],
    ["theme ahead"],
    [
      { id: "ahead", name: "Ahead", concept: "It can change", codes: ["hope", "fear"], after: null },
      { id: "soon", parent: "ahead" },
    ],
  ],
])("%s", (_, step, now, gone, was) => {
  const found = effect(step);
  expect(found.now).toEqual(expect.arrayContaining(now));
  expect(found).toEqual({ now: expect.any(Array), gone, was });
  expect(found.now).toHaveLength(now.length);
});

test("new entries stand where they belong", () => {
  const order = (step: Step): string[] => changeScheme(scheme, [step], WHO).entries.map((each) => each.id);
  expect(order(add("new"))).toEqual([...scheme.entries.map((each) => each.id), "new"]);
  expect(order(add("new", { kind: "category" })).slice(0, 4)).toEqual(["feelings", "good", "work", "new"]);
  expect(order(merge(["fear", "trust"], "new")).slice(3, 6)).toEqual(["hope", "new", "old"]);
  expect(order(split("hope", ["a", "b"])).slice(3, 7)).toEqual(["hope", "a", "b", "fear"]);
});

test("a slip in what a step does is told with the word that is meant", () => {
  const made = (): unknown => changeScheme(scheme, [{ renam: "hope", name: "Hope" }], WHO);
  expect(made).toThrow('The step does not say what it does. Did you mean "rename"? A step is one of "add", "rename"');
});

test.each<[string, unknown, string]>([
  ["nothing of a step", 7, "wrong-value: A step must be a record with keys, and is 7."],
  ["no action", { ad: "x" }, "wrong-step: The step does not say what it does."],
  ["two actions", { add: "x", retire: "y" }, "wrong-step: The step does two things at once: add and retire."],
  ["an unknown kind", { add: "x", kind: "cod" }, 'wrong-value: "kind" cannot be "cod".'],
  ["an id no mark can name", { add: "a>b" }, 'wrong-value: The id "a>b" cannot have ">" in it.'],
  ["a blank id", { retire: " " }, "wrong-step: The step does not say what it retires."],
  ["an id of two kinds", rename("same", "S"), 'wrong-step: "same" is a code and a theme.'],
  [
    "a merge of entries of several kinds",
    merge(["hope", "ahead"], "x"),
    'wrong-step: The step names entries of several kinds: the code "hope" and the theme "ahead".',
  ],
  [
    "a merge of entries of several kinds, one of them unknown and one of two kinds",
    merge(["no", "good", "same"], "x"),
    'wrong-step: The step names entries of several kinds: the category "good" and the code and theme "same".',
  ],
  ["an unknown id", retire("hop"), 'unknown-code: The scheme has no code, category or theme "hop".'],
  ["an unknown id of a kind", retire("hope", { kind: "theme" }), 'unknown-theme: The scheme has no theme "hope".'],
  ["an id in use", add("hope"), 'reused-id: There is a code "hope" already.'],
  ["an unknown key", { add: "x", colour: "red" }, 'unknown-key: A code has no key "colour".'],
  ["an unknown parent", add("x", { category: "no" }), 'unknown-category: The scheme has no category "no".'],
  ["an unknown theme", add("x", { themes: ["no"] }), 'unknown-theme: The scheme has no theme "no".'],
  [
    "an unknown code of a theme",
    add("x", { kind: "theme", codes: ["no"] }),
    'unknown-code: The scheme has no code "no".',
  ],
  [
    "a code defined within a theme",
    { add: "x", kind: "theme", codes: [{ id: "y" }] },
    "wrong-step: A new code needs a step of its own.",
  ],
  [
    "what is added later",
    { add: "x", kind: "theme", subthemes: ["y"] },
    'wrong-step: The step cannot state "subthemes" here.',
  ],
  ["no new name", { rename: "hope" }, 'missing-key: A step that renames must have the key "name".'],
  [
    "more than a name",
    { rename: "hope", name: "H", definition: "D" },
    'wrong-step: The step cannot state "definition" here.',
  ],
  ["no place", move("hope", {}), 'wrong-step: The step does not say where "hope" is moved to.'],
  ["a place of another kind", move("hope", { parent: "work" }), 'wrong-step: A code cannot be moved by "parent".'],
  ["itself", move("good", { parent: "good" }), 'theme-cycle: The category "good" cannot stand under itself.'],
  [
    "a place below",
    move("feelings", { parent: "good" }),
    'theme-cycle: The category "feelings" cannot stand under "good", which stands under it.',
  ],
  ["nothing merged", merge([], "x"), "wrong-step: The step merges nothing."],
  ["no target", { merge: ["hope"] }, 'missing-key: A step that merges must have the key "into".'],
  ["a merge into itself", merge(["hope", "fear"], "hope"), 'wrong-step: The step merges "hope" into itself.'],
  ["a merge of one twice", merge(["hope", "hope"], "x"), 'wrong-step: The step names "hope" twice.'],
  ["a merge into what is retired", merge(["hope"], "old"), 'wrong-step: The code "old" is retired.'],
  [
    "new fields of an old target",
    merge(["hope"], "fear", { name: "F" }),
    'wrong-step: The step cannot state "name" here.',
  ],
  ["a split into nothing", split("hope", []), "wrong-step: The step splits into nothing."],
  ["a split into one", split("hope", ["x"]), "wrong-step: The step splits into one part."],
  ["a split into itself", split("hope", ["hope", "x"]), 'wrong-step: The step splits "hope" into itself.'],
  ["a split of what is retired", split("old", ["x", "y"]), 'wrong-step: The code "old" is retired.'],
  [
    "codes in no part",
    split("doubt", ["x", { id: "y", codes: ["fear"] }]),
    'wrong-step: No part of "doubt" takes its code "trust".',
  ],
  [
    "a code of another category",
    split("work", [{ id: "x", codes: ["trust", "hope"] }, "y"]),
    'wrong-step: The code "hope" is not in the category "work".',
  ],
  ["nothing defined anew", redefine("hope", {}), 'wrong-step: The step does not say what of "hope" is defined anew.'],
  ["another name", { redefine: "hope", name: "H" }, 'wrong-step: The step cannot state "name" here.'],
  ["a field of another kind", redefine("hope", { concept: "C" }), 'unknown-key: A code has no key "concept".'],
  ["what is retired already", retire("old"), 'wrong-step: The code "old" is retired already.'],
])("a step with %s is refused", (_, step, problem) => {
  let found: string[] = [];
  try {
    // As a program in plain JavaScript would.
    changeScheme(scheme, [step as Step], WHO);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    found = error.issues.map((each) => `${each.code}: ${each.message}`);
  }
  expect(found).toEqual([problem]);
});

test("what a step changes by hand is not touched", () => {
  const frozen = JSON.stringify(scheme);
  const step = Object.freeze(merge(Object.freeze(["hope", "fear"]), "x"));
  changeScheme(scheme, Object.freeze([step]), WHO);
  expect(JSON.stringify(scheme)).toBe(frozen);
});
