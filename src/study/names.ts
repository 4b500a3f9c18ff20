import { group } from "d3-array";
import { nearestOf } from "../issues/suggest";
import type { Participant } from "../model/people";
import { interviewerNames, withoutGenderMarks } from "./interviewer-names";
import type { TranscriptPart } from "./transcript-part";

/** Names by which people can be called in any transcript, in lower case. */
export interface Names {
  readonly participants: readonly Participant[];
  /** Participants by id, alias and printed label; several where a name is shared. */
  readonly byName: ReadonlyMap<string, readonly Participant[]>;
  readonly interviewers: ReadonlySet<string>;
  /** The names of interviewers as they are written. */
  readonly asWritten: readonly string[];
  /** True if nobody has said what the interviewers are called, so that common names stand for them. */
  readonly isDefault: boolean;
  /** The id or alias of a participant that a label may be a slip for; undefined if none is near. */
  nearest(label: string): string | undefined;
}

/** The names of a study's people, to look labels up in. */
export function namesOf(participants: readonly Participant[], interviewers: readonly string[]): Names {
  const byName = new Map<string, Participant[]>();
  for (const participant of participants) {
    const names = new Set([participant.id, participant.label, ...participant.aliases].map(folded));
    for (const name of names) {
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [participant]);
      else same.push(participant);
    }
  }
  // An id is its owner's alone, whatever others are called. Ids that differ only in case are told apart by it.
  const ids = group(participants, (each) => folded(each.id));
  for (const [id, owners] of ids) byName.set(id, owners);
  return {
    participants,
    byName,
    interviewers: new Set(interviewers.map(folded)),
    asWritten: interviewers,
    isDefault: interviewers === interviewerNames,
    nearest: nearestOf(namesIn(byName)),
  };
}

/** The ids and aliases of those who have a name, taken together when somebody asks. */
function* namesIn(byName: ReadonlyMap<string, readonly Participant[]>): Generator<string> {
  for (const owners of byName.values()) for (const { id, aliases } of owners) yield* [id, ...aliases];
}

/** Whom a name can stand for: the one whose id it is as written, else all who are called so in any case. */
export function called(name: string, { byName }: Pick<Names, "byName">): readonly Participant[] {
  const found = byName.get(folded(name)) ?? [];
  const owner = found.find((each) => each.id === name.trim());
  return owner === undefined ? found : [owner];
}

/** A name as it is compared: without case, outer blanks and a colon at its end. */
export function folded(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").replace(/:$/, "").toLowerCase();
}

/** True for a name of interviewers (folded), and for the word itself, whatever their names are. */
export function isInterviewer(name: string, interviewers: ReadonlySet<string>): boolean {
  return folded(name) === "interviewer" || hasInterviewer(name, interviewers);
}

/** True for a label that means an interviewer in this transcript: the file says so, or it is a name of theirs (folded). */
export function asksHere(
  label: string,
  { told = [], answering }: Pick<TranscriptPart, "told" | "answering">,
  interviewers: ReadonlySet<string>,
): boolean {
  const key = folded(label);
  if (told.some((each) => each.role === "interviewer" && folded(each.label) === key)) return true;
  return answering?.has(key) !== true && hasInterviewer(key, interviewers);
}

/** True for a name of interviewers (folded), also where it is written for both sexes, as "Interviewer:in". */
function hasInterviewer(name: string, interviewers: ReadonlySet<string>): boolean {
  const id = folded(name);
  return interviewers.has(id) || interviewers.has(withoutGenderMarks(id));
}
