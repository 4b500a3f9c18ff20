import { type Document, isMap } from "yaml";
import type { Group } from "../../model/people";
import { FORMAT } from "../../model/version";
import { DEFAULT_GROUPS } from "../../study/default-groups";
import { folded } from "../../study/names";
import { DEFAULT_INTERVIEWERS } from "../../study/settings";
import { sameValue } from "../../text/same-value";
import { editYaml, newYaml, pairOf, setKey } from "../../text/yaml-edit";
import { comparePaths } from "../folder";
import type { Plan } from "./plan";
import { schemeFileOf } from "./plan-scheme";
import { withLf, withLineEndsOf } from "./text-file";

/**
 * Plans study.yaml: title, question, approach, language and groups; of a new study also the names of interviewers, and the order of
 * the transcripts where it is not that of their files' names; and the file of the scheme where that is a new one.
 *
 * @param transcripts Files of the transcripts that a new study's folder gets, in the order of the study.
 */
export function planSettings(plan: Plan, transcripts: readonly string[]): void {
  const wanted = plan.reading === null ? newSettings(plan, transcripts) : changedSettings(plan);
  const scheme = schemeFileOf(plan);
  if (Object.keys(wanted).length === 0 && scheme?.isNew !== true) return;
  const there = plan.textOf("study.yaml");
  const edit = (document: Document): void => {
    if (!isMap(document.contents)) document.contents = document.createNode({});
    const map = document.contents;
    if (isMap(map)) for (const [key, value] of Object.entries(wanted)) setKey(document, map, key, value, ["groups"]);
    const files = isMap(map) ? pairOf(map, "files")?.value : undefined;
    if (scheme?.isNew === true && isMap(files)) setKey(document, files, "scheme", scheme.file);
  };
  if (there === null || there.text.trim() === "") plan.write("study.yaml", newYaml(edit));
  else plan.write("study.yaml", withLineEndsOf(editYaml(withLf(there.text), edit), there.text));
}

function changedSettings({ study, reading }: Plan): Record<string, unknown> {
  const before = reading?.study;
  const { title, question, approach, language, groups } = study;
  return {
    ...(title === before?.title ? {} : { title: title || undefined }),
    ...(question === before?.question ? {} : { question: question ?? undefined }),
    ...(approach === before?.approach ? {} : { approach: approach ?? undefined }),
    ...(language === before?.language ? {} : { language: language ?? undefined }),
    ...(sameValue(groups, before?.groups) ? {} : { groups }),
  };
}

function newSettings({ study }: Plan, transcripts: readonly string[]): Record<string, unknown> {
  const { title, question, approach, language, groups, participants } = study;
  const used = new Set(participants.map((each) => each.group));
  const usual = DEFAULT_GROUPS.filter((group) => used.has(group.id));
  const interviewers = interviewersIn(study.transcripts);
  const inOrder = transcripts.every(
    (file, index) => index === 0 || comparePaths(transcripts[index - 1] ?? "", file) < 0,
  );
  const stated = {
    format: FORMAT,
    title: title || undefined,
    question: question ?? undefined,
    approach: approach ?? undefined,
    language: language ?? undefined,
    groups: sameValue(groups, usual) ? undefined : groups.map(toRecord),
    interviewers: interviewers.length === 0 ? undefined : interviewers,
    // The folder itself behind the files, so that transcripts which are put there later are read as well.
    files: inOrder ? undefined : { transcripts: [...transcripts, "transcripts"] },
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}

function toRecord({ id, name, singular, aliases }: Group): Group {
  return { id, name, singular, aliases };
}

/** The labels of interviewers, if others than the usual ones are among them. */
export function interviewersIn(transcripts: Plan["study"]["transcripts"]): string[] {
  const labels = transcripts.flatMap(({ turns }) =>
    turns.flatMap((turn) => (turn.role === "interviewer" ? turn.label : [])),
  );
  const usual = new Set(DEFAULT_INTERVIEWERS.map(folded));
  const named = [...new Set(labels)].filter((label) => label !== "");
  return named.every((label) => usual.has(folded(label))) ? [] : named;
}
