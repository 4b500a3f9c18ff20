import { optionError } from "../issues/input-error";
import { type AttributeValue, isAttributeValue, type Participant } from "../model/people";
import type { Transcript } from "../model/transcript";
import { knownKeys, participantValue, transcriptValue } from "../study/narrow";
import type { Study } from "../study/study";

/**
 * What the columns of a table are: "group", a column of participants.csv, an attribute of the transcripts, or a function
 * of a participant and a transcript they speak in.
 */
export type By = string | ((participant: Participant, transcript: Transcript) => AttributeValue);

/** One group of a grouping: a stakeholder group or a value of an attribute. "" is the id of "none stated". */
export interface GroupKey {
  readonly id: string;
  /** As printed: the group's plural name, or the value. */
  readonly name: string;
}

/** Groups in the order they are printed, and which of them a participant is in. */
export interface Grouping {
  readonly keys: readonly GroupKey[];
  /** True if a participant is in one group whatever the transcript, also who never speaks. */
  readonly isListed: boolean;
  /** Id of the group that a participant's words in a transcript belong to. */
  keyOf(participant: string, transcript: string): string;
  /** Participants of each group with at least one turn in the study's transcripts, by id of the group. */
  readonly speaking: ReadonlyMap<string, ReadonlySet<string>>;
  /** Participants of each group, whether they speak or not, by id of the group. */
  readonly listed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The grouping of a study by a key or a function. Throws `InputError` for a key that nobody has. */
export function groupBy(study: Study, by: By): Grouping {
  const reader = valueReader(study, by);
  const people = new Map(study.participants.map((each) => [each.id, each]));
  const place = new Map(study.participants.map((each, index) => [each.id, index]));
  const transcripts = new Map(study.transcripts.map((each) => [each.id, each]));
  const cache = new Map<string, Map<string, string>>();
  const values = new Map<string, AttributeValue>();
  const keyOf = (participantId: string, transcriptId: string): string => {
    const known = cache.get(transcriptId) ?? new Map<string, string>();
    cache.set(transcriptId, known);
    let key = known.get(participantId);
    if (key === undefined) {
      const participant = people.get(participantId);
      const transcript = transcripts.get(transcriptId);
      const value =
        participant === undefined || transcript === undefined
          ? null
          : attributeValue(reader.spoken(participant, transcript));
      key = value === null ? "" : String(value);
      if (!values.has(key)) values.set(key, value);
      known.set(participantId, key);
    }
    return key;
  };
  const listed = new Map<string, Set<string>>();
  for (const participant of study.participants) {
    const value = reader.listed(participant);
    if (value === undefined) continue;
    const key = value === null ? "" : String(value);
    if (!values.has(key)) values.set(key, value);
    add(listed, key, participant.id);
  }
  const speaking = new Map<string, Set<string>>();
  for (const transcript of study.transcripts) {
    const spoken = new Set(transcript.turns.map((turn) => turn.speaker));
    // In the order of participants.csv, so that the order of values does not depend on who happens to speak first.
    const speakers = [...spoken].filter((id): id is string => id !== null && place.has(id));
    for (const id of speakers.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))) {
      add(speaking, keyOf(id, transcript.id), id);
      if (reader.listed === NOT_LISTED) add(listed, keyOf(id, transcript.id), id);
    }
  }
  return { keys: orderedKeys(study, by, values), isListed: reader.listed !== NOT_LISTED, keyOf, speaking, listed };
}

interface ValueReader {
  readonly spoken: (participant: Participant, transcript: Transcript) => AttributeValue;
  /** The value that holds in every transcript; undefined where it depends on the transcript. */
  readonly listed: (participant: Participant) => AttributeValue | undefined;
}

const NOT_LISTED = (): undefined => undefined;

/** What a function of the user gives, with undefined for null; anything but an attribute's value is refused. */
function attributeValue(given: unknown): AttributeValue {
  const value = given ?? null;
  if (isAttributeValue(value)) return value;
  throw optionError("by", value, [], "a function that gives text, a number, true, false or null");
}

function valueReader(study: Study, by: By): ValueReader {
  if (typeof by === "function") return { spoken: by, listed: NOT_LISTED };
  const known = knownKeys(study);
  if (known.participants.includes(by)) {
    const read = (participant: Participant): AttributeValue => participantValue(participant, by) ?? null;
    return { spoken: read, listed: read };
  }
  if (known.transcripts.includes(by)) {
    return { spoken: (_, transcript) => transcriptValue(transcript, by) ?? null, listed: NOT_LISTED };
  }
  throw optionError("by", by, [...known.participants, ...known.transcripts]);
}

/** Groups in the analyst's order; numbers ascending; other values as they first appear; "none stated" last. */
function orderedKeys(study: Study, by: By, values: ReadonlyMap<string, AttributeValue>): GroupKey[] {
  const none: GroupKey[] = values.has("") ? [{ id: "", name: by === "group" ? "No group" : "Not stated" }] : [];
  if (by === "group") return [...study.groups.map(({ id, name }) => ({ id, name })), ...none];
  const stated = [...values].filter(([id]) => id !== "");
  if (stated.every(([, value]) => typeof value === "number")) stated.sort((a, b) => Number(a[1]) - Number(b[1]));
  return [...stated.map(([id]) => ({ id, name: id })), ...none];
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
