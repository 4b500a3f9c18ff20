import { type Issue, issue } from "../issues/issue";
import { unsourced } from "../issues/source";
import { count } from "../text/plural";
import { yamlWord } from "../text/yaml-word";
import { isRoleOfOthers } from "../transcripts/label";
import { doubtfulLetters } from "./interviewer-names";
import { type LabelCount, labelsOf } from "./labels";
import { asksHere, folded, type Names } from "./names";
import type { TranscriptPart } from "./transcript-part";

// Who the interviewers of a transcript are is asked in this order, and the first that answers decides.
//
// 1. Its front matter; then participants by id, label and alias: a name of theirs is never an interviewer's.
// 2. What the file itself says of a speaker (CHAT's "Investigator", a survey's questions).
// 3. study.yaml, or, where it names none, the common names of many languages. Of the letters that are initials as well,
//    "E" and "Q" count where their turns ask most. Then "I" beside them answers: it is the "informante" of Spanish.
// 4. Who asks most, in interviews and focus groups of two and more speakers in which nobody is an interviewer by the rules
//    above. A warning says so. Only labels that are nobody's can be taken, and none that says what somebody is ("P1",
//    "Carer 2", "Dr Lund"). It takes three questions, a fifth of the turns, and at least twice the questions, and twice
//    the share of questions, of anybody else. A name that is taken in one transcript is taken in others too, where
//    nobody asks more often. On less, nobody is taken: labels stay as they are, with the warnings that follow.
// 5. `interviewers: []` in study.yaml says that there are none, and nobody is taken.

const FEWEST_QUESTIONS = 3;
const LEAST_SHARE = 0.2;
const TIMES_MORE = 2;
// Fewer turns do not show how often somebody asks.
const ENOUGH_TURNS = 3;
// Letters and a number are an id, or a role and its number; "S1" can be "Speaker 1" and "Student 1".
const CODE = /^(?:[pr]|\p{L}{1,3}[\s._-]*\d+)$/u;

interface Scene {
  readonly part: TranscriptPart;
  readonly labels: ReadonlyMap<string, LabelCount>;
  /** Folded labels that are nobody's. */
  readonly open: readonly string[];
  /** Labels that are interviewers' by name. */
  readonly byName: readonly string[];
  /** True if somebody is known as an interviewer by more than a letter. */
  readonly known: boolean;
}

interface Taken {
  readonly scene: Scene;
  readonly key: string;
  readonly why: "letter" | "most";
}

/**
 * The transcripts with everybody who is taken for an interviewer among their `speakers`, and what was assumed. Who is
 * known by name stays as it is.
 */
export function settleInterviewers(
  parts: readonly TranscriptPart[],
  names: Names,
): { parts: TranscriptPart[]; issues: Issue[] } {
  if (names.interviewers.size === 0) return { parts: [...parts], issues: [] };
  const scenes = parts.map((part) => sceneOf(part, names));
  const taken = new Map<Scene, Taken>();
  for (const scene of scenes) {
    const found = takenIn(scene, names);
    if (found !== undefined) taken.set(scene, found);
  }
  const elsewhere = new Set([...taken.values()].filter(({ why }) => why === "most").map(({ key }) => key));
  for (const scene of scenes) {
    if (taken.has(scene) || scene.known || hasLetter(scene, names)) continue;
    const [key, ...more] = scene.open.filter((each) => elsewhere.has(each) && isName(each) && asksAsOften(each, scene));
    if (key !== undefined && more.length === 0 && scene.labels.size > 1) taken.set(scene, { scene, key, why: "most" });
  }
  return {
    parts: scenes.map((scene) => settled(scene, taken.get(scene), names)),
    issues: issuesOf([...taken.values()], scenes, names),
  };
}

function sceneOf(part: TranscriptPart, names: Names): Scene {
  const labels = labelsOf(part);
  const stated = new Map(part.speakers.map(({ value }) => [folded(value.label), value.participant]));
  const told = new Map((part.told ?? []).map(({ label, role }) => [folded(label), role]));
  const isPerson = (key: string): boolean =>
    names.byName.has(key) || (names.isDefault && told.get(key) === "participant");
  const open: string[] = [];
  const byName: string[] = [];
  let known = false;
  for (const [key, { label }] of labels) {
    const participant = stated.get(key);
    if (participant !== undefined) known ||= folded(participant) === "interviewer" || asks(participant, names);
    else if (isPerson(key) || key === "") continue;
    else if (!asksHere(label, part, names.interviewers)) open.push(key);
    else {
      if (told.get(key) === undefined) byName.push(label);
      known ||= key !== "i" || !names.isDefault;
    }
  }
  return { part, labels, open, byName, known };
}

function asks(name: string, names: Names): boolean {
  return !names.byName.has(folded(name)) && names.interviewers.has(folded(name));
}

/** Who is taken for the interviewer of a transcript; undefined if nobody needs to be, or nobody can. */
function takenIn(scene: Scene, names: Names): Taken | undefined {
  const { part, labels, open, known } = scene;
  if (known || labels.size < 2 || (part.kind !== "interview" && part.kind !== "focus-group")) return undefined;
  const letter = names.isDefault ? open.find((key) => doubtfulLetters.has(key) && asksMost(key, labels, 1)) : undefined;
  const hasI = hasLetter(scene, names);
  if (letter !== undefined && (!hasI || asksMost(letter, labels, FEWEST_QUESTIONS))) {
    return { scene, key: letter, why: hasI ? "most" : "letter" };
  }
  if (hasI) return undefined;
  const key = open.find((each) => !isAnswering(each) && asksMost(each, labels, FEWEST_QUESTIONS));
  return key === undefined ? undefined : { scene, key, why: "most" };
}

