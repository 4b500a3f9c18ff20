import { optionError } from "../issues/input-error";
import type { Issue, Place } from "../issues/issue";
import { type Locator, nowhere } from "../issues/source";
import type { Coding } from "../model/coding";
import { type ChangeOptions, changeScheme } from "../scheme/change-scheme";
import { historyOf } from "../scheme/history";
import type { Step } from "../scheme/steps/step";
import { lineOf } from "./passages";
import type { StudyData } from "./study-data";
import { ATTENTION_CODES, attentionIssues, type CodingWalk, codingWalk } from "./walk-codings";

/**
 * The data of a study after a change of its scheme; see `Study.migrate`.
 *
 * @param where Tells where the parts of the list of steps were read from, for the places of problems.
 */
export function migrate(
  study: StudyData,
  steps: readonly Step[],
  options: ChangeOptions,
  where: Locator = nowhere,
): StudyData {
  const scheme = changeScheme(study.scheme, steps, options, where);
  return walked({ ...study, scheme }, codingWalk(historyOf(scheme)));
}

/** The data of a study as it stood in an earlier version of its scheme; see `Study.asOf`. */
export function asOf(study: StudyData, version: number): StudyData {
  const history = historyOf(study.scheme);
  const scheme = history.at(version);
  if (scheme === undefined) throw optionError("version", version, history.versions);
  const codings = study.codings
    .filter((coding) => coding.schemeVersion <= version)
    .map(({ decided, ...coding }): Coding => {
      const then = decided?.filter((each) => each.version <= version) ?? [];
      return then.length === 0 ? coding : { ...coding, decided: then };
    });
  const kept = new Set(codings.map((coding) => coding.id));
  const anchors = new Map([...study.anchors].filter(([id]) => kept.has(id)));
  return walked({ ...study, scheme, codings, anchors }, codingWalk(history, version));
}

/** The study with its codings walked forward, and the issues that follow from that. */
export function walked(study: StudyData, walk: CodingWalk): StudyData {
  const codings = study.codings.map(walk.forward);
  const others = study.issues.filter((each) => !ATTENTION_CODES.has(each.code));
  // What was said before keeps the place it was said with, which is that of a row or a mark.
  const before = new Map(study.issues.map((each) => [each.message, each]));
  const transcripts = new Map(study.transcripts.map((each) => [each.id, each]));
  const placeOf = (coding: Coding): Place | undefined => {
    const transcript = transcripts.get(coding.target.source);
    const range = study.anchors.get(coding.id)?.range ?? null;
    if (transcript === undefined || transcript.source === "" || range === null) return undefined;
    const line = lineOf(transcript, range.start);
    return { file: transcript.source, ...(line === null ? {} : { line }) };
  };
  const found = attentionIssues(codings, walk, placeOf).map((each): Issue => before.get(each.message) ?? each);
  return { ...study, codings, issues: [...others, ...found] };
}
