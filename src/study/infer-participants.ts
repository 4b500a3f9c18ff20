import { type Issue, issue } from "../issues/issue";
import { type Sourced, unsourced } from "../issues/source";
import { count } from "../text/plural";
import type { ParticipantInput } from "./participants";
import type { TranscriptPart } from "./read-transcript";

// Labels that say what somebody is in a conversation and not who they are: the file has to tell that.
const GENERIC =
  /^(p|r|a|participants?|respondents?|interviewees?|speakers?|guests?|subjects?|informants?)?[\s._-]*\d*$/i;

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
  const asking = new Set(interviewers.map((each) => each.toLowerCase()));
  const found = new Map<string, Sourced<ParticipantInput>>();
  const renamed = parts.map((part) => {
    const labels = [...new Set(part.turns.map((turn) => turn.label))].filter(
      (label) => !asking.has(label.toLowerCase()),
    );
    const given = new Map(part.speakers.map(({ value }) => [value.label, value.participant]));
    const speakers = [...part.speakers];
    let owner = part.participant;
    for (const label of labels) {
      if (asking.has((given.get(label) ?? "").toLowerCase())) continue;
      const named = given.get(label) ?? (labels.length === 1 ? part.participant?.value : undefined);
      const generic = GENERIC.test(label);
      const id = named ?? (generic ? (labels.length === 1 ? part.id : `${part.id} ${label}`.trim()) : label);
      if (!found.has(id)) found.set(id, unsourced({ id }));
      if (label === "") owner ??= unsourced(id);
      else if (!given.has(label)) speakers.push(unsourced({ label, participant: id }));
    }
    return { ...part, speakers, participant: owner };
  });
  const issues =
    found.size === 0
      ? []
      : [
          issue(
            "participants-inferred",
            `No participants are listed; the ${count(found.size, "speaker")} of the transcripts who are no interviewers stand for them.`,
            {
              hint: "List them in participants.csv with id and group to compare groups.",
            },
          ),
        ];
  return { participants: [...found.values()], parts: renamed, issues };
}
