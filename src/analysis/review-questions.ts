import type { Theme } from "../model/scheme";
import { count } from "../text/plural";
import type { ThemeEvidence } from "./theme-evidence";

// Ours, to have a place at which to ask: no source gives a limit, and none is a limit of quality.
const MUCH_OF_ONE = 1 / 3;
const FEW = 4;

/**
 * The questions that a theme's figures raise, of those that the review of themes asks (Braun & Clarke 2006, phase four;
 * docs/method.md). Each holds the figure it comes from.
 */
export function reviewQuestions(evidence: ThemeEvidence, theme: Theme | undefined, hasSubthemes: boolean): string[] {
  if (evidence.passages === 0) return ["No passage is coded to it: is it a theme of this material?"];
  const questions: (string | false)[] = [
    theme?.concept === undefined && "No central organising concept is written down: what holds it together?",
    !hasSubthemes &&
      evidence.codesWithPassages === 1 &&
      "All its passages have one code: is it a theme, or is it that code?",
    evidence.passages >= FEW &&
      (evidence.mostShare ?? 0) > MUCH_OF_ONE &&
      `${evidence.mostBy}: ${evidence.mostPassages} of its ${evidence.passages} passages. What is left of it without them?`,
    evidence.groupsWithout !== "" &&
      `Nobody of these groups speaks in it: ${evidence.groupsWithout}. Is that a finding, or were they not asked?`,
    evidence.sharedPassages > 0 &&
      `${count(evidence.sharedPassages, "passage")} of ${evidence.passages} ${evidence.sharedPassages === 1 ? "is" : "are"} in other themes too, mostly in "${evidence.sharedWith}": where does the one end and the other begin?`,
    against(evidence),
    evidence.transcriptsWithout > 0 &&
      `${count(evidence.transcriptsWithout, "transcript")} of ${evidence.transcripts} ${evidence.transcriptsWithout === 1 ? "has" : "have"} none of it: read again with it in mind?`,
    ...notReviewed(theme),
  ];
  return questions.filter((question) => question !== false);
}

function against({ complicates, contradicts }: ThemeEvidence): string {
  const number = complicates + contradicts;
  if (number === 0) return "Nothing is marked as complicating or contradicting it: has it been looked for?";
  return `${count(number, "coding")} ${number === 1 ? "complicates or contradicts" : "complicate or contradict"} it: does what it says leave room for that?`;
}

function notReviewed(theme: Theme | undefined): string[] {
  const reviews = theme?.reviews ?? [];
  const held = new Set(reviews.map((each) => each.against));
  if (reviews.length === 0) return ["No review of it is recorded."];
  if (held.has("data-set")) return [];
  if (held.has("extracts")) return ["It was reviewed against its extracts, and not yet against the whole data set."];
  return ["It was reviewed, and it is not said against what: its extracts, or the whole data set?"];
}
