import { describe, expect, test } from "vitest";
import type { Conditions } from "./narrow";
import { smallStudy } from "./small-study.fixture";

const study = smallStudy();

function names(conditions: Conditions): { people: string; transcripts: string; codings: string } {
  const narrowed = study.where(conditions);
  return {
    people: narrowed.participants.map((each) => each.id).join(" "),
    transcripts: narrowed.transcripts.map((each) => each.id).join(" "),
    codings: narrowed.codings.map((each) => each.id).join(""),
  };
}

describe("where", () => {
  test("narrows people, transcripts and codings together", () => {
    // The focus group stays for its carers; codings on others' words alone go (f is nobody's, g is Cy's).
    expect(names({ group: "carer" })).toEqual({ people: "Ann Bo", transcripts: "focus", codings: "abcd" });
  });

  test("takes a list and a function, a column of participants.csv and an attribute of transcripts", () => {
    expect(names({ group: ["clinician", "carer"] }).people).toBe("Ann Bo Ed");
    expect(names({ years: (value) => Number(value) > 5 })).toEqual({
      people: "Cy Di Ann",
      transcripts: "focus again",
      codings: "abcdeg",
    });
    expect(names({ site: "North", wave: 1 })).toEqual({ people: "Cy Bo Ed", transcripts: "focus ed", codings: "cdgh" });
    // Nobody is narrowed away who speaks in a transcript that stays; Di never speaks at all.
    expect(names({ wave: 2 })).toEqual({ people: "Cy", transcripts: "again", codings: "e" });
    expect(names({ kind: "focus-group" }).people).toBe("Cy Ann Bo");
    expect(names({ transcript: "ed" }).codings).toBe("h");
    expect(names({ role: null }).people).toBe("Cy Di Ed");
  });

  test("without conditions changes nothing", () => {
    expect(names({})).toEqual({ people: "Cy Di Ann Bo Ed", transcripts: "focus again ed", codings: "abcdefgh" });
  });

  test("leaves a passage of two people to the one who stays", () => {
    const [, d] = study
      .where({ group: "consumer" })
      .passages.map(({ coding, participants }) => ({ coding, participants }));
    expect(
      study.where({ group: "consumer" }).passages.map(({ coding, participants }) => [coding, participants]),
    ).toContainEqual(["d", ["Cy"]]);
    expect(d).toBeDefined();
  });

  test("has the groups that meet a condition on groups, and all of them for other conditions", () => {
    expect(study.where({ group: "carer" }).groups.map((group) => group.id)).toEqual(["carer"]);
    expect(study.where({ site: "South" }).groups.map((group) => group.id)).toEqual(["consumer", "carer", "clinician"]);
  });

  test("narrowed to transcripts keeps what is nobody's in them, also where somebody listed never speaks", () => {
    expect(names({ transcript: "focus" }).codings).toBe("abcdfg");
    expect(names({ wave: 1 }).codings).toBe("abcdfgh");
  });

  test("without conditions gives the study itself", () => {
    expect(study.where({})).toBe(study);
  });

  test("can be repeated and combined, in any order", () => {
    const one = study.where({ site: "North" }).where({ wave: 1 });
    const other = study.where({ wave: 1 }).where({ site: "North" });
    expect(one.codings.map((each) => each.id)).toEqual(other.codings.map((each) => each.id));
    expect([one, other].map((each) => each.participants.map(({ id }) => id).join(" "))).toEqual([
      "Cy Bo Ed",
      "Cy Bo Ed",
    ]);
    expect(study.where({ site: "North", wave: 1 }).passages).toEqual(one.passages);
  });

  test("refuses a condition that was left out by mistake", () => {
    expect(() => study.where({ group: undefined as never })).toThrow('The option "where group" cannot be nothing.');
  });

  test("refuses a key that nobody has", () => {
    expect(() => study.where({ grup: "carer" })).toThrow(/Did you mean "group"/);
  });
});
