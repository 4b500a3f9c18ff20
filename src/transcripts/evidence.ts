import { nearest } from "../issues/suggest";
import { type Candidate, isSpeech } from "./candidates";
import type { HeadForm } from "./head";
import { headerEnd } from "./header-block";
import { isInterviewerLabel } from "./label";
import { isShortAndOpen, type Line } from "./lines";
import { isContinuation } from "./wrap";

/** What a decision about labels looks at. */
export interface Evidence {
  readonly text: string;
  readonly lines: readonly Line[];
  /** Width of a hard-wrapped text in UTF-16 code units, else null. */
  readonly width: number | null;
}

// Forms that speech and stage directions have too: the text must open with one, and two speakers must have them.
const WEAK_FORMS: ReadonlySet<HeadForm> = new Set(["bracket", "tab", "stamped", "bare", "blank"]);
// Of these, the forms with no mark of their own at all: two labels must be sure, one of them a known word or code.
const BAREST_FORMS: ReadonlySet<HeadForm> = new Set(["bare", "blank"]);

const LONGEST_PREAMBLE = 1000;
const COMMON_WORD_REACH = 200_000;
const MOST_RARE_LABELS = 50;
const SHORTEST_SLIP = 4;

/** The candidates of one form that begin turns, in no order; none if this is not how the file sets its labels. */
export function acceptedCandidates(all: readonly Candidate[], evidence: Evidence): readonly Candidate[] {
  const { text, lines } = evidence;
  const sure = sureLabels(all, evidence);
  const spoken = new Set(sure);
  for (const each of all) if (each.shape === "role") spoken.add(each.key);
  const bodyStart = headerEnd(text, lines, all, spoken);
  const candidates = all.filter((each) => each.index >= bodyStart);
  const certain = candidates.filter((each) => sure.has(each.key));
  // Above the first certain turn, what is no speech may still be a fact about the interview.
  const isPlausible = (each: Candidate): boolean => each.index > (certain[0]?.index ?? -1) || isSpeech(text, each);
  // A name with a time, alone on a line, is as good as a role.
  const isRole = ({ shape, head }: Candidate): boolean =>
    shape === "role" || (shape === "name" && head.form === "stamp");
  const likely = candidates.filter((each) => sure.has(each.key) || (isRole(each) && isPlausible(each)));
  const names = candidates.filter((each) => each.shape === "name" && !sure.has(each.key));
  const hasOtherName = countLabels(names) <= MOST_RARE_LABELS && names.some((each) => !isCommonWord(each, evidence));
  if (!isTheStyle(likely, certain, hasOtherName, evidence)) {
    return isAllNames(candidates, bodyStart, evidence) ? candidates : [];
  }

  const fits = fitting(certain.length > 0 ? certain : likely, evidence);
  const rare = candidates.filter((each) => !sure.has(each.key) && isPlausible(each) && fits(each));
  return rare.length === 0 ? certain : [...certain, ...rareLabels(rare, sure, evidence)];
}

/** Those of the fitting candidates with rare labels that are labels: roles, names that are no common words, and slips of the pen. */
function rareLabels(rare: readonly Candidate[], sure: ReadonlySet<string>, evidence: Evidence): Candidate[] {
  const roles = rare.filter((each) => each.shape === "role");
  const others = rare.filter((each) => each.shape === "name" || each.shape === "phrase");
  // So many different words before a colon are entries of a list, and no speakers.
  if (countLabels(others) > MOST_RARE_LABELS || sure.size > MOST_RARE_LABELS) return roles;
  // Whoever reads the warning about "Guest_clinican" can mend it; lost in the turn above, the words would be somebody else's.
  const isSlip = ({ key }: Candidate): boolean => key.length >= SHORTEST_SLIP && nearest(key, sure) !== undefined;
  const isName = (each: Candidate): boolean => each.shape === "name" && !isCommonWord(each, evidence);
  return [...roles, ...others.filter((each) => isName(each) || isSlip(each))];
}

/**
 * The labels that their number shows, as keys: roles from two on, names from three (from two if no common word), any other
 * stretch if it is a good share of all and not where lines happen to break.
 */
