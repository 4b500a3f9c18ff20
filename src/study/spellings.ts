import { foldWord, slipSimilarity } from "../issues/suggest";
import { isInterviewerLabel, isRoleAlone } from "../transcripts/label";
import { interviewerNames } from "./interviewer-names";
import { isGeneric, type LabelCount, labelsOf } from "./labels";
import { asksHere, folded, type Names } from "./names";
import type { TranscriptPart } from "./transcript-part";

// Which labels may be others misspelt. They are reported and never joined.
//
// - Only labels that are nobody's are looked at: what front matter, participants.csv, study.yaml or a list of common names
//   knows is spelled as it is meant. Case and outer blanks make no difference between labels, and are not looked at.
// - Two labels are near if they are the same but for accents, punctuation, blanks and leading zeros ("Jose" and "José",
//   "P01" and "P1"); or if they have the same number of words, and those that differ have four letters or more and are
//   near by Jaro-Winkler ("Paticipant", "Dr Marlow" and "Dr Marlowe").
// - Never near are labels with different numbers (P1 and P2), words that differ in a code or an initial ("PS1BV" and "PS1BS",
//   "Speaker A" and "Speaker B", "Mr Lund" and "Mrs Lund"), a word and its plural, and two words that both say what somebody is
//   ("Interviewer" and "Interviewee", "Teilnehmer" and "Teilnehmerin").
// - What is nearly a common word for a part in a conversation, such as "Participant", is a slip. Any other is rare where it
//   stands. Beside the right spelling it has a fifth of its turns at most: two names that are both frequent, such as
//   Maria and Marie, are two people. Where the right spelling does not speak, it must be a participant's name; or it speaks
//   three times elsewhere, and the slip has a fifth of the turns of the most frequent label beside it at most.
// - Surveys are left out: their labels are a column of ids.

const TIMES_RARER = 5;
const FEWEST_TURNS = 3;
const SHORTEST_WORD = 4;
const LONG_WORD = 9;
// Letters behind a number tell people apart, as in the codes "PS1BV" and "PS1BS".
const CODE = /\d\p{L}/u;
// Names of a crowd, such as those of an online forum, are not compared with each other: that takes long, and they are theirs.
const MOST_NAMES = 500;

const SURE_WORDS = [
  ...new Set([
    ...["participant", "respondent", "interviewee", "speaker", "facilitator"],
    ...[
      "teilnehmer",
      "teilnehmerin",
      "teilnehmende",
      "befragte",
      "befragter",
      "entrevistado",
      "entrevistada",
      "participante",
    ],
    ...interviewerNames.map(folded).filter((name) => name.length >= LONG_WORD && !/\d/.test(name)),
  ]),
];

const COMMON_WORDS = new Set(SURE_WORDS);

/** A label taken apart for comparing. */
interface Spelling {
  readonly key: string;
  readonly words: readonly string[];
  readonly letters: string;
  readonly numbers: string;
  readonly isRole: boolean;
}

interface Scene {
  readonly part: TranscriptPart;
  readonly labels: ReadonlyMap<string, LabelCount>;
  readonly open: readonly string[];
  readonly most: number;
}

/** The transcripts with the labels that may be misspelt; see the rule above. */
export function findSlips(parts: readonly TranscriptPart[], names: Names): TranscriptPart[] {
  const scenes = parts.map((part) => sceneOf(part, names));
  const turns = new Map<string, number>();
  for (const { labels } of scenes) for (const [key, each] of labels) turns.set(key, (turns.get(key) ?? 0) + each.turns);
  const printed = new Map(scenes.flatMap(({ labels }) => [...labels].map(([key, { label }]) => [key, label] as const)));
  const suspects = new Set(scenes.flatMap((scene) => scene.open));
  const spellings = new Map<string, Spelling>();
  const spelling = (key: string): Spelling => {
    const known = spellings.get(key) ?? takeApart(key);
    spellings.set(key, known);
    return known;
  };
  const sure = new Set([...names.byName.keys(), ...SURE_WORDS]);
  if (!names.isDefault) for (const each of names.interviewers) sure.add(each);
  // What every transcript calls its own people, "P1", is nobody's name in another.
  const named = turns.size > MOST_NAMES ? [] : [...turns.keys()].filter((key) => !isGeneric(key));
  const everywhere = suspects.size === 0 ? [] : [...(sure.size > MOST_NAMES * 2 ? [] : sure), ...named];
  // The same labels are open in one transcript after the other.
  const neighbours = new Map<string, readonly string[]>();
  const nearEverywhere = (key: string): readonly string[] => {
    const own = spelling(key);
    const known = neighbours.get(key) ?? everywhere.filter((other) => similarityOf(own, spelling(other)) > 0);
    neighbours.set(key, known);
    return known;
  };
  return scenes.map(({ part, labels, open, most }) => {
    const slips = new Map<string, string>();
    const beside = labels.size > MOST_NAMES ? [] : [...labels.keys()];
    for (const key of open) {
      const own = labels.get(key)?.turns ?? 0;
      const fits = (other: string): boolean => {
        // What is nearly such a word is no other name, however often it stands.
        if (COMMON_WORDS.has(other)) return true;
        const others = labels.get(other)?.turns ?? 0;
        if (others > 0) return own * TIMES_RARER <= others;
        if (sure.has(other)) return true;
        return (turns.get(other) ?? 0) >= FEWEST_TURNS && own * TIMES_RARER <= most;
      };
      const like = nearestTo(key, [...beside, ...nearEverywhere(key)], spelling, (other, isSame) => {
        if (isSame) return isFirst(other, key, { sure, turns });
        return fits(other) && folded(slips.get(other) ?? "") !== key;
      });
      if (like !== undefined) slips.set(key, printed.get(like) ?? nameOf(like, names));
    }
    return slips.size === 0 ? part : { ...part, slips };
  });
}

