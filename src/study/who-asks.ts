import { group } from "d3-array";
import { type Issue, issue } from "../issues/issue";
import { unsourced } from "../issues/source";
import { count } from "../text/plural";
import { yamlWord } from "../text/yaml-word";
import { doubtfulLetters } from "./interviewer-names";
import { labelsOf } from "./labels";
import { asksHere, folded, type Names } from "./names";
import type { TranscriptPart } from "./transcript-part";
import { asksMost, FEWEST_QUESTIONS, isCalledAfter, type Scene, sum, type Taken, takenForMost } from "./who-asks-most";

// Who the interviewers of a transcript are is asked in this order, and the first that answers decides.
//
// 1. Its front matter; then participants by id, label and alias: a name of theirs is never an interviewer's.
// 2. What the file itself says of a speaker (CHAT's "Investigator", a survey's questions).
// 3. study.yaml, or, where it names none, the common names of many languages. Of the letters that are initials as well,
//    "E" and "Q" count where their turns ask most. Then "I" beside them answers: it is the "informante" of Spanish.
// 4. Who asks most, in interviews and focus groups of two and more speakers in which nobody is an interviewer by the rules
//    above. A warning says so. Only labels that are nobody's can be taken, and none that says what somebody is ("P1",
//    "Carer 2", "Dr Lund") or that its transcript is called after ("Ana" in "Ana_2"). Transcripts are judged together,
//    as who-asks-most.ts says. Whoever is taken is so in all transcripts in which they are the same person, or in none.
//    On less, nobody is taken: labels stay as they are, with the warnings that follow.
// 5. `interviewers: []` in study.yaml says that there are none, and nobody is taken.

// A crowd, as in an online forum, has no interviewer, and to hold each against all others takes long.
const MOST_LABELS = 500;

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
  const open = scenes.filter(({ part: { kind }, labels, known }) => {
    return !known && labels.size > 1 && labels.size <= MOST_LABELS && (kind === "interview" || kind === "focus-group");
  });
  const letters = open.flatMap((scene) => letterIn(scene, names) ?? []);
  const withI = new Set(open.filter((scene) => hasLetter(scene, names)));
  const most = takenForMost(
    open.filter((scene) => !withI.has(scene)),
    new Map(letters.map(({ scene, key }) => [scene, new Set([key])])),
  );
  const byScene = group([...letters, ...most], ({ scene }) => scene);
  return {
    parts: scenes.map((scene) => settled(scene, byScene.get(scene) ?? [], names)),
    issues: issuesOf(
      scenes.flatMap((scene) => byScene.get(scene) ?? []),
      scenes,
      names,
    ),
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

/** The letter that is taken for the interviewer of a transcript in which nobody is known as one. */
function letterIn(scene: Scene, names: Names): Taken | undefined {
  const { labels, open } = scene;
  if (!names.isDefault) return undefined;
  const hasI = hasLetter(scene, names);
  const key = open.find((each) => {
    if (!doubtfulLetters.has(each) || isCalledAfter(scene, each)) return false;
    return asksMost(each, labels, hasI ? FEWEST_QUESTIONS : 1);
  });
  return key === undefined ? undefined : { scene, key, why: hasI ? "most" : "letter" };
}

/** True if "I" speaks in the transcript and is no participant: an interviewer, unless another letter asks more. */
function hasLetter({ part, labels }: Scene, names: Names): boolean {
  return names.isDefault && labels.has("i") && !names.byName.has("i") && asksHere("i", part, names.interviewers);
}

function settled({ part, labels }: Scene, taken: readonly Taken[], names: Names): TranscriptPart {
  const answering = new Set(
    names.isDefault
      ? (part.told ?? []).flatMap(({ label, role }) => (role === "participant" ? [folded(label)] : []))
      : [],
  );
  if (taken.length > 0) answering.add("i");
  const added = taken.map(({ key }) => unsourced({ label: labels.get(key)?.label ?? key, participant: "interviewer" }));
  return {
    ...part,
    ...(answering.size === 0 ? {} : { answering }),
    ...(added.length === 0 ? {} : { speakers: [...part.speakers, ...added] }),
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
    const asksMost = why === "steady" ? "is in all of them, beside others each time, and asks most" : "asks most";
    const message = `${nobody}${where}; "${label}" is taken for the interviewer, who ${asksMost}: ${asked}. These words count for nobody.`;
    return [
      issue("interviewer-assumed", message, { hint: `If it is right, write ${settle}. If not, ${isWrong}`, place }),
    ];
  });
}
