import { InputError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import { nowhere } from "../issues/source";
import { shown } from "../issues/wording";
import { list, type Read, record, rootSpot, text, texts } from "../text/check";
import { readKind } from "../transcripts/front-matter";
import type { ParseOptions } from "./parse-transcript";
import { type ParticipantInput, readParticipantInput } from "./participants";

const readPerson: Read<ParticipantInput> = (value, spot) => {
  return typeof value === "string" ? { id: value } : readParticipantInput(value, spot);
};

const readOptions = record("The second argument", {
  file: text,
  interviewers: texts,
  participants: list(readPerson),
  kind: readKind,
});

/** The options of a call as they are meant. Throws `InputError` with all that is wrong with them. */
export function checkedOptions(options: unknown): ParseOptions {
  const issues: Issue[] = [];
  const stated = readOptions(options, rootSpot(nowhere, issues));
  if (stated === undefined || issues.length > 0) throw new InputError(issues);
  return stated;
}

/** The `InputError` for a first argument of the wrong kind. */
export function wrongContent(given: unknown, kind: string, hint: string): InputError {
  return new InputError([
    issue("wrong-value", `The first argument must be ${kind}, and is ${shown(given)}.`, { hint }),
  ]);
}