function sureLabels(all: readonly Candidate[], evidence: Evidence): Set<string> {
  const byKey = new Map<string, Candidate[]>();
  for (const each of all) {
    const same = byKey.get(each.key);
    if (same === undefined) byKey.set(each.key, [each]);
    else same.push(each);
  }
  const labels = [...byKey.values()];
  const shapeOf = ([first]: Candidate[]): Candidate["shape"] | undefined => first?.shape;
  const twice = labels.filter((each) => shapeOf(each) === "name" && each.length === 2);
  const isName = (each: Candidate[]): boolean =>
    each.length > 2 ||
    (each.length === 2 && twice.length <= MOST_RARE_LABELS && !each.every((one) => isCommonWord(one, evidence)));
  const breaks = ({ index }: Candidate): boolean =>
    isContinuation(evidence.text, evidence.lines, index, evidence.width);
  const isShare = (each: Candidate[], share: number, fewest: number): boolean =>
    each.length >= Math.max(fewest, all.length * share) && each.filter(breaks).length * 3 <= each.length;

  const sure = labels.filter(
    (each) => (shapeOf(each) === "role" && each.length > 1) || (shapeOf(each) === "name" && isName(each)),
  );
  const phrases = labels.filter((each) => shapeOf(each) === "phrase" && isShare(each, 0.1, 3));
  const unlikely = labels.filter((each) => shapeOf(each) === "unlikely" && isShare(each, 0.25, 5));
  // Two phrases can be two speakers ("older sister", "younger sister"); a word such as "Note" needs speakers beside it.
  if (sure.length > 0 || phrases.length > 1) sure.push(...phrases);
  if (sure.length > 0) sure.push(...unlikely);
  return new Set(sure.flatMap(([first]) => first?.key ?? []));
}

/** True if these candidates are how the file sets its labels, and no accident of speech. */
function isTheStyle(
  likely: readonly Candidate[],
  certain: readonly Candidate[],
  hasOtherName: boolean,
  { text, lines }: Evidence,
): boolean {
  const [first] = likely;
  if (first === undefined) return false;
  const { form } = first.head;
  const labels = countLabels(likely);
  const hasRole = likely.some((each) => each.shape === "role");
  const above = lines.slice(0, first.index).filter((line) => line.kind === "words");
  const opens = above.every((line) => isShortAndOpen(text, line) || text.charAt(line.start) === "(");
  if (BAREST_FORMS.has(form)) return opens && hasRole && countLabels(certain) > 1;
  if (WEAK_FORMS.has(form)) return opens && labels > 1 && (hasRole || certain.length > 1);
  // Where only interviewers are labelled, the first label may come late: what stands above it is not lost.
  if (likely.every((each) => isInterviewerLabel(each.head.label))) return likely.length > 1 || isSpeech(text, first);
  if (first.line.start > Math.max(LONGEST_PREAMBLE, text.length / 3)) return false;
  if (labels > 1) return hasRole || certain.length > 0 || form === "stamp";
  if (likely.length === 1) return hasRole && opens && isSpeech(text, first);
  return hasRole || (opens && (likely.length > 2 || hasOtherName));
}

/** True if every line below the header has a name before a colon and something said behind it. */
function isAllNames(candidates: readonly Candidate[], bodyStart: number, { text, lines }: Evidence): boolean {
  const spoken = lines.slice(bodyStart).filter((line) => line.kind === "words").length;
  if (candidates.length < 2 || candidates.length !== spoken) return false;
  return candidates.every((each) => each.head.form === "colon" && each.shape === "name" && isSpeech(text, each));
}

/** Tells whether a label is set as these are: dressed alike, and at the beginning of a block if they all are. */
function fitting(pattern: readonly Candidate[], { text, lines, width }: Evidence): (each: Candidate) => boolean {
  const dresses = new Set(pattern.map((each) => each.head.dress));
  const inBlocks = pattern.every((each) => each.line.opensBlock);
  return ({ head, line, index }) =>
    dresses.has(head.dress) && (line.opensBlock || !inBlocks) && !isContinuation(text, lines, index, width);
}

function countLabels(candidates: readonly Candidate[]): number {
  return new Set(candidates.map((each) => each.key)).size;
}

/** True if the label's first word is also written small in the text, as words are and names are not. */
function isCommonWord({ head }: Candidate, { text }: Evidence): boolean {
  const [word = ""] = /^[\p{L}\p{M}]+/u.exec(head.label) ?? [];
  const small = word.toLowerCase();
  if (small === word) return true;
  const within = text.slice(0, COMMON_WORD_REACH);
  const isLetter = (at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(within.charAt(at));
  for (let at = within.indexOf(small); at !== -1; at = within.indexOf(small, at + 1)) {
    if (!isLetter(at - 1) && !isLetter(at + small.length)) return true;
  }
  return false;
}
