import { type Issue, issue } from "../issues/issue";
import { type Sourced, unsourced } from "../issues/source";
import { count } from "../text/plural";
import { isGeneric } from "./labels";
import { asksHere, folded, isInterviewer } from "./names";
import type { ParticipantInput } from "./participants";
import type { TranscriptPart } from "./transcript-part";

/**
 * The participants of a study that lists none: whoever speaks in the transcripts and is no interviewer.
 *
 * Names tell people apart over all files, in any case. Labels like "P" or "Participant 1", which are used in every file,
 * stand for one person per file, who is named after the file. A label that may be another one misspelt is a person of its
 * own, and the other one is named as if it were not there.
 */
export function inferParticipants(
  parts: readonly TranscriptPart[],
  interviewers: readonly string[],
): { participants: Sourced<ParticipantInput>[]; parts: TranscriptPart[]; issues: Issue[] } {
  const asking = new Set(interviewers.map(folded));
  const found = new Map<string, Sourced<ParticipantInput>>();
  const renamed = parts.map((part) => {
    const given = new Map(part.speakers.map(({ value }) => [folded(value.label), value.participant]));
    const labels = answering(part, given, asking);
    const right = labels.filter((label) => part.slips?.has(folded(label)) !== true);
    const isAlone = right.length === 1;
    const speakers = [...part.speakers];
    let owner = part.participant;
    for (const label of labels) {
      const stated = given.get(folded(label));
      const isSlip = part.slips?.has(folded(label)) === true;
      const isNamed = folded(part.participant?.value ?? "") === folded(label);
      const named = stated ?? ((isAlone || isNamed) && !isSlip ? part.participant?.value : undefined);
      const spelled = named ?? (isSlip ? slipId(part, label) : ownId(part, label, isAlone));
      // A name in another case is the same name, spelled as it comes first.
      const id = found.get(folded(spelled))?.value.id ?? spelled;
      found.set(folded(id), unsourced({ id }));
      if (label === "") owner ??= unsourced(id);
      else if (stated === undefined) speakers.push(unsourced({ label, participant: id }));
    }
    return { ...part, speakers, participant: owner };
  });
  const issues =
    found.size === 0
      ? []
      : [
          issue(
            "participants-inferred",
            `No participants are listed; whoever speaks and is no interviewer is taken for one (${count(found.size, "person", "people")}).`,
            {
              hint: "List them in participants.csv with id and group to compare groups.",
            },
          ),
        ];
  return { participants: [...found.values()], parts: renamed, issues };
}

/** The labels of those who are no interviewers, each in its first spelling. */
function answering(
  part: TranscriptPart,
  given: ReadonlyMap<string, string>,
  asking: ReadonlySet<string>,
): readonly string[] {
  const labels = new Map<string, string>();
  const spellings = new Set<string>();
  for (const { label } of part.turns) spellings.add(label);
  for (const label of spellings) {
    const key = folded(label);
    if (labels.has(key)) continue;
    const stated = given.get(key);
    if (stated === undefined ? !asksHere(label, part, asking) : !isInterviewer(stated, asking))
      labels.set(key, label.trim());
  }
  return [...labels.values()];
}

function ownId(part: TranscriptPart, label: string, isAlone: boolean): string {
  if (!isGeneric(label)) return label;
  return isAlone ? part.id : `${part.id} ${label}`.trim();
}

/** What may be a misspelt label is a name for this transcript only, if the right one is. */
function slipId(part: TranscriptPart, label: string): string {
  const like = part.slips?.get(folded(label)) ?? "";
  return isGeneric(like) || isGeneric(label) ? `${part.id} ${label}` : label;
}