function sceneOf(part: TranscriptPart, names: Names): Scene {
  const labels = part.kind === "survey" ? new Map<string, LabelCount>() : labelsOf(part);
  const stated = new Set(part.speakers.map(({ value }) => folded(value.label)));
  const open = [...labels.keys()].filter(
    (key) => key !== "" && !stated.has(key) && !names.byName.has(key) && !asksHere(key, part, names.interviewers),
  );
  let most = 0;
  for (const { turns } of labels.values()) most = Math.max(most, turns);
  return { part, labels, open, most };
}

/** Of two labels that are the same but for accents and the like, the one that is taken for the right one. */
function isFirst(
  other: string,
  key: string,
  { sure, turns }: { readonly sure: ReadonlySet<string>; readonly turns: ReadonlyMap<string, number> },
): boolean {
  if (sure.has(other)) return true;
  const difference = (turns.get(other) ?? 0) - (turns.get(key) ?? 0);
  return difference > 0 || (difference === 0 && [...turns.keys()].indexOf(other) < [...turns.keys()].indexOf(key));
}

function nearestTo(
  key: string,
  others: Iterable<string>,
  spelling: (key: string) => Spelling,
  fits: (other: string, isSame: boolean) => boolean,
): string | undefined {
  const own = spelling(key);
  let best: string | undefined;
  let bestSimilarity = 0;
  for (const other of others) {
    if (other === key || other === "") continue;
    const similarity = similarityOf(own, spelling(other));
    if (similarity > bestSimilarity && fits(other, similarity === 1)) {
      best = other;
      bestSimilarity = similarity;
    }
  }
  return best;
}

/** 1 for labels that are the same but for accents, punctuation, blanks and zeros; 0 for labels that are not near. */
function similarityOf(one: Spelling, other: Spelling): number {
  if (one.numbers !== other.numbers) return 0;
  if (one.letters === other.letters) return 1;
  if (one.isRole && other.isRole) return 0;
  if (one.words.length !== other.words.length || isPlural(one.letters, other.letters)) return 0;
  let least = 1;
  for (const [index, word] of one.words.entries()) {
    const against = other.words[index] ?? "";
    if (word === against) continue;
    if (Math.min(word.length, against.length) < SHORTEST_WORD || isPlural(word, against)) return 0;
    if (CODE.test(word) && CODE.test(against)) return 0;
    least = Math.min(least, slipSimilarity(word, against));
  }
  // Below 1: only what is the same counts as that.
  return least * 0.999;
}

function isPlural(one: string, other: string): boolean {
  return one === `${other}s` || other === `${one}s`;
}

function takeApart(key: string): Spelling {
  const plain = foldWord(key)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const all = plain.split(" ").map((word) => word.replace(/^0+(?=\d)/, ""));
  const letters = plain.replace(/ /g, "").replace(/(?<!\d)0+(?=\d)/g, "");
  return {
    key,
    words: all.filter((word) => !/^\d+$/.test(word)),
    letters,
    numbers: (plain.match(/\d+/g) ?? []).map((each) => each.replace(/^0+(?=\d)/, "")).join(" "),
    isRole: isRoleAlone(key) || isInterviewerLabel(key) || SURE_WORDS.includes(key),
  };
}

/** A folded name as somebody wrote it. */
function nameOf(key: string, { byName }: Names): string {
  const [owner] = byName.get(key) ?? [];
  if (owner === undefined) return key;
  return [owner.id, owner.label, ...owner.aliases].find((each) => folded(each) === key) ?? key;
}
