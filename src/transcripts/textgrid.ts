import type { Issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { tooMany } from "../issues/too-many";
import { MOST_PIECES } from "../text/limits";
import { brokenFile, withNoTurnIssue } from "./broken-file";
import { conversationName } from "./conversation-name";
import { lineCounter } from "./line-counter";
import type { DraftTurn, Reading } from "./reading";
import { readTextGrid, type TextGridTier } from "./textgrid-document";
import { tierNotSpeech } from "./tier-issue";
import { inTimeOrder } from "./time-order";

// - Every interval with words is a turn; empty ones are silence. Turns of several tiers stand in the order of their times.
// - The speaker is the name of the tier. Where that names nobody ("Speaker", "text"), it is the part of the file's name
//   that does, as in "visit2_doctor.TextGrid".
// - Points, and tiers that repeat the speech as words or sounds, are in the remainder, and an info names them. Where a
//   file has words only, as after forced alignment, those with less than a second between them are joined into a turn.

const NOBODY =
  /^(?:|speakers?|speech|transcripts?|transcriptions?|texts?|utterances?|sentences?|phrases?|turns?|ortho|orthography|tier ?\d{0,2}|untitled)$/i;
const WORDS = /(?:^|[\s\-_.:/])(?:words?|tokens?|ort-mau)$/i;
const SOUNDS = /(?:^|[\s\-_.:/])(?:phones?|phonemes?|segments?|syllables?|mau|kan-mau|kan)$/i;
const SEPARATORS = /[\s\-_.:/]{1,10}$/;
const LONGEST_PAUSE = 1;

/** True for a text that begins like a TextGrid of Praat, in the long or the short form. */
export function looksLikeTextGrid(text: string): boolean {
  const head = text.slice(0, 1000);
  return /"ooTextFile(?: short)?"/.test(head) && /"TextGrid"/.test(head);
}

/** Reads a TextGrid of Praat: one turn an interval with words, times in seconds. */
export function parseTextGrid(source: Source): Reading {
  const { tiers, duration, problem, isFull } = readTextGrid(source.text);
  if (isFull) {
    const large = tooMany(source.file, `${MOST_PIECES} intervals or points`, "recording", "recording");
    return { drafts: [], issues: [large] };
  }
  const issues: Issue[] = [];
  if (problem !== null) {
    const hint = "What could be read was read. Save the TextGrid again from Praat, or mend it at this place.";
    issues.push(brokenFile(source, problem.message, problem.at, hint));
  }
  const spoken = speechTiers(tiers);
  const others = tiers.filter((tier) => !spoken.has(tier) && hasWords(tier));
  if (others.length > 0) {
    const names = others.map(({ name }) => name);
    const hint =
      "Their words are kept with the transcript's remainder. If a tier is speech, give it the speaker's name.";
    issues.push(tierNotSpeech(source, names, "points, words and sounds are parts of what is said", hint));
  }
  const lineOf = lineCounter(source.text);
  const labels = [...spoken].map((tier) => labelOf(tier, source.file));
  const turns = [...spoken].map((tier, index) => tierTurns(tier, labels[index] ?? "", lineOf));
  const draft = {
    name: null,
    title: null,
    kind: null,
    turns: inTimeOrder(turns),
    attributes: duration === null ? {} : { duration },
    speakers: [...new Set(labels)].flatMap((label) => (label === "" ? [] : [{ label, attributes: {} }])),
    remainder: others.map(
      ({ name, items }) => `${name}: ${items.flatMap(({ text }) => text.trim() || []).join(" | ")}`,
    ),
  };
  return withNoTurnIssue(source, { drafts: [draft], issues }, "Turns are intervals with words; all are empty here.");
}

function hasWords({ items }: TextGridTier): boolean {
  return items.some(({ text }) => text.trim() !== "");
}

/** The tiers that are speech: whole utterances, or words if there are none, or at last anything with words. */
function speechTiers(tiers: readonly TextGridTier[]): ReadonlySet<TextGridTier> {
  const intervals = tiers.filter(({ kind }) => kind === "interval");
  const choices = [
    intervals.filter(({ name }) => !WORDS.test(name) && !SOUNDS.test(name)),
    intervals.filter(({ name }) => WORDS.test(name)),
    intervals,
  ];
  return new Set(choices.find((each) => each.some(hasWords)) ?? []);
}

function labelOf({ name }: TextGridTier, file: string): string {
  const words =
    WORDS.test(name) || SOUNDS.test(name)
      ? name.replace(WORDS, "").replace(SOUNDS, "").replace(SEPARATORS, "").trim()
      : name.trim();
  return NOBODY.test(words) ? (conversationName(file)?.speaker ?? name.trim()) : words;
}

function tierTurns(tier: TextGridTier, label: string, lineOf: (offset: number) => number): DraftTurn[] {
  const turns: DraftTurn[] = [];
  const joins = WORDS.test(tier.name);
  // Words that are being joined: kept apart until the turn ends, since a long file would copy them again and again.
  let pieces: string[] = [];
  const finish = (): void => {
    const last = turns.at(-1);
    if (last !== undefined && pieces.length > 1) turns[turns.length - 1] = { ...last, words: pieces.join(" ") };
    pieces = [];
  };
  for (const { text, start, end, at } of tier.items) {
    const words = text.trim();
    if (words === "") continue;
    const last = turns.at(-1);
    const until = last?.time?.[1] ?? null;
    const begun = last?.time?.[0];
    if (joins && last !== undefined && begun !== undefined && until !== null && start >= begun && end >= until) {
      if (start - until < LONGEST_PAUSE) {
        turns[turns.length - 1] = { ...last, time: [begun, end] };
        pieces.push(words);
        continue;
      }
    }
    finish();
    pieces.push(words);
    const timed = Number.isFinite(start) && start >= 0;
    const time = timed ? { time: [start, end >= start ? end : null] as const } : {};
    turns.push({ label, words, ...time, line: lineOf(at) });
  }
  finish();
  return turns;
}
