import { isRoleOfOthers } from "../transcripts/label";
import type { LabelCount } from "./labels";
import { folded } from "./names";
import { fileStem, type TranscriptPart } from "./transcript-part";

// Who is taken for an interviewer since they ask most, of labels that are nobody's in several transcripts. None can be taken
// that says what somebody is ("P1", "Carer 2", "Dr Lund"), or that its transcript is called after ("Ana" in "Ana_2").
//
// - A label is steady if it stands in three transcripts or more, and no other in more than half of these ("000" beside
//   "104", "105", "106"). A steady label is no participant its transcripts are called after, even if their names hold it.
// - Steady labels and names are the same person everywhere: their questions in all these transcripts count together.
//   Others ("Speaker 1") are judged in each transcript by itself.
// - It takes three questions, a fifth of the turns, and at least twice the questions, and twice the share of questions, of
//   anybody else. Of a steady label three questions are enough if they are more than all others' together.
// - Whoever is in most transcripts comes first. Those who come later are judged by the transcripts in which nobody is taken
//   yet. They are taken in all of theirs or in none: in none if nobody would be left in one of them to answer.

/** How many questions show that somebody asks. */
export const FEWEST_QUESTIONS = 3;
const LEAST_SHARE = 0.2;
const TIMES_MORE = 2;
const FEWEST_STEADY = 3;
const MOST_BESIDE = 1 / 2;
// Fewer turns do not show how often somebody asks.
const ENOUGH_TURNS = 3;
// Letters and a number are an id, or a role and its number; "S1" can be "Speaker 1" and "Student 1".
const CODE = /^\p{L}{1,3}[\s._-]*\d+$/u;
// "R" is the respondent, and the researcher; steady, it can be no respondent.
const DOUBTFUL_CODE = /^[pr]$/;

/** A transcript and its labels. */
export interface Scene {
  readonly part: TranscriptPart;
  readonly labels: ReadonlyMap<string, LabelCount>;
  /** Folded labels that are nobody's. */
  readonly open: readonly string[];
  /** Labels that are interviewers' by name. */
  readonly byName: readonly string[];
  /** True if somebody is known as an interviewer by more than a letter. */
  readonly known: boolean;
}

/** A label that is taken for the interviewer of a transcript, and why. */
export interface Taken {
  readonly scene: Scene;
  readonly key: string;
  readonly why: "letter" | "most" | "steady";
}

/** A label that may be the interviewer's, in all transcripts in which it is the same person. */
interface Candidate {
  readonly key: string;
  readonly scenes: readonly Scene[];
  readonly isSteady: boolean;
}

/** Those of the open labels of these transcripts who are taken, where these keys of some are interviewers' already. */
export function takenForMost(scenes: readonly Scene[], before: ReadonlyMap<Scene, ReadonlySet<string>>): Taken[] {
  return takenFor(candidatesIn(scenes), before);
}

/** Whoever may be the interviewer in these transcripts, those of most transcripts first. */
function candidatesIn(scenes: readonly Scene[]): Candidate[] {
  const standing = new Map<string, Scene[]>();
  for (const scene of scenes) {
    for (const key of scene.open) {
      if (isAnswering(key)) continue;
      const found = standing.get(key);
      if (found === undefined) standing.set(key, [scene]);
      else found.push(scene);
    }
  }
  return [...standing]
    .flatMap(([key, those]): Candidate[] => {
      const isSteady = isSteadyIn(key, those);
      if (DOUBTFUL_CODE.test(key) && !isSteady) return [];
      if (!isSteady && !isName(key)) {
        return those.filter((each) => !isCalledAfter(each, key)).map((each) => ({ key, scenes: [each], isSteady }));
      }
      return !isSteady && those.some((each) => isCalledAfter(each, key)) ? [] : [{ key, scenes: those, isSteady }];
    })
    .sort((one, other) => other.scenes.length - one.scenes.length || questionsOf(other) - questionsOf(one));
}

