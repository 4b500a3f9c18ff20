import { rollup, rollups, sum } from "d3-array";
import { mergeRanges, overlaps, type Range } from "../model/range";
import type { Passage } from "../study/passages";
import type { Study } from "../study/study";
import { listed } from "../text/plural";
import { type Entry, entriesAt, passagesByEntry } from "./entries";
import { type Grouping, groupBy } from "./grouping";

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

/** The stretches of a theme by transcript, overlapping passages as one. */
type Places = ReadonlyMap<string, readonly Range[]>;

/** The figures behind each theme of the scheme, in the analyst's order. */
export function themeEvidence(study: Study, selected: readonly Passage[]): Map<Entry, ThemeEvidence> {
  const passagesOf = passagesByEntry(entriesAt(study.scheme, "theme"), selected, "codes");
  const placesOf = new Map([...passagesOf].map(([entry, codings]) => [entry, mergedByTranscript(codings)]));
  const grouping = groupBy(study, "group");
  const of = new Set([...grouping.speaking.values()].flatMap((set) => [...set])).size;
  const labels = new Map(study.participants.map(({ id, label }) => [id, label]));
  return new Map(
    [...passagesOf].map(([entry, codings]) => {
      const places = placesOf.get(entry) ?? new Map();
      const passages = stretchesIn(places);
      const most = mostIn(codings);
      const shared = sharedOf(entry, places, placesOf);
      const evidence: ThemeEvidence = {
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
      return [entry, evidence];
    }),
  );
}

function mergedByTranscript(passages: readonly Passage[]): Map<string, Range[]> {
  return rollup(passages, mergeRanges, (passage) => passage.transcript);
}

function stretchesIn(places: Places): number {
  return sum(places.values(), (ranges) => ranges.length);
}

/** The participants with the most passages of their own, and how many these are. */
function mostIn(codings: readonly Passage[]): { participants: string[]; passages: number } {
  const spoken = codings.flatMap((passage) => passage.participants.map((id) => ({ id, passage })));
  const numbers = rollups(
    spoken,
    (own) => stretchesIn(mergedByTranscript(own.map((each) => each.passage))),
    (each) => each.id,
  );
  const most = Math.max(0, ...numbers.map(([, stretches]) => stretches));
  return { participants: numbers.flatMap(([id, stretches]) => (stretches === most ? [id] : [])), passages: most };
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
  places: Places,
  placesOf: ReadonlyMap<Entry, Places>,
): { passages: number; with: string } {
  const shared = new Set<Range>();
  let most = { name: "", number: 0 };
  for (const [other, otherPlaces] of placesOf) {
    if (other === entry || other.ancestors.includes(entry.id) || entry.ancestors.includes(other.id)) continue;
    const here = new Set<Range>();
    for (const [transcript, theirs] of otherPlaces) {
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
