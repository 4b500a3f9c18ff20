import type { Issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { brokenXml, withNoTurnIssue } from "./broken-file";
import { type ElanAnnotation, type ElanDocument, type ElanTier, readElanDocument } from "./elan-document";
import { lineCounter } from "./line-counter";
import type { DraftSpeaker, DraftTurn, Reading } from "./reading";
import { tierNotSpeech } from "./tier-issue";
import { inTimeOrder } from "./time-order";
import type { TimeSpan } from "./times";

// An ELAN file has tiers, and a tier has annotations.
//
// - Annotations of root tiers are turns, in the order of their times. The speaker is the tier's participant, or the tier
//   itself if it names none.
// - Dependent tiers say the same again as words, glosses or languages: they are in the remainder, a tier a piece.
// - Two kinds of root tiers are no speech by what the file says of their type, and are in the remainder too: those of a
//   type that only dependent tiers can have, and those whose values come from a list (gestures, section marks). An info
//   names them. Where no other tier has words, these are the turns after all.

const TO_REMAINDER_HINT =
  "Their words are kept with the transcript's remainder. If a tier is speech, give it a type without a list of values in ELAN.";

/** True for a text that begins like an ELAN file. */
export function looksLikeElan(text: string): boolean {
  return /<ANNOTATION_DOCUMENT[\s>]/.test(text.slice(0, 10_000));
}

/** Reads an ELAN file (.eaf): one turn an annotation of a root tier, times in seconds. */
export function parseElan(source: Source): Reading {
  const document = readElanDocument(source.text);
  const { tiers, facts, strays, problem } = document;
  const issues: Issue[] = problem === null ? [] : [brokenXml(source, problem, "ELAN")];
  const roots = tiers.filter(({ facts: stated }) => !stated.has("PARENT_REF"));
  const speech = roots.filter((tier) => isSpeech(tier, document));
  const spoken = new Set(speech.some(hasWords) ? speech : roots);
  const listed = roots.filter((tier) => !spoken.has(tier) && hasWords(tier));
  if (listed.length > 0) {
    const names = listed.map(({ id }) => id);
    issues.push(tierNotSpeech(source, names, "their type is one for marks, not for speech", TO_REMAINDER_HINT));
  }

  const lineOf = lineCounter(source.text);
  const turns = inTimeOrder([...spoken].map((tier) => tierTurns(tier, document, lineOf)));
  const draft = {
    name: null,
    title: null,
    kind: null,
    turns,
    attributes: Object.fromEntries(facts),
    speakers: speakersOf(spoken),
    remainder: [...tiers.filter((tier) => !spoken.has(tier) && hasWords(tier)).map(remainderOf), ...strays],
  };
  const hint = "Turns are the annotations of tiers that depend on no other tier; this file has none with words.";
  return withNoTurnIssue(source, { drafts: [draft], issues }, hint);
}

function hasWords({ annotations }: ElanTier): boolean {
  return annotations.some(({ value }) => value !== "");
}

function isSpeech({ facts }: ElanTier, { types }: ElanDocument): boolean {
  const type = types.get(facts.get("LINGUISTIC_TYPE_REF") ?? "");
  return ["CONSTRAINTS", "CONTROLLED_VOCABULARY_REF"].every((each) => (type?.get(each) ?? "") === "");
}

function labelOf({ id, facts }: ElanTier): string {
  return (facts.get("PARTICIPANT") ?? id).trim();
}

function tierTurns(tier: ElanTier, document: ElanDocument, lineOf: (offset: number) => number): DraftTurn[] {
  const label = labelOf(tier);
  return tier.annotations.flatMap((annotation) => {
    if (annotation.value === "") return [];
    const time = timeOf(annotation, document);
    const line = lineOf(annotation.at);
    return [{ label, words: annotation.value, ...(time === null ? {} : { time }), line }];
  });
}

function timeOf({ from, to }: ElanAnnotation, { times, unit }: ElanDocument): TimeSpan | null {
  const start = times.get(from ?? "");
  const end = times.get(to ?? "");
  if (start === undefined) return null;
  return [seconds(start, unit), end === undefined || end < start ? null : seconds(end, unit)];
}

/** Whole milliseconds, so that 2.33 does not become 2.3300000000000001. */
function seconds(value: number, unit: number): number {
  return Math.round(value * unit * 1000) / 1000;
}

function speakersOf(tiers: Iterable<ElanTier>): DraftSpeaker[] {
  const speakers = new Map<string, Map<string, string>>();
  for (const tier of tiers) {
    const label = labelOf(tier);
    const known = speakers.get(label) ?? new Map<string, string>();
    speakers.set(label, known);
    const stated = { tier: tier.id, annotator: tier.facts.get("ANNOTATOR"), language: tier.facts.get("LANG_REF") };
    for (const [name, value] of Object.entries(stated)) {
      if (value === undefined || value === label) continue;
      const said = known.get(name);
      if (said !== value) known.set(name, said === undefined ? value : `${said}; ${value}`);
    }
  }
  return [...speakers].map(([label, known]) => ({ label, attributes: Object.fromEntries(known) }));
}

/** All words of a tier that is no speech. */
function remainderOf(tier: ElanTier): string {
  const values = tier.annotations.flatMap(({ value }) => (value === "" ? [] : [value]));
  return `${tier.id}: ${values.join(" | ")}`;
}
