import {
  factLabels,
  interviewerWords,
  joiningWords,
  neutralRoles,
  openingWords,
  pointLabels,
  roleWords,
  soundWords,
} from "./label-words";

/**
 * What a stretch before a colon looks like by itself: "role" is a word or code that labels have ("Interviewer", "P1",
 * "Consumer peer worker 2"), "name" is written like a name ("Dr. Núñez"), "phrase" is anything else that could be a label,
 * "unlikely" is what almost never is one ("Note", "Date", "laughs", "I said").
 */
export type LabelShape = "role" | "name" | "phrase" | "unlikely";

const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;
const CODE = /^(?!Q\p{N})\p{Lu}{1,4}[-_ .]?\p{N}{0,4}\p{Ll}?\.?$/u;
const NAME_WORD = /^[(@]?(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N})/u;
const MOST_WORDS = 6;

/** How a label looks; null if it can be none. `enclosed` is true for one in brackets or braces. */
export function labelShape(label: string, enclosed = false): LabelShape | null {
  if (enclosed && /^\p{N}{1,6}$/u.test(label)) return "role";
  if (!/^[\p{L}\p{N}]/u.test(label)) return null;
  const found = label.toLowerCase().match(WORD) ?? [];
  const [first] = found;
  if (first === undefined) return null;
  const parts = label.split(/[\s/_-]+/).filter((part) => part !== "");
  if (parts.length > MOST_WORDS) return null;
  if (isUnlikely(found.join(" ")) || (enclosed && found.some((word) => soundWords.has(word)))) return "unlikely";
  if (CODE.test(label)) return "role";
  const namelike = parts.every((part) => NAME_WORD.test(part) || joiningWords.has(part.toLowerCase()));
  if (found.length > 1 && openingWords.has(first)) return "unlikely";
  if (isUnlikely(found.at(-1) ?? first)) return "phrase";
  const isRole = (word: string): boolean => roleWords.has(word);
  if (found.some(isRole) && (namelike || found.every((word) => isRole(word) || joiningWords.has(word)))) return "role";
  return namelike ? "name" : "phrase";
}

/** True for a label of the one who asks, such as "Interviewer", "INT" or "I2". */
export function isInterviewerLabel(label: string): boolean {
  const [first, ...more] = label.toLowerCase().match(WORD) ?? [];
  return first !== undefined && more.length === 0 && interviewerWords.has(first);
}

/** True for a label that says what somebody is who is no interviewer, such as "Carer 2" or "Dr. Núñez"; not for "Speaker 1". */
export function isRoleOfOthers(label: string): boolean {
  const found = label.toLowerCase().match(WORD) ?? [];
  return found.some((word) => roleWords.has(word) && !interviewerWords.has(word) && !neutralRoles.has(word));
}

/** True for a label of nothing but words for a part in a conversation, with a number or not: "Befragte Person 2", "Mother". */
export function isRoleAlone(label: string): boolean {
  const found = label.toLowerCase().match(WORD) ?? [];
  return found.length > 0 && found.every((word) => roleWords.has(word) || word === "person" || word === "persona");
}

/** True for a word with which a document states facts about itself, such as "Date". */
export function isFactLabel(label: string): boolean {
  return factLabels.has(label.toLowerCase());
}

function isUnlikely(word: string): boolean {
  return factLabels.has(word) || pointLabels.has(word);
}
