import { type Issue, issue } from "../../issues/issue";
import { shown } from "../../issues/wording";
import type { Target } from "../../model/coding";
import type { Memo } from "../../model/memo";
import type { Participant } from "../../model/people";
import { comparableScheme } from "../../scheme/write-scheme";
import { codingRow } from "../../study/coding-row";
import type { Study } from "../../study/study";
import { comparableTranscript } from "../../study/write-transcript";
import { canonicalText } from "../../text/canonical";
import { isRecord } from "../../text/check";
import { firstDifference } from "../../text/same-value";

/**
 * What a study that was read from files has otherwise than the one that was to be written: an issue for each part. Codings
 * and memos are compared by id, since files give them their order.
 */
export function differences(study: Study, read: Study): Issue[] {
  const [before, after] = [parts(study), parts(read)];
  const issues = Object.keys(before).flatMap((part) => {
    const found = firstDifference(normal(before[part]), normal(after[part]));
    if (found === undefined) return [];
    const where = [part, ...withId(before[part], found.path)].join(" > ");
    return issue(
      "cannot-be-saved",
      `Files cannot hold ${where} as it is: ${shown(found.before)} would be read as ${shown(found.after)}.`,
      {
        hint: "Nothing was written. Change it so that a text file can hold it.",
      },
    );
  });
  return [...issues, ...otherWords(study, read)];
}

/** The path to a difference with the id of what it is about, and not its number. */
function withId(list: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  const [first, ...rest] = path;
  const one: unknown = Array.isArray(list) && typeof first === "number" ? list[first] : undefined;
  return isRecord(one) && typeof one.id === "string" ? [one.id, ...rest] : path;
}

function parts(study: Study): Record<string, unknown> {
  const { title, question, approach, language, groups, participants, transcripts, scheme, codings, memos } = study;
  return {
    title,
    question,
    approach,
    language,
    groups,
    participants: participants.map(comparablePerson),
    transcripts: transcripts.map(comparableTranscript),
    scheme: comparableScheme(scheme),
    codings: byId(
      codings.map((coding) => {
        const { start: _, end: __, ...row } = codingRow(coding);
        return { ...row, code: coding.code, made: row.code };
      }),
    ),
    memos: byId(memos.map(comparableMemo)),
  };
}

/** Codings that would stand on other words than they do. */
function otherWords(study: Study, read: Study): Issue[] {
  return study.codings.flatMap(({ id }) => {
    const [before, after] = [study.anchors.get(id)?.range, read.anchors.get(id)?.range];
    if (before === undefined || after === undefined) return [];
    if (before?.start === after?.start && before?.end === after?.end) return [];
    return issue("cannot-be-saved", `The coding "${id}" would be found on other words than it stands on.`);
  });
}

/** A participant as two of them are compared: an attribute that is null is the same as none. */
export function comparablePerson(participant: Participant): unknown {
  const attributes = Object.entries(participant.attributes).filter(([, value]) => value !== null);
  return { ...participant, attributes: Object.fromEntries(attributes) };
}

function comparableMemo(memo: Memo): { readonly id: string } & Record<string, unknown> {
  const { about } = memo;
  return { ...memo, body: memo.body.trim(), about: about !== null && "source" in about ? wordsOf(about) : about };
}

/** What a target is about; the position of words follows from them. */
function wordsOf({ source, selector }: Target): unknown {
  return { source, words: selector[selector.length - 1] };
}

function byId<T extends { readonly id?: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((each) => [each.id ?? "", each]));
}

/** Texts as every file has them. */
function normal(value: unknown): unknown {
  if (typeof value === "string") return canonicalText(value);
  if (Array.isArray(value)) return value.map(normal);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, normal(each)]));
}