/** Those of the candidates who are taken, where these keys of some transcripts are interviewers' already. */
function takenFor(candidates: readonly Candidate[], before: ReadonlyMap<Scene, ReadonlySet<string>>): Taken[] {
  const asking = new Map([...before].map(([scene, keys]) => [scene, new Set(keys)]));
  return candidates.flatMap(({ key, scenes, isSteady }) => {
    const others = (scene: Scene): number => [...(asking.get(scene) ?? [])].filter((each) => each !== key).length;
    const together = totalOf(scenes.filter((scene) => others(scene) === 0));
    const asks = asksMost(key, together, FEWEST_QUESTIONS) || (isSteady && asksMoreThanAll(key, together));
    if (!asks || scenes.some((scene) => scene.labels.size - others(scene) < 2)) return [];
    const added = scenes.filter((scene) => asking.get(scene)?.has(key) !== true);
    for (const scene of added) asking.set(scene, new Set([...(asking.get(scene) ?? []), key]));
    return added.map((scene): Taken => ({ scene, key, why: isSteady ? "steady" : "most" }));
  });
}

/** True for a label that stands in several transcripts while those beside it change. */
function isSteadyIn(key: string, scenes: readonly Scene[]): boolean {
  if (scenes.length < FEWEST_STEADY) return false;
  const beside = new Map<string, number>();
  for (const { labels } of scenes) for (const each of labels.keys()) beside.set(each, (beside.get(each) ?? 0) + 1);
  return [...beside].every(([each, times]) => each === key || times <= scenes.length * MOST_BESIDE);
}

/** True if a transcript's or its file's name holds this label, and not all labels. */
export function isCalledAfter({ part, labels }: Scene, key: string): boolean {
  const name = `${words(part.id)}${words(fileStem(part.file))}`;
  const isHeld = (label: string): boolean => words(label).trim() !== "" && name.includes(words(label));
  return isHeld(key) && ![...labels.keys()].every(isHeld);
}

/** Folded words with a blank on either side. */
function words(name: string): string {
  return ` ${folded(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .join(" ")
    .trim()} `;
}

/** What the labels of several transcripts come to together. */
function totalOf(scenes: readonly Scene[]): Map<string, LabelCount> {
  const total = new Map<string, LabelCount>();
  for (const { labels } of scenes) {
    for (const [key, { label, turns, questions }] of labels) {
      const sofar = total.get(key);
      total.set(key, {
        label,
        turns: turns + (sofar?.turns ?? 0),
        questions: questions + (sofar?.questions ?? 0),
      });
    }
  }
  return total;
}

function questionsOf({ key, scenes }: Candidate): number {
  return sum(scenes.map(({ labels }) => labels.get(key)?.questions ?? 0));
}

/** True for a label that says that somebody answers, or is somebody in particular. */
function isAnswering(key: string): boolean {
  return CODE.test(key) || isRoleOfOthers(key);
}

/** True for a label that is the same person in every transcript. */
function isName(key: string): boolean {
  return key.length > 1 && !/\d/.test(key) && !isAnswering(key) && !/^(?:speaker|spk|unknown|voice|host)\b/.test(key);
}

/** True if so many of a label's turns are questions, and far fewer of anybody else's. */
export function asksMost(key: string, labels: ReadonlyMap<string, LabelCount>, fewest: number): boolean {
  const own = labels.get(key);
  if (own === undefined || own.questions < fewest || shareOf(own) < LEAST_SHARE) return false;
  return [...labels].every(([other, each]) => {
    if (other === key) return true;
    if (each.questions * TIMES_MORE > own.questions) return false;
    return each.turns < ENOUGH_TURNS || shareOf(each) * TIMES_MORE <= shareOf(own);
  });
}

/** True if more questions are this label's than all others' together. */
function asksMoreThanAll(key: string, labels: ReadonlyMap<string, LabelCount>): boolean {
  const own = labels.get(key)?.questions ?? 0;
  return own >= FEWEST_QUESTIONS && own * 2 > sum([...labels.values()].map(({ questions }) => questions));
}

function shareOf({ questions, turns }: LabelCount): number {
  return questions / turns;
}

/** The sum of these numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
