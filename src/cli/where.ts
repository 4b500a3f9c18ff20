import { InputError, optionError } from "../issues/input-error";
import { foldWord } from "../issues/suggest";
import type { AttributeValue } from "../model/people";
import { type Conditions, knownKeys, participantValue, transcriptValue } from "../study/narrow";
import type { Study } from "../study/study";
import { wrongUse } from "./wrong-use";

/** A study narrowed by `--where`, and what a note under its tables says of that. */
export interface Narrowed {
  readonly study: Study;
  /** One sentence for each key; empty if nothing was narrowed. */
  readonly notes: readonly string[];
}

/**
 * The study narrowed to conditions written as "key=value". A key given twice takes either value; "key=" takes those of
 * whom nothing is stated. Throws `InputError` for an unknown key and for a value that nobody has.
 */
export function narrowStudy(study: Study, conditions: readonly string[] = []): Narrowed {
  const wanted = new Map<string, string[]>();
  for (const condition of conditions) {
    const at = condition.indexOf("=");
    if (at <= 0) throw wrongUse(`--where cannot be "${condition}".`, 'Write key=value, such as "--where group=carer".');
    const [key, value] = [condition.slice(0, at).trim(), condition.slice(at + 1).trim()];
    wanted.set(key, [...(wanted.get(key) ?? []), value]);
  }
  if (wanted.size === 0) return { study, notes: [] };
  const issues = [...wanted].flatMap(([key, values]) => problems(study, key, values));
  if (issues.length > 0) throw new InputError(issues);
  const tests: Conditions = Object.fromEntries(
    [...wanted].map(([key, values]) => [key, (value: AttributeValue) => values.some((each) => matches(value, each))]),
  );
  const notes = [...wanted].map(([key, values]) => {
    const shown = values.map((value) => (value === "" ? "not stated" : value));
    return `Narrowed to ${key}: ${shown.join(" or ")}.`;
  });
  return { study: study.where(tests), notes };
}

function problems(study: Study, key: string, values: readonly string[]): InputError["issues"] {
  const known = knownKeys(study);
  if (![...known.participants, ...known.transcripts].includes(key)) {
    return optionError("where", key, [...known.participants, ...known.transcripts]).issues;
  }
  const present = known.participants.includes(key)
    ? study.participants.map((each) => participantValue(each, key) ?? null)
    : study.transcripts.map((each) => transcriptValue(each, key) ?? null);
  const words = [...new Set(present.map(asWord))];
  return values.flatMap((value) => {
    if (present.some((each) => matches(each, value))) return [];
    return optionError(`where ${key}`, value, words).issues;
  });
}

function matches(value: AttributeValue, given: string): boolean {
  return foldWord(asWord(value)) === foldWord(given);
}

function asWord(value: AttributeValue): string {
  return value === null ? "" : String(value);
}
