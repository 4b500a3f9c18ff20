import { group } from "d3-array";
import { type Issue, issue } from "../issues/issue";
import { originPlace, type Sourced } from "../issues/source";
import { shown } from "../issues/wording";
import type { AttributeValue, Group } from "../model/people";
import type { Transcript } from "../model/transcript";
import { count, listed } from "../text/plural";
import { folded } from "./names";
import type { ParticipantInput } from "./participants";
import { groupKey, groupWords } from "./settings";
import type { TranscriptPart } from "./transcript-part";

// What files say of their speakers (columns of a survey, headers of CHAT, participants of ELAN) becomes of the participant:
//
// - What participants.csv says counts; a file that says otherwise is warned of.
// - What it does not say, or where nobody is listed, is what the files say, if they agree. "role" is the participant's role,
//   and "group" the group, if all that the file calls a group is one of the study. Names are the same in any case.
// - What files say differently of one participant (an age a year later), and what they say of others than participants,
//   are attributes of each transcript: "age (Ana)".

/** Fields of a participant that an attribute of this name would hide behind. */
const FIELDS = new Set(["participant", "id", "label"]);

interface Fact {
  readonly participant: string | null;
  /** The speaker's label as the file has it. */
  readonly label: string;
  readonly name: string;
  readonly value: AttributeValue;
  readonly transcript: string;
  readonly file: string;
}

/** What participants and transcripts come to with the facts of the files. */
export interface WithFacts {
  readonly rows: readonly Sourced<ParticipantInput>[];
  readonly transcripts: readonly Transcript[];
  readonly issues: readonly Issue[];
}

/**
 * Gives participants and transcripts what the files say of speakers; see the rule above.
 *
 * @param isListed True if the rows are those of participants.csv, and what is added to them is said.
 */
export function addFacts(
  parts: readonly TranscriptPart[],
  before: {
    readonly rows: readonly Sourced<ParticipantInput>[];
    readonly transcripts: readonly Transcript[];
    readonly isListed: boolean;
    readonly groups: readonly Group[];
  },
): WithFacts {
  const facts = withoutOtherGroups(factsOf(parts, before.transcripts), before.groups);
  if (facts.length === 0) return { rows: before.rows, transcripts: before.transcripts, issues: [] };
  const names = namesOfFacts(facts, before.rows);
  const byPerson = new Map<string, Fact[]>();
  const loose: Fact[] = [];
  for (const fact of facts) {
    if (fact.participant === null) loose.push(fact);
    else byPerson.set(fact.participant, [...(byPerson.get(fact.participant) ?? []), fact]);
  }
  const differing: Difference[] = [];
  const added = new Map<string, Set<string>>();
  const rows = before.rows.map((row): Sourced<ParticipantInput> => {
    const own = byPerson.get(row.value.id);
    if (own === undefined) return row;
    const enriched = enrich(row, own, names);
    differing.push(...enriched.differing);
    loose.push(...enriched.loose);
    for (const name of enriched.added) added.set(name, (added.get(name) ?? new Set()).add(row.value.id));
    return { value: enriched.value, origin: (field) => row.origin(field) };
  });
  const looseOf = group(loose, (fact) => fact.transcript);
  return {
    rows,
    transcripts: before.transcripts.map((transcript) => withLoose(transcript, looseOf.get(transcript.id) ?? [])),
    issues: [...differences(differing), ...(before.isListed ? addedIssue(added) : [])],
  };
}

/** Everything that the files say of somebody, with the participant whose label it is. */
function factsOf(parts: readonly TranscriptPart[], transcripts: readonly Transcript[]): Fact[] {
  const byId = new Map(transcripts.map((each) => [each.id, each]));
  return parts.flatMap(({ id, file, told = [] }) => {
    if (told.length === 0) return [];
    const speakers = new Map(byId.get(id)?.turns.map((turn) => [folded(turn.label), turn.speaker]));
    return told.flatMap(({ label, attributes }) => {
      const participant = speakers.get(folded(label)) ?? null;
      return Object.entries(attributes).map(([name, value]): Fact => {
        return { participant, label, name, value, transcript: id, file };
      });
    });
  });
}

/** The name under which a fact is kept, by its name in small letters: as participants.csv has it, else as it comes first. */
function namesOfFacts(facts: readonly Fact[], rows: readonly Sourced<ParticipantInput>[]): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string): void => {
    if (!names.has(folded(name))) names.set(folded(name), FIELDS.has(folded(name)) ? `stated ${name}` : name);
  };
  for (const { value } of rows) for (const name of Object.keys(value.attributes ?? {})) add(name);
  for (const { name } of facts) add(name);
  return names;
}

/** The facts, in which "group" is a group of the study; in a file where one of them is none, they are another fact. */
function withoutOtherGroups(facts: readonly Fact[], groups: readonly Group[]): readonly Fact[] {
  const words = new Set(groups.flatMap((each) => groupWords(each).map(groupKey)));
  const isOfGroup = ({ name }: Fact): boolean => folded(name) === "group";
  const others = new Set(
    facts.flatMap((fact) => {
      const { participant, value, file } = fact;
      if (!isOfGroup(fact) || participant === null || value === null) return [];
      return words.has(groupKey(String(value))) ? [] : [file];
    }),
  );
  return facts.map((fact) =>
    isOfGroup(fact) && others.has(fact.file) ? { ...fact, name: `stated ${fact.name}` } : fact,
  );
}

