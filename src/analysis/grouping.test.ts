import { describe, expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { smallStudy } from "../study/small-study.fixture";
import { type By, groupBy } from "./grouping";

const study = smallStudy();

/** A grouping in a line for each group: "id (name): who speaks / who is listed". */
function shown(by: By, of = study): string[] {
  const { keys, speaking, listed } = groupBy(of, by);
  const people = (sets: ReadonlyMap<string, ReadonlySet<string>>, id: string): string =>
    [...(sets.get(id) ?? [])].join(" ");
  return keys.map(({ id, name }) => `${id} (${name}): ${people(speaking, id)} / ${people(listed, id)}`);
}

describe("groupBy", () => {
  test.each<[string, By, string[]]>([
    [
      "the group",
      "group",
      ["consumer (Consumers): Cy / Cy Di", "carer (Carers): Ann Bo / Ann Bo", "clinician (Clinicians): Ed / Ed"],
    ],
    ["a column", "site", ["North (North): Cy Bo Ed / Cy Bo Ed", "South (South): Ann / Di Ann"]],
    [
      "numbers, ascending",
      "years",
      ["2 (2): Bo / Bo", "9 (9):  / Di", "10 (10): Cy Ann / Cy Ann", " (Not stated): Ed / Ed"],
    ],
    [
      "the role, where most have none",
      "role",
      ["mother (mother): Ann / Ann", "brother (brother): Bo / Bo", " (Not stated): Cy Ed / Cy Di Ed"],
    ],
    ["an attribute of transcripts", "wave", ["1 (1): Cy Ann Bo Ed / Cy Ann Bo Ed", "2 (2): Cy / Cy"]],
    [
      "the kind of transcript",
      "kind",
      ["focus-group (focus-group): Cy Ann Bo / Cy Ann Bo", "interview (interview): Cy Ed / Cy Ed"],
    ],
    [
      "a function",
      (person, transcript) => person.id < "C" && transcript.id === "focus",
      ["false (false): Cy Ed / Cy Ed", "true (true): Ann Bo / Ann Bo"],
    ],
    ["a function that gives nothing", (() => undefined) as never, [" (Not stated): Cy Ann Bo Ed / Cy Ann Bo Ed"]],
    ["an empty text like nothing", () => "", [" (Not stated): Cy Ann Bo Ed / Cy Ann Bo Ed"]],
  ])("groups by %s", (_, by, expected) => {
    expect(shown(by)).toEqual(expected);
  });

  test("knows where who is listed is known, and where it is not", () => {
    expect(
      [groupBy(study, "group"), groupBy(study, "site"), groupBy(study, "wave"), groupBy(study, () => 1)].map(
        (each) => each.isListed,
      ),
    ).toEqual([true, true, false, false]);
  });

  test("calls those in no group so, behind the groups of the study", () => {
    const some = createStudy({
      participants: [
        { id: "A", group: null },
        { id: "B", group: "carer" },
      ],
      transcripts: [{ id: "t", text: "A: Yes, well.\nB: No, well.\nA: Yes." }],
    });
    expect(shown("group", some)).toEqual(["carer (Carers): B / B", " (No group): A / A"]);
  });

  test("is not taken in by names that every object has", () => {
    const odd = createStudy({
      participants: [
        { id: "A", group: "carer", attributes: { constructor: "x" } as never },
        { id: "B", group: "carer" },
      ],
      transcripts: [{ id: "t", text: "A: Yes, well.\nB: No, well.\nA: Yes." }],
    });
    expect(shown("constructor", odd)).toEqual(["x (x): A / A", " (Not stated): B / B"]);
    expect(odd.where({ constructor: null as never }).participants.map((each) => each.id)).toEqual(["B"]);
  });

  test.each([
    ["toString", 'The option "by" cannot be "toString".'],
    [() => ({}), 'The option "by" cannot be a record.'],
    [() => ["a"], 'The option "by" cannot be a list.'],
    [7, 'The option "by" cannot be 7.'],
  ])("refuses %s", (by, message) => {
    expect(() => groupBy(study, by as never)).toThrow(message);
  });
});
