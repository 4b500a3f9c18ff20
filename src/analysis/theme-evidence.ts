import { mergeRanges, overlaps, type Range } from "../model/range";
import type { Passage } from "../study/passages";
import type { Study } from "../study/study";
import { listed } from "../text/plural";
import type { Entry } from "./entries";
import type { Grouping } from "./grouping";

/** What stands behind one theme, in figures. */
export interface ThemeEvidence {
  /** Distinct participants. */
  readonly participants: number;
  /** Participants with at least one turn. */
  readonly of: number;
  /** The groups with the number of their participants in the theme, as "Consumers 9 of 12; Carers 0 of 12". */
  readonly groups: string;
  /** Names of the groups that have participants, none of them in the theme; "" if there is none, else with "; " between. */
  readonly groupsWithout: string;
  /** Stretches of text; codings that overlap are one. */
  readonly passages: number;
  /** Codes of the theme and its subthemes. */
  readonly codes: number;
  /** Those of them with at least one passage. */
  readonly codesWithPassages: number;
  /** Printed labels of the participants with the most passages; "" if there are none. */
  readonly mostBy: string;
  /** Passages of one such participant. */
  readonly mostPassages: number;
  /** Their share of the passages, from 0 to 1; null where there are none. A passage of two people counts for both. */
  readonly mostShare: number | null;
  /** Passages that overlap with one of another theme that is neither around nor inside this one. */
  readonly sharedPassages: number;
  /** Name of the theme with which most are shared; "" if none. */
  readonly sharedWith: string;
  /** Codings that complicate it. */
  readonly complicates: number;
  /** Codings that contradict it. */
  readonly contradicts: number;
  /** Transcripts of the study with no passage of it. */
  readonly transcriptsWithout: number;
  readonly transcripts: number;
}

/** The passages of each theme, in which those of a subtheme are among those of the theme around it. */
type PassagesOf = ReadonlyMap<Entry, readonly Passage[]>;

/** The figures behind one theme. `of` is the number of participants with a turn. */
export function evidenceOf(
  study: Study,
  entry: Entry,
  passagesOf: PassagesOf,
  grouping: Grouping,
  of: number,
): ThemeEvidence {
  const codings = passagesOf.get(entry) ?? [];
  const places = mergedByTranscript(codings);
  const passages = [...places.values()].reduce((sum, ranges) => sum + ranges.length, 0);
  const most = mostIn(codings);
  const labels = new Map(study.participants.map(({ id, label }) => [id, label]));
  const shared = sharedOf(entry, places, passagesOf);
  return {
    participants: new Set(codings.flatMap((each) => each.participants)).size,
    of,
    ...groupsIn(codings, grouping),
    passages,
    codes: entry.codes.length,
    codesWithPassages: new Set(codings.map((each) => each.code)).size,
    mostBy: listed(most.participants.map((id) => labels.get(id) ?? id)),
    mostPassages: most.passages,
    mostShare: passages === 0 ? null : most.passages / passages,
    sharedPassages: shared.passages,
    sharedWith: shared.with,
    complicates: codings.filter((each) => each.stance === "complicates").length,
    contradicts: codings.filter((each) => each.stance === "contradicts").length,
    transcriptsWithout: study.transcripts.length - places.size,
    transcripts: study.transcripts.length,
  };
}

/** Overlapping passages as one stretch each, by transcript. */
function mergedByTranscript(passages: readonly Passage[]): Map<string, Range[]> {
  const ranges = new Map<string, Range[]>();
  for (const passage of passages) {
    const here = ranges.get(passage.transcript);
    if (here === undefined) ranges.set(passage.transcript, [passage]);
    else here.push(passage);
  }
  return new Map([...ranges].map(([transcript, list]) => [transcript, mergeRanges(list)]));
}

/** The participants with the most passages of their own, and how many these are. */
function mostIn(codings: readonly Passage[]): { participants: string[]; passages: number } {
  const byParticipant = new Map<string, Passage[]>();
  for (const passage of codings) {
    for (const id of passage.participants) {
      const own = byParticipant.get(id);
      if (own === undefined) byParticipant.set(id, [passage]);
      else own.push(passage);
    }
  }
  const numbers = [...byParticipant].map(([id, own]) => {
    const stretches = [...mergedByTranscript(own).values()].reduce((sum, ranges) => sum + ranges.length, 0);
    return { id, stretches };
  });
  const most = Math.max(0, ...numbers.map((each) => each.stretches));
  return { participants: numbers.flatMap(({ id, stretches }) => (stretches === most ? [id] : [])), passages: most };
}

function groupsIn(codings: readonly Passage[], grouping: Grouping): Pick<ThemeEvidence, "groups" | "groupsWithout"> {
  const groups = grouping.keys.map(({ id, name }) => {
    const inGroup = (passage: Passage): string[] =>
      passage.participants.filter((participant) => grouping.keyOf(participant, passage.transcript) === id);
    return { name, people: new Set(codings.flatMap(inGroup)).size, of: grouping.speaking.get(id)?.size ?? 0 };
  });
  const without = groups.filter(({ people, of }) => people === 0 && of > 0);
  return {
    groups: groups.map(({ name, people, of }) => `${name} ${people} of ${of}`).join("; "),
    groupsWithout: without.map(({ name }) => name).join("; "),
  };
}

/** How many of a theme's stretches overlap with those of themes apart from it, and with which most do. */
function sharedOf(
  entry: Entry,
  places: ReadonlyMap<string, readonly Range[]>,
  passagesOf: PassagesOf,
): { passages: number; with: string } {
  const shared = new Set<Range>();
  let most = { name: "", number: 0 };
  for (const [other, passages] of passagesOf) {
    if (other === entry || other.ancestors.includes(entry.id) || entry.ancestors.includes(other.id)) continue;
    const here = new Set<Range>();
    for (const [transcript, theirs] of mergedByTranscript(passages)) {
      for (const range of overlapping(places.get(transcript) ?? [], theirs)) here.add(range);
    }
    for (const range of here) shared.add(range);
    // Of a theme and a subtheme of it that share as much, the subtheme says more: it comes later, so ">=" takes it.
    const isCloser = here.size === most.number && here.size > 0 && other.within.includes(most.name);
    if (here.size > most.number || isCloser) most = { name: other.name, number: here.size };
  }
  return { passages: shared.size, with: most.name };
}

/** Those of the first ranges that overlap with one of the others; both are in order and do not overlap themselves. */
function overlapping(ranges: readonly Range[], others: readonly Range[]): Range[] {
  let at = 0;
  return ranges.filter((range) => {
    while ((others[at]?.end ?? Number.POSITIVE_INFINITY) <= range.start) at++;
    const other = others[at];
    return other !== undefined && overlaps(range, other);
  });
}
