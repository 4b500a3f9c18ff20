import { type Issue, issue } from "../issues/issue";
import type { Attributes, AttributeValue } from "../model/people";
import { conversationName } from "./conversation-name";
import type { DraftSpeaker, Reading, TranscriptDraft } from "./reading";
import { inTimeOrder } from "./time-order";

/** What was read from one file, or from several that are one conversation. */
export interface ReadFile {
  /** Path of the file; of several, what their paths have in common, such as "day1_visit2". */
  readonly file: string;
  /** The files it was read from. */
  readonly files: readonly string[];
  readonly reading: Reading;
}

// Two sides of one talk seldom speak at once; two recordings that have nothing to do with each other often do.
const MOST_OVERLAP = 0.35;
// Both sides were cut from one recording, give or take its edges.
const LENGTH_MARGIN = 0.05;

/**
 * Joins files that each hold one speaker's side of a conversation, and leaves the others as they are, in their order; a
 * conversation stands where the first of its files stood. An info says what was joined.
 *
 * Files belong together if their names differ only in a last word that names a part in a conversation or a channel
 * (`conversationName`), if each holds one speaker and no two the same, and if `belongTogether` holds for their times.
 */
export function joinConversations(files: readonly { readonly file: string; readonly reading: Reading }[]): ReadFile[] {
  const groups = new Map<string, { file: string; reading: Reading }[]>();
  for (const each of files) {
    const key = conversationKey(each.file);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(each);
  }
  return [...groups.values()].flatMap((group): ReadFile[] => {
    const first = group[0];
    const name = first === undefined ? undefined : conversationName(first.file)?.name;
    const readings = group.map(({ reading }) => reading);
    if (group.length < 2 || name === undefined || !belongTogether(readings)) {
      return group.map(({ file, reading }) => ({ file, files: [file], reading }));
    }
    const merged = mergeByTime(readings);
    const paths = group.map(({ file }) => file);
    return [{ file: name, files: paths, reading: { ...merged, issues: [...merged.issues, joined(paths)] } }];
  });
}

/**
 * True if readings are the sides of one conversation by what is in them: each has one transcript with one speaker, no two
 * the same; the turns have times; the last ends are near each other or the recordings equally long (a margin of a
 * twentieth); and of each side's speaking time at most about a third is spoken into by another.
 */
export function belongTogether(readings: readonly Reading[]): boolean {
  const sides = readings.map(sideOf);
  const labels = new Set(sides.map((side) => side?.label.toLowerCase()));
  if (labels.size !== readings.length || labels.has(undefined)) return false;
  const lengths = sides.map((side) => side?.length ?? 0);
  const longest = Math.max(...lengths);
  if (Math.min(...lengths) < longest * (1 - LENGTH_MARGIN)) return false;
  return sides.every((side, index) =>
    sides.slice(index + 1).every((other) => {
      if (side === null || other === null) return false;
      const shorter = Math.min(spoken(side.spans), spoken(other.spans));
      return overlap(side.spans, other.spans) <= shorter * MOST_OVERLAP;
    }),
  );
}

/**
 * One reading of several that hold the sides of one conversation: the turns in the order in which they begin, all
 * speakers, remainders and issues. Attributes that the readings have in common stay; others carry the speaker's name
 * ("duration (doctor)"). Lines are null, since a line alone does not tell the file.
 */
export function mergeByTime(readings: readonly Reading[]): Reading {
  const drafts = readings.flatMap((reading) => reading.drafts);
  const issues = readings.flatMap((reading) => reading.issues);
  const first = drafts[0];
  if (first === undefined) return { drafts: [], issues };
  const turns = inTimeOrder(drafts.map((draft) => draft.turns)).map((turn) => ({ ...turn, line: null }));
  const same = <T>(read: (draft: TranscriptDraft) => T): T | null =>
    drafts.every((draft) => read(draft) === read(first)) ? read(first) : null;
  const draft: TranscriptDraft = {
    name: same(({ name }) => name),
    title: same(({ title }) => title),
    kind: same(({ kind }) => kind),
    turns,
    attributes: mergeAttributes(drafts),
    speakers: mergeSpeakers(drafts),
    remainder: drafts.flatMap(({ remainder }) => remainder),
  };
  return { drafts: [draft], issues };
}

