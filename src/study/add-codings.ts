import { resolver } from "../anchor/resolve";
import { InputError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import { didYouMean } from "../issues/suggest";
import type { Coding } from "../model/coding";
import { anchorIssue } from "./anchor-issues";
import { codeNames } from "./code-names";
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
  const problems: Issue[] = [];
  const notes: Issue[] = [];
  const transcripts = new Map(study.transcripts.map((each) => [each.id, each]));
  const codes = codeNames(study.scheme);
  const taken = new Set(study.codings.map((each) => each.id));
  const anchors = new Map(study.anchors);
  const resolvers = new Map<string, ReturnType<typeof resolver>>();
  for (const coding of codings) {
    const { id, code, target } = coding;
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
    if (transcript === undefined) continue;
    const resolve = resolvers.get(transcript.id) ?? resolver(transcript.text);
    resolvers.set(transcript.id, resolve);
    const resolution = resolve(target.selector);
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
