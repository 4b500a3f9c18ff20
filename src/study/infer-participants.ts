import { type Issue, issue } from "../issues/issue";
import { type Sourced, unsourced } from "../issues/source";
import { count } from "../text/plural";
import type { ParticipantInput } from "./participants";
import { folded, isInterviewer } from "./speakers";
import type { TranscriptPart } from "./transcript-part";

// Labels that say what somebody is in a conversation and not who they are: the file has to tell that.
const GENERIC =
  /^(p|r|a|participants?|respondents?|interviewees?|speakers?|guests?|subjects?|informants?|patients?|clients?|consumers?|carers?|doctors?|nurses?|clinicians?|students?|teachers?|users?|customers?)?[\s._-]*\d*$/i;

/**
 * The participants of a study that lists none: whoever speaks in the transcripts and is no interviewer.
 *
 * Names tell people apart over all files. Labels like "P" or "Participant 1", which are used in every file, stand for
 * one person per file, who is named after the file.
 */
export function inferParticipants(
  parts: readonly TranscriptPart[],
  interviewers: readonly string[],
): { participants: Sourced<ParticipantInput>[]; parts: TranscriptPart[]; issues: Issue[] } {
  const asking = new Set(interviewers.map(folded));
  const found = new Map<string, Sourced<ParticipantInput>>();
  const renamed = parts.map((part) => {
    const labels = [...new Set(part.turns.map((turn) => turn.label))].filter((label) => !asking.has(folded(label)));
    const given = new Map(part.speakers.map(({ value }) => [folded(value.label), value.participant]));
    const speakers = [...part.speakers];
    let owner = part.participant;
    for (const label of labels) {
      const stated = given.get(folded(label));
      if (stated !== undefined && isInterviewer(stated, asking)) continue;
      const named = stated ?? (labels.length === 1 ? part.participant?.value : undefined);
      const generic = GENERIC.test(label);
      const spelled = named ?? (generic ? (labels.length === 1 ? part.id : `${part.id} ${label}`.trim()) : label);
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
