import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { createStudy, type StudyInput } from "./create-study";
import type { Study } from "./study";

const FOLDER = "fixtures/transcripts";

/** The study of one fixture file. */
function studyOf(file: string, more: Partial<StudyInput> = {}): Study {
  const text = readFileSync(`${FOLDER}/${file}`, "utf8");
  const id = file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  try {
    return createStudy({ transcripts: [{ id, file: `${id}${file.slice(file.lastIndexOf("."))}`, text }], ...more });
  } catch (error) {
    throw error instanceof InputError ? new Error(error.issues.map((each) => each.message).join("\n")) : error;
  }
}

/** Who speaks in a study, a line a turn, with the participants above and the issues below. */
function dump({ participants, transcripts, issues }: Study): string {
  const lines = participants.map(({ id, label, group, role, attributes }) => {
    const facts = Object.entries(attributes).map(([name, value]) => `; ${name} = ${value}`);
    return `participant ${id} (${label}, ${group ?? "no group"}${role === undefined ? "" : `, ${role}`})${facts.join("")}`;
  });
  for (const { id, kind, attributes, text, turns, remainder = [] } of transcripts) {
    lines.push(`== ${id} | ${kind}${Object.entries(attributes).map(([name, value]) => `; ${name} = ${value}`)}`);
    for (const { label, speaker, role, date, start, end } of turns) {
      const words = text.slice(start, end).replaceAll("\n", "\\n");
      lines.push(`${label} => ${speaker ?? role}${date === undefined ? "" : ` | ${date}`} | ${words}`);
    }
    for (const rest of remainder) lines.push(`rest: ${rest}`);
  }
  for (const { severity, code, message, hint, place } of issues) {
    lines.push(`${severity} ${code}${place?.line === undefined ? "" : ` at ${place.line}`}: ${message} (${hint})`);
  }
  return `${lines.join("\n")}\n`;
}

describe("who speaks", () => {
  test.each([
    "speakers/misspelt.txt",
    "speakers/alike.txt",
    "speakers/spanish.txt",
    "speakers/german.txt",
    "speakers/french.txt",
    "speakers/japanese.txt",
    "speakers/nobody-called.txt",
    "speakers/thin.txt",
    "speakers/panel.txt",
    "speakers/survey.csv",
    "diary/C01_week2.md",
    "diary/C02.txt",
    "diary/fieldnotes.md",
    "diary/talks-of-dates.txt",
  ])("in %s, where nobody is listed", async (file) => {
    const golden = `../../${FOLDER}/golden/${file.replace("/", "-")}.cast.txt`;
    await expect(dump(studyOf(file))).toMatchFileSnapshot(golden);
  });

  test.each<[string, StudyInput["participants"]]>([
    ["speakers/misspelt.txt", [{ id: "misspelt", group: "consumer" }]],
    ["speakers/nobody-called.txt", [{ id: "C01", group: "carer", aliases: ["Ana"] }]],
    ["speakers/survey.csv", "id,site\nR1,East\nR2,South\nR3,\n"],
    ["diary/C01_week2.md", [{ id: "C01", group: "consumer" }]],
  ])("in %s, where somebody is", async (file, participants) => {
    const golden = `../../${FOLDER}/golden/${file.replace("/", "-")}.listed.txt`;
    await expect(dump(studyOf(file, { participants }))).toMatchFileSnapshot(golden);
  });
});