interface Side {
  readonly label: string;
  /** When the speaker speaks, in seconds; in order, and not overlapping. */
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly length: number;
}

/** The one speaker's side that a reading holds; null if it holds anything else. */
function sideOf({ drafts }: Reading): Side | null {
  const [draft] = drafts;
  if (draft === undefined || drafts.length !== 1) return null;
  const [turn] = draft.turns;
  const spans = draft.turns.flatMap(({ time }) =>
    time === undefined || time[1] === null ? [] : [[time[0], time[1]] as const],
  );
  if (turn === undefined || turn.label === "" || spans.length !== draft.turns.length) return null;
  if (draft.turns.some(({ label }) => label !== turn.label)) return null;
  const { duration } = draft.attributes;
  const end = spans.reduce((latest, span) => Math.max(latest, span[1]), 0);
  return { label: turn.label, spans: united(spans), length: typeof duration === "number" ? duration : end };
}

function spoken(spans: Side["spans"]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** The same time as stretches that are in order and do not overlap. */
function united(spans: Side["spans"]): Side["spans"] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Seconds in which both speak. */
function overlap(one: Side["spans"], other: Side["spans"]): number {
  let sum = 0;
  let at = 0;
  for (const [start, end] of one) {
    while ((other[at]?.[1] ?? Number.POSITIVE_INFINITY) <= start) at++;
    let next = at;
    for (let span = other[next]; span !== undefined && span[0] < end; span = other[++next]) {
      sum += Math.min(end, span[1]) - Math.max(start, span[0]);
    }
    at = Math.max(at, next - 1);
  }
  return sum;
}

function mergeAttributes(drafts: readonly TranscriptDraft[]): Attributes {
  const names = new Set(drafts.flatMap(({ attributes }) => Object.keys(attributes)));
  const merged: [string, AttributeValue][] = [];
  for (const name of names) {
    const values = drafts.map(({ attributes }) => attributes[name]);
    const [first] = values;
    if (first !== undefined && values.every((value) => value === first)) merged.push([name, first]);
    else {
      values.forEach((value, index) => {
        const whose = drafts[index]?.turns[0]?.label ?? String(index + 1);
        if (value !== undefined) merged.push([`${name} (${whose})`, value]);
      });
    }
  }
  return Object.fromEntries(merged);
}

function mergeSpeakers(drafts: readonly TranscriptDraft[]): DraftSpeaker[] {
  const speakers = new Map<string, DraftSpeaker>();
  for (const speaker of drafts.flatMap((draft) => draft.speakers)) {
    const known = speakers.get(speaker.label);
    const attributes = { ...known?.attributes, ...speaker.attributes };
    speakers.set(speaker.label, { ...known, ...speaker, attributes });
  }
  return [...speakers.values()];
}

function joined(files: readonly string[]): Issue {
  const names = files.map((file) => `"${file.slice(file.lastIndexOf("/") + 1)}"`);
  const message = `${names.slice(0, -1).join(", ")} and ${names.at(-1)} were read as one conversation.`;
  const hint = "If they are not, give them names that differ in more than the speaker.";
  return issue("files-joined", message, { hint, place: { file: files[0] ?? "" } });
}

/** What the paths of files that may be one conversation have in common; no other file of the study has the same. */
export function conversationKey(file: string): string {
  const name = conversationName(file)?.name ?? file;
  // Endings are compared too: a recording's transcript in two formats is no conversation.
  return `${name}\n${file.slice(file.lastIndexOf(".")).toLowerCase()}`;
}
