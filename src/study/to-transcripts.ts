import { anchorer } from "../anchor/anchorer";
import { type Issue, issue } from "../issues/issue";
import type { Memo } from "../model/memo";
import type { Participant } from "../model/people";
import type { Transcript } from "../model/transcript";
import { textHash } from "../text/canonical";
import { namesOf } from "./names";
import { assignSpeakers, manyUnlabelled } from "./speakers";
import type { TranscriptPart } from "./transcript-part";

const MOST_UNNAMED = 5;

/**
 * The transcripts that these parts make, with the speakers of their turns, and what could not be decided. Of two with
 * one id the second is an issue.
 */
export function toTranscripts(
  parts: readonly TranscriptPart[],
  participants: readonly Participant[],
  interviewers: readonly string[],
): { transcripts: Transcript[]; issues: Issue[] } {
  const names = namesOf(participants, interviewers);
  const byId = new Map<string, TranscriptPart>();
  const transcripts: Transcript[] = [];
  const issues: Issue[] = [];
  const unnamed = new Map<Issue, string>();
  for (const part of parts) {
    const twin = byId.get(part.id);
    if (twin !== undefined) {
      issues.push(
        issue("duplicate-transcript", `Two files are the transcript "${part.id}": ${twin.file} and ${part.file}.`, {
          hint: 'If they hold the same, take one out of the folder. If not, rename one, or give it another id in its front matter: "id: ...".',
          place: { file: part.file },
        }),
      );
      continue;
    }
    byId.set(part.id, part);
    const assigned = assignSpeakers(part, names);
    issues.push(...assigned.issues);
    if (assigned.unnamed !== undefined) unnamed.set(assigned.unnamed, part.id);
    transcripts.push({
      id: part.id,
      title: part.title,
      kind: part.kind,
      source: part.file,
      text: part.text,
      hash: textHash(part.text),
      turns: assigned.turns,
      lines: part.lines,
      ...(part.firstLine === undefined ? {} : { firstLine: part.firstLine }),
      attributes: part.attributes,
      ...(part.remainder === undefined ? {} : { remainder: part.remainder }),
    });
  }
  return { transcripts, issues: unnamed.size > MOST_UNNAMED ? withOneOf(issues, unnamed) : issues };
}

/** The issues with one for all of those that say of a transcript, by its id, that no names were found in it. */
function withOneOf(issues: readonly Issue[], unnamed: ReadonlyMap<Issue, string>): Issue[] {
  const [first] = unnamed.keys();
  return issues.flatMap((each) => {
    if (!unnamed.has(each)) return [each];
    return each === first ? [manyUnlabelled([...unnamed.values()], each.place)] : [];
  });
}

/** The memos that stand in a transcript. */
export function markedMemos(part: TranscriptPart): Memo[] {
  const { describe } = anchorer(part.text);
  return part.memos.map(({ value }, index) => ({
    id: `${part.id}#memo${index + 1}`,
    about: { source: part.id, selector: describe(value) },
    body: value.body,
    author: null,
    created: null,
  }));
}
