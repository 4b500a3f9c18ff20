import { optionError } from "../issues/input-error";
import type { AttributeValue, Participant } from "../model/people";
import { overlaps } from "../model/range";
import { speakersIn, type Transcript } from "../model/transcript";
import type { StudyData } from "./study-data";

/** What a value must be: itself, one of a list, or what a function says yes to. */
export type Condition = AttributeValue | readonly AttributeValue[] | ((value: AttributeValue) => boolean);

/** Conditions by the name of a field or attribute of participants or transcripts. All must be met. */
export type Conditions = Readonly<Record<string, Condition>>;

/** A field or attribute of a participant by name; undefined if no participant can have it. */
export function participantValue(participant: Participant, key: string): AttributeValue | undefined {
  if (key === "group") return participant.group;
  if (key === "participant" || key === "id") return participant.id;
  if (key === "label") return participant.label;
  if (key === "role") return participant.role ?? null;
  return Object.hasOwn(participant.attributes, key) ? participant.attributes[key] : undefined;
}

/** A field or attribute of a transcript by name; undefined if this one does not have it. */
export function transcriptValue(transcript: Transcript, key: string): AttributeValue | undefined {
  if (key === "transcript") return transcript.id;
  if (key === "kind") return transcript.kind;
  if (key === "title") return transcript.title;
  return Object.hasOwn(transcript.attributes, key) ? transcript.attributes[key] : undefined;
}

/** What participants and transcripts of a study can be grouped and narrowed by. */
export function knownKeys(study: StudyData): { participants: string[]; transcripts: string[] } {
  const unique = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
  return {
    participants: unique([
      ["group", "participant", "label", "role"],
      ...study.participants.map((each) => Object.keys(each.attributes)),
    ]),
    transcripts: unique([
      ["transcript", "kind", "title"],
      ...study.transcripts.map((each) => Object.keys(each.attributes)),
    ]),
  };
}

/** The data of a study narrowed to conditions; see `Study.where`. */
export function narrow(study: StudyData, conditions: Conditions): StudyData {
  const known = knownKeys(study);
  const aboutPeople: [string, Condition][] = [];
  const aboutTranscripts: [string, Condition][] = [];
  for (const [key, condition] of Object.entries(conditions)) {
    if (known.participants.includes(key)) aboutPeople.push([key, condition]);
    else if (known.transcripts.includes(key)) aboutTranscripts.push([key, condition]);
    else throw optionError("where", key, [...known.participants, ...known.transcripts]);
    // Left out by mistake it would narrow the study to nobody.
    if (condition === undefined) throw optionError(`where ${key}`, condition, [], "a value, a list or a function");
  }
  const people = study.participants.filter((each) =>
    aboutPeople.every(([key, condition]) => meets(participantValue(each, key) ?? null, condition)),
  );
  const kept = new Set(people.map((each) => each.id));
  const transcripts = study.transcripts.filter(
    (each) =>
      aboutTranscripts.every(([key, condition]) => meets(transcriptValue(each, key) ?? null, condition)) &&
      (aboutPeople.length === 0 || each.turns.some((turn) => turn.speaker !== null && kept.has(turn.speaker))),
  );
  const speaking = speakersIn(transcripts);
  const participants = aboutTranscripts.length === 0 ? people : people.filter((each) => speaking.has(each.id));
  const groupCondition = conditions.group;
  const groups =
    groupCondition === undefined ? study.groups : study.groups.filter((each) => meets(each.id, groupCondition));
  return { ...restrict(study, participants, transcripts, aboutPeople.length === 0), groups };
}

/**
 * The study's data with these people and transcripts, and the codings and memos that are about them; with `everybody`
 * the codings on nobody's words as well.
 */
function restrict(
  study: StudyData,
  participants: readonly Participant[],
  transcripts: readonly Transcript[],
  everybody: boolean,
): StudyData {
  const kept = new Set(participants.map((each) => each.id));
  const byId = new Map(transcripts.map((each) => [each.id, each]));
  const codings = study.codings.filter((coding) => {
    const transcript = byId.get(coding.target.source);
    if (transcript === undefined) return false;
    const range = study.anchors.get(coding.id)?.range ?? null;
    // Codings that were not found cannot be told apart by speaker: they stay, to be counted in the notes.
    if (range === null || everybody) return true;
    return transcript.turns.some((turn) => turn.speaker !== null && kept.has(turn.speaker) && overlaps(turn, range));
  });
  const memos = study.memos.filter(({ about }) => {
    if (about === null || "entry" in about || "topic" in about) return true;
    if ("participant" in about) return kept.has(about.participant);
    return byId.has("transcript" in about ? about.transcript : about.source);
  });
  return {
    title: study.title,
    question: study.question,
    approach: study.approach,
    language: study.language,
    groups: study.groups,
    participants,
    transcripts,
    scheme: study.scheme,
    codings,
    memos,
    issues: study.issues,
    anchors: study.anchors,
    memoAnchors: study.memoAnchors,
    origin: { narrowed: true },
  };
}

function meets(value: AttributeValue, condition: Condition): boolean {
  if (typeof condition === "function") return condition(value);
  return Array.isArray(condition) ? condition.includes(value) : value === condition;
}
