import { buildTurns, type TakeTurn } from "./build-turns";
import { findCandidates, type Opening } from "./candidates";
import type { TurnDraft } from "./draft";
import { acceptedCandidates, type Evidence } from "./evidence";
import { isInterviewerLabel } from "./label";
import { hasLineParagraphs, scanLines } from "./lines";
import { wrapWidth } from "./wrap";

// No line tells by itself whether it begins with a label: "Note: ..." and "Kirra: ..." look alike. So the whole file
// decides.
//
// 1. Every line that could begin a turn is a candidate, of one form: "Name: words", "[name] words", "Name<tab>words" ...
// 2. In each form, labels are sure by their number: a role or code ("Interviewer", "P1") that is there twice, a name that
//    is there three times, or twice and is no common word of the text. Other stretches must be a good share of all.
// 3. The form with the most turns is the file's style, if two speakers have it or one that is clearly a speaker. Forms
//    that speech has too, such as brackets, must also open the text.
// 4. In that style, roles and names that appear seldom are labels where they are set like the sure ones: with the same
//    emphasis and time stamps, at the beginning of a block if all the others are, and not where a line was only wrapped.
// 5. Facts above the first turn ("Date: 3 May", "Participant: C01") and headings belong to no turn.

/** A plain text taken apart. */
export interface SegmentedText {
  /** In the order of the text, and not overlapping. */
  readonly turns: readonly TurnDraft[];
  /**
   * True if the paragraphs are broken into lines of about one width, of 50 to 100 UTF-16 code units, so that a line is no
   * unit of meaning. The breaks between labelled turns do not count, and three others are the least to judge by.
   */
  readonly hardWrapped: boolean;
}

/**
 * The turns of a plain text, and whether its lines mean anything. The text is canonical (LF, NFC), without front matter and
 * coding marks.
 *
 * The range of a turn (UTF-16 code units) covers the words only: no label, time stamp or emphasis of the label, no white
 * space at its ends. Paragraphs of one turn are one range; where a heading stands inside a turn, the speaker goes on in a
 * turn of its own. Text above the first label is in no turn.
 *
 * A text without labels has one turn a paragraph, with the label ""; so have, in a text that labels interviewers only, the
 * paragraphs that carry none. `known` holds labels that are declared elsewhere, such as in the front matter; case does not
 * matter. They count as sure words for a speaker, also those that otherwise never are ("Note", "the old man").
 */
export function segmentText(text: string, known: ReadonlySet<string> = new Set()): SegmentedText {
  const turns: TurnDraft[] = [];
  const hardWrapped = takeTurns(text, known, (start, end, label, time) => {
    turns.push(time === undefined ? { start, end, label } : { start, end, label, time });
  });
  return { turns, hardWrapped };
}

/** Gives the same turns one by one, in their order, for whoever keeps no list of them; and whether the text is hard-wrapped. */
export function takeTurns(text: string, known: ReadonlySet<string>, take: TakeTurn): boolean {
  const lines = scanLines(text);
  const { byForm, labelled } = findCandidates(text, lines, known);
  const width = wrapWidth(text, lines, labelled);
  const labels = mostAccepted([...byForm.values()], { text, lines, width });
  const onlyAsked = labels.every((each) => isInterviewerLabel(each.head.label));
  const how = {
    paragraphs: onlyAsked ? "stand alone" : "continue",
    lineByLine: width === null && hasLineParagraphs(lines),
  } as const;
  buildTurns(text, lines, labels, how, take);
  return width !== null;
}

/** The candidates that begin turns, in their order, all of the one form that has most of them; none if the text has no labels. */
function mostAccepted(forms: readonly (readonly Opening[])[], evidence: Evidence): readonly Opening[] {
  let most: readonly Opening[] = [];
  for (const candidates of forms) {
    if (candidates.length <= most.length) continue;
    const accepted = acceptedCandidates(candidates, evidence);
    if (accepted.length > most.length) most = accepted;
  }
  return most;
}