interface Difference {
  readonly name: string;
  readonly participant: string;
  readonly said: readonly Fact[];
  /** What participants.csv says; undefined if it says nothing. */
  readonly stated: { readonly value: AttributeValue; readonly row: Sourced<ParticipantInput> } | undefined;
}

function enrich(
  row: Sourced<ParticipantInput>,
  facts: readonly Fact[],
  names: ReadonlyMap<string, string>,
): { value: ParticipantInput; added: string[]; differing: Difference[]; loose: Fact[] } {
  const { value } = row;
  const attributes = new Map(Object.entries(value.attributes ?? {}));
  let { role, group: stakeholder } = value;
  const added: string[] = [];
  const differing: Difference[] = [];
  const loose: Fact[] = [];
  for (const [key, said] of grouped(facts)) {
    const name = names.get(key) ?? key;
    const isField = key === "role" || key === "group";
    const stated = key === "role" ? role : isField ? stakeholder : attributes.get(name);
    const values = distinct(said);
    const [only] = values;
    if (stated !== undefined && stated !== null) {
      const same = (each: AttributeValue): boolean =>
        key === "group" ? groupKey(String(each)) === groupKey(String(stated)) : alike(each, stated);
      const others = said.filter((each) => each.value !== null && !same(each.value));
      if (others.length > 0)
        differing.push({
          name: isField ? key : name,
          participant: value.id,
          said: others,
          stated: { value: stated, row },
        });
    } else if (values.length > 1) {
      differing.push({ name, participant: value.id, said, stated: undefined });
      loose.push(...said);
    } else if (only === undefined) {
      if (!isField && !attributes.has(name)) attributes.set(name, null);
    } else {
      if (key === "role") role = String(only);
      else if (isField) stakeholder = String(only);
      else attributes.set(name, only);
      added.push(isField ? key : name);
    }
  }
  const enriched: ParticipantInput = {
    ...value,
    ...(role === undefined ? {} : { role }),
    ...(stakeholder === undefined ? {} : { group: stakeholder }),
    attributes: Object.fromEntries(attributes),
  };
  return { value: enriched, added, differing, loose };
}

function grouped(facts: readonly Fact[]): Map<string, Fact[]> {
  const byName = new Map<string, Fact[]>();
  for (const fact of facts) byName.set(folded(fact.name), [...(byName.get(folded(fact.name)) ?? []), fact]);
  return byName;
}

/** The values that are stated, each once. */
function distinct(facts: readonly Fact[]): AttributeValue[] {
  const values: AttributeValue[] = [];
  for (const { value } of facts) if (value !== null && !values.some((each) => alike(each, value))) values.push(value);
  return values;
}

function alike(one: AttributeValue, other: AttributeValue): boolean {
  return folded(String(one)) === folded(String(other));
}

function withLoose(transcript: Transcript, loose: readonly Fact[]): Transcript {
  const own = loose.filter((fact) => fact.value !== null);
  if (own.length === 0) return transcript;
  const more = own.map(({ name, label, value }) => [`${name} (${label})`, value]);
  return { ...transcript, attributes: { ...Object.fromEntries(more), ...transcript.attributes } };
}

/** One warning for each name of a fact, since what is said differently of one participant mostly is of others. */
function differences(differing: readonly Difference[]): Issue[] {
  const byName = new Map<string, Difference[]>();
  for (const each of differing) {
    const key = `${each.stated === undefined ? "files" : "csv"} ${each.name}`;
    byName.set(key, [...(byName.get(key) ?? []), each]);
  }
  return [...byName.values()].flatMap((those) => {
    const [first] = those;
    if (first === undefined) return [];
    const { name, participant, said, stated } = first;
    const others = those.length === 1 ? "" : ` It differs for ${count(those.length - 1, "other participant")} too.`;
    if (stated !== undefined) {
      const [fact] = said;
      const message = `"${name}" of "${participant}" is ${shown(stated.value)} in participants.csv and ${shown(fact?.value)} in ${fact?.file}; participants.csv counts.${others}`;
      const place = originPlace(stated.row.origin(name));
      return [issue("fact-differs", message, { hint: "Correct whichever of the two is wrong.", place })];
    }
    const ways = distinct(said).map((value) => {
      return `${shown(value)} in ${said.find((each) => each.value !== null && alike(each.value, value))?.file}`;
    });
    const label = said[0]?.label ?? participant;
    const message = `"${name}" of "${participant}" is ${listed(ways)}. So it is no attribute of theirs; each transcript has its own, "${name} (${label})".${others}`;
    const hint = `A column "${name}" in participants.csv decides what counts.`;
    return [issue("fact-differs", message, { hint, place: { file: said[0]?.file ?? "" } })];
  });
}

function addedIssue(added: ReadonlyMap<string, ReadonlySet<string>>): Issue[] {
  if (added.size === 0) return [];
  const people = new Set([...added.values()].flatMap((each) => [...each]));
  const message = `Of ${count(people.size, "participant")} the transcripts say more than participants.csv, and that was added: ${listed([...added.keys()])}.`;
  return [issue("facts-added", message, { hint: "A column of that name in participants.csv wins over it." })];
}
