import { anchorers } from "../anchor/anchorer";
import { argumentError } from "../issues/call";
import { InputError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import { didYouMean } from "../issues/suggest";
import { shown } from "../issues/wording";
import type { Coding } from "../model/coding";
import { isRecord } from "../text/check";
import { wrongDay } from "../text/date";
import { anchorIssue } from "./anchor-issues";
import { codeNames } from "./code-names";
import { refuseNoStudy } from "./no-study";
import { Study } from "./study";

/**
 * The study with more codings, behind those it has. Their words are looked up in the transcripts, and what there is to
 * say of that is added to `study.issues`. The given study is unchanged.
 *
 * Throws `InputError` with every coding of an unknown transcript or code, and every id that is there already.
 *
 * @example
 * ```ts
 * const suggested = addCodings(study, await suggestCodings(study, { codes: ["alongside-therapy"] }));
 * suggested.codings.length - study.codings.length; // => 4
 * ```
 */
export function addCodings(study: Study, codings: readonly Coding[]): Study {
  refuseNoStudy(study);
  refuseNoCodings(codings);
  const problems: Issue[] = [];
  const notes: Issue[] = [];
  const transcripts = new Map(study.transcripts.map((each) => [each.id, each]));
  const codes = codeNames(study.scheme);
  const taken = new Set(study.codings.map((each) => each.id));
  const anchors = new Map(study.anchors);
  const anchorerOf = anchorers();
  for (const coding of codings) {
    const { id, code, target, created } = coding;
    const transcript = transcripts.get(target.source);
    if (transcript === undefined) {
      const hint = didYouMean(target.source, transcripts.keys());
      problems.push(issue("unknown-transcript", `There is no transcript "${target.source}".`, { hint }));
    }
    if (codes.idOf(code) !== code) {
      problems.push(issue("unknown-code", `The scheme has no code "${code}".`, { hint: didYouMean(code, codes.ids) }));
    }
    if (taken.has(id)) {
      const hint = "Give one of them another id.";
      problems.push(issue("duplicate-id", `There are two codings with the id "${id}".`, { hint }));
    }
    taken.add(id);
    const noDay = created === undefined ? undefined : wrongDay(created);
    if (noDay !== undefined) {
      const message = `The coding "${id}" was made on ${shown(created)}: there is no such day.`;
      problems.push(issue("wrong-value", message, { hint: noDay }));
    }
    if (transcript === undefined) continue;
    const resolution = anchorerOf(transcript).resolve(target.selector);
    anchors.set(id, resolution);
    const note = anchorIssue(resolution, transcript, code, undefined);
    if (note !== undefined) notes.push(note);
  }
  if (problems.length > 0) throw new InputError(problems);
  return new Study({
    ...study,
    codings: [...study.codings, ...codings],
    issues: [...study.issues, ...notes],
    anchors,
  });
}

/** Throws `InputError` for what is no list of codings, as far as their parts are looked at here. */
function refuseNoCodings(given: unknown): void {
  const hint = "Give them as suggestCodings gives them, or as study.codings has them.";
  if (!Array.isArray(given)) throw argumentError("second", given, "a list of codings", hint);
  const wrong = given.flatMap((each, index) =>
    isCoding(each)
      ? []
      : issue("wrong-value", `Number ${index + 1} of the codings is no coding with an id and a target.`, { hint }),
  );
  if (wrong.length > 0) throw new InputError(wrong);
}

function isCoding(value: unknown): boolean {
  return (
    isRecord(value) && typeof value.id === "string" && isRecord(value.target) && Array.isArray(value.target.selector)
  );
}
