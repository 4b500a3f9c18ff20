import { countIssues } from "../issues/report";
import { entriesOf } from "../model/scheme";
import { count, listed } from "../text/plural";
import type { StudyData } from "./study-data";

/** A study in a few lines, as the console shows it: people by group, transcripts, scheme, codings, problems. */
export function describeStudy(study: StudyData): string {
  const turns = study.transcripts.reduce((sum, each) => sum + each.turns.length, 0);
  const groups = study.groups.map((group) => {
    const size = study.participants.filter((each) => each.group === group.id).length;
    return `${size} ${size === 1 ? group.singular : group.name}`;
  });
  const inNone = study.participants.filter((each) => each.group === null).length;
  if (inNone > 0) groups.push(`${inNone} in no group`);
  const coders = [...new Set(study.codings.map((each) => each.coder ?? "no named coder"))];
  const themes = entriesOf(study.scheme, "theme").length;
  const codes = entriesOf(study.scheme, "code").length;
  const lines = [
    `Study: ${study.title}`,
    `  ${count(study.participants.length, "participant")}${groups.length > 0 ? `: ${groups.join(", ")}` : ""}`,
    `  ${count(study.transcripts.length, "transcript")} with ${count(turns, "turn")}`,
    `  scheme version ${study.scheme.version}: ${count(themes, "theme")}, ${count(codes, "code")}`,
    `  ${count(study.codings.length, "coding")}${coders.length > 0 ? ` by ${listed(coders)}` : ""}`,
    `  ${countIssues(study.issues)}`,
  ];
  return lines.join("\n");
}
