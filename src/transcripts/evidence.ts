import { nearest } from "../issues/suggest";
import { isSpeech, type Opening } from "./candidates";
import type { HeadForm } from "./head";
import { headerEnd } from "./header-block";
import { isInterviewerLabel } from "./label";
import { countLabels, isCommonWord, labelCount } from "./label-counts";
import { hasWordsAt, isShortAndOpen, type Lines, lineAt, opensBlockAt } from "./lines";
import { isContinuation } from "./wrap";

/** What a decision about labels looks at. */
export interface Evidence {
  readonly text: string;
  readonly lines: Lines;
  /** Width of a hard-wrapped text in UTF-16 code units, else null. */
  readonly width: number | null;
}

// Forms that speech and stage directions have too: the text must open with one, and two speakers must have them.
const WEAK_FORMS: ReadonlySet<HeadForm> = new Set(["bracket", "tab", "stamped", "bare", "blank"]);
// Of these, the forms with no mark of their own at all: two labels must be sure, one of them a known word or code.
const BAREST_FORMS: ReadonlySet<HeadForm> = new Set(["bare", "blank"]);

const LONGEST_PREAMBLE = 1000;
const SHORTEST_SLIP = 4;
// Comparing words is slow; a conversation has far fewer labels than this.
const MOST_COMPARED = 300;

/** The candidates of one form that begin turns, in their order; none if this is not how the file sets its labels. */
export function acceptedCandidates(all: readonly Opening[], evidence: Evidence): readonly Opening[] {
  const { text, lines } = evidence;
  const { sure, doubtful, different, isList } = countLabels(text, all);
  const speakers = new Set(sure);
  for (const each of all) if (each.shape === "role") speakers.add(each.key);
  const bodyStart = headerEnd(text, lines, all, speakers);
  const candidates = (all[0]?.index ?? 0) >= bodyStart ? all : all.filter((each) => each.index >= bodyStart);
  // In most files there is no other label than those that are sure.
  const areSure = sure.size === different;
  const certain = areSure ? candidates : candidates.filter((each) => sure.has(each.key));
  // Above the first certain turn, what is no speech may still be a fact about the interview.
  const isPlausible = (each: Opening): boolean => each.index > (certain[0]?.index ?? -1) || isSpeech(text, lines, each);
  const isName = (each: Opening): boolean => each.shape === "name" && !isList && !isCommonWord(text, each);

  // A name with a time, alone on a line, is as good as a role.
  const isRole = ({ shape, head }: Opening): boolean => shape === "role" || (shape === "name" && head.form === "stamp");
  const likely = areSure
    ? candidates
    : candidates.filter((each) => sure.has(each.key) || (isRole(each) && isPlausible(each)));
  const hasOtherName = (): boolean => candidates.some((each) => !sure.has(each.key) && isName(each));
  if (!isTheStyle(likely, certain, hasOtherName, evidence)) {
    return isAllNames(candidates, bodyStart, evidence) ? candidates : [];
  }
  if (areSure) return candidates;

  const fits = fitting(certain.length > 0 ? certain : likely, evidence);
  // A slip of the pen in a label makes one too: whoever reads the warning about "Guest_clinican" can mend it, but in the
  // turn above, the words would silently be somebody else's.
  const isSlip = ({ key, shape }: Opening): boolean =>
    shape !== "unlikely" &&
    different <= MOST_COMPARED &&
    key.length >= SHORTEST_SLIP &&
    nearest(key, sure) !== undefined;
  const isRare = (each: Opening): boolean =>
    isPlausible(each) && fits(each) && (isRole(each) || doubtful.has(each.key) || isName(each) || isSlip(each));
  return candidates.filter((each) => sure.has(each.key) || isRare(each));
}

/** True if these candidates are how the file sets its labels, and no accident of speech. */
function isTheStyle(
  likely: readonly Opening[],
  certain: readonly Opening[],
  hasOtherName: () => boolean,
  { text, lines }: Evidence,
): boolean {
  const [first] = likely;
  if (first === undefined) return false;
  const { form } = first.head;
  const labels = labelCount(likely);
  const hasRole = likely.some((each) => each.shape === "role");
  const opens = isOpening(text, lines, first.index);
  if (BAREST_FORMS.has(form)) return opens && hasRole && labelCount(certain) > 1;
  if (WEAK_FORMS.has(form)) return opens && labels > 1 && (hasRole || certain.length > 1);
  // Where only interviewers are labelled, the first label may come late: what stands above it is not lost.
  if (likely.every((each) => isInterviewerLabel(each.head.label)))
    return likely.length > 1 || isSpeech(text, lines, first);
  if ((lines.starts[first.index] ?? 0) > Math.max(LONGEST_PREAMBLE, text.length / 3)) return false;
  if (labels > 1) return hasRole || certain.length > 0 || form === "stamp";
  if (likely.length === 1) return hasRole && opens && isSpeech(text, lines, first);
  return hasRole || (opens && (likely.length > 2 || hasOtherName()));
}

/** True if nothing but short lines, and what is in brackets, stands above a line. */
function isOpening(text: string, lines: Lines, end: number): boolean {
  for (let index = 0; index < end; index++) {
    const line = lineAt(lines, index);
    if (line.kind === "words" && !isShortAndOpen(text, line) && text.charAt(line.start) !== "(") return false;
  }
  return true;
}

/** True if every line below the header has a name before a colon and something said behind it. */
function isAllNames(candidates: readonly Opening[], bodyStart: number, { text, lines }: Evidence): boolean {
  let spoken = 0;
  for (let index = bodyStart; index < lines.count; index++) if (hasWordsAt(lines, index)) spoken++;
  if (candidates.length < 2 || candidates.length !== spoken) return false;
  return candidates.every((each) => each.head.form === "colon" && each.shape === "name" && isSpeech(text, lines, each));
}

/**
 * Tells whether a label is set as these are: dressed alike, at the beginning of a block if they all are, and not where a
 * line was only wrapped. The line below one of these that stands alone holds its words, and no label.
 */
function fitting(pattern: readonly Opening[], { text, lines, width }: Evidence): (each: Opening) => boolean {
  const dresses = new Set(pattern.map((each) => each.head.dress));
  const inBlocks = pattern.every(({ index }) => opensBlockAt(lines, index));
  const alone = new Set<number>();
  for (const { wordsAt, index } of pattern) if (wordsAt >= (lines.ends[index] ?? 0)) alone.add(index);
  return ({ head, index }) =>
    dresses.has(head.dress) &&
    (!inBlocks || opensBlockAt(lines, index)) &&
    !alone.has(index - 1) &&
    !isContinuation(text, lines, index, width);
}
