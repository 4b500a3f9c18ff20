import { anchorer } from "../anchor/anchorer";
import { type Issue, issue } from "../issues/issue";
import type { Memo } from "../model/memo";
import type { Participant } from "../model/people";
import type { Transcript } from "../model/transcript";
import { textHash } from "../text/canonical";
import { namesOf } from "./names";
import { assignSpeakers } from "./speakers";
import type { TranscriptPart } from "./transcript-part";

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
  return { transcripts, issues };
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