/** True if "I" speaks in the transcript and is no participant: an interviewer, unless another letter asks more. */
function hasLetter({ part, labels }: Scene, names: Names): boolean {
  return names.isDefault && labels.has("i") && !names.byName.has("i") && asksHere("i", part, names.interviewers);
}

/** True for a label that says that somebody answers, or is somebody in particular. */
function isAnswering(key: string): boolean {
  return CODE.test(key) || isRoleOfOthers(key);
}

/** True for a label that is the same person in every transcript. */
function isName(key: string): boolean {
  return key.length > 1 && !/\d/.test(key) && !isAnswering(key) && !/^(?:speaker|spk|unknown|voice|host)\b/.test(key);
}

function asksMost(key: string, labels: ReadonlyMap<string, LabelCount>, fewest: number): boolean {
  const own = labels.get(key);
  if (own === undefined || own.questions < fewest || shareOf(own) < LEAST_SHARE) return false;
  return [...labels].every(([other, each]) => {
    if (other === key) return true;
    if (each.questions * TIMES_MORE > own.questions) return false;
    return each.turns < ENOUGH_TURNS || shareOf(each) * TIMES_MORE <= shareOf(own);
  });
}

function asksAsOften(key: string, { labels, part }: Scene): boolean {
  if (part.kind !== "interview" && part.kind !== "focus-group") return false;
  const own = labels.get(key);
  return own !== undefined && [...labels.values()].every((each) => shareOf(each) <= shareOf(own));
}

function shareOf({ questions, turns }: LabelCount): number {
  return questions / turns;
}

function settled({ part, labels }: Scene, taken: Taken | undefined, names: Names): TranscriptPart {
  const answering = new Set(
    names.isDefault
      ? (part.told ?? []).flatMap(({ label, role }) => (role === "participant" ? [folded(label)] : []))
      : [],
  );
  if (taken !== undefined && taken.key !== "i") answering.add("i");
  const label = taken === undefined ? undefined : labels.get(taken.key)?.label;
  return {
    ...part,
    ...(answering.size === 0 ? {} : { answering }),
    ...(label === undefined ? {} : { speakers: [...part.speakers, unsourced({ label, participant: "interviewer" })] }),
  };
}

/** One issue for each name that was taken, however many transcripts it is in. */
function issuesOf(taken: readonly Taken[], scenes: readonly Scene[], names: Names): Issue[] {
  const byKey = new Map<string, Taken[]>();
  for (const each of taken) {
    const key = `${each.why} ${each.key}`;
    byKey.set(key, [...(byKey.get(key) ?? []), each]);
  }
  // A list in study.yaml stands for all others: it must name whoever asks now.
  const askers = new Set([
    ...(names.isDefault ? [] : names.asWritten),
    ...scenes.flatMap((scene) => scene.byName),
    ...taken.map(({ scene, key }) => scene.labels.get(key)?.label ?? key),
  ]);
  return [...byKey.values()].flatMap((those) => {
    const [first] = those;
    if (first === undefined) return [];
    const { key, why } = first;
    const counts = those.map(({ scene }) => scene.labels.get(key)).filter((each) => each !== undefined);
    const label = counts[0]?.label ?? key;
    const turns = sum(counts.map((each) => each.turns));
    const questions = sum(counts.map((each) => each.questions));
    const asked = `${questions} of ${count(turns, "turn")} ${questions === 1 ? "ends" : "end"} in a question mark`;
    const where = those.length === 1 ? "" : ` in ${count(those.length, "transcript")}`;
    const place = first.scene.part.placeOf(
      first.scene.part.turns.find((each) => folded(each.label) === key)?.start ?? 0,
    );
    const isWrong = `"speakers: { ${yamlWord(label)}: their id }" in the front matter, or a row or an alias in participants.csv.`;
    if (why === "letter") {
      const message = `The speaker "${label}" is taken for the interviewer${where}: ${asked}.`;
      return [issue("speaker-assumed", message, { hint: `If that is wrong, say who it is: ${isWrong}`, place })];
    }
    const hasI = first.scene.labels.has("i") && key !== "i";
    const takenIn = new Set(those.map(({ scene }) => scene));
    const answersToo = hasI || scenes.some((scene) => !takenIn.has(scene) && scene.open.includes(key));
    const settle = answersToo
      ? `"speakers: { ${yamlWord(label)}: interviewer }" in the front matter`
      : `"interviewers: [${[...askers].map(yamlWord).join(", ")}]" in study.yaml`;
    // "I" is an interviewer's name, and here it is not.
    const nobody = hasI ? '"I" asks less' : "Nobody is called interviewer";
    const message = `${nobody}${where}; "${label}" is taken for the interviewer, who asks most: ${asked}. These words count for nobody.`;
    return [
      issue("interviewer-assumed", message, { hint: `If it is right, write ${settle}. If not, ${isWrong}`, place }),
    ];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
