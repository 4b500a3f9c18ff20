import { isRoleAlone } from "../transcripts/label";
import { folded } from "./names";
import type { TranscriptPart } from "./transcript-part";

/** One label of a transcript, in whatever case it is printed. */
export interface LabelCount {
  /** As it is printed first. */
  readonly label: string;
  readonly turns: number;
  /** Turns that end in a question mark. */
  readonly questions: number;
}

// Labels that say what somebody is in a conversation and not who they are: the file has to tell that. So do words for a
// part in a conversation, in any language, and single letters: the "B" of German interviews is somebody else in each. A
// letter with a number, "C01", is an id.
const GENERIC =
  /^(p|r|a|participants?|respondents?|interviewees?|speakers?|guests?|subjects?|informants?|patients?|clients?|consumers?|carers?|doctors?|nurses?|clinicians?|students?|teachers?|users?|customers?)?[\s._-]*\d*$/i;

const LETTER = /^(?:\p{L}|(?:ip|tn|bp|bf)[\s._-]*\d*)$/iu;

/** True for a label that another transcript can have for somebody else, such as "P1", "Participant" and "". */
export function isGeneric(label: string): boolean {
  const name = label.trim();
  return GENERIC.test(name) || LETTER.test(name) || isRoleAlone(name);
}

// As scripts have it: Latin, full width and small, Arabic, Armenian, Ethiopic, Vai, Bamum, and the doubled ones.
const QUESTION = "?？﹖؟՞፧꘏꛷⸮‽⁇⁈⁉";
// What may stand behind it: quotation marks, brackets, emphasis, and a short note of the transcriber.
const ENDS_IN_QUESTION = new RegExp(
  `[${QUESTION}][\\s"'”’»“„)\\]*_.…-]{0,10}(?:[[(][^\\][()]{0,40}[\\])]\\s{0,3}){0,2}$`,
  "u",
);
const GREEK_QUESTION = /\p{Script=Greek}[;?][\s"'”’»)\]]{0,10}$/u;
// Armenian writes the mark inside the last word.
const ARMENIAN_QUESTION = /՞\p{L}{0,30}[\s։:]{0,3}$/u;
const REACH = 160;

/** True if the words end in a question mark of any script, whatever quotation marks or notes stand behind it. */
export function endsInQuestion(words: string): boolean {
  const end = words.slice(-REACH);
  return ENDS_IN_QUESTION.test(end) || GREEK_QUESTION.test(end) || ARMENIAN_QUESTION.test(end);
}

/** The labels of a transcript in the order of the text, by the folded label: `PARTICIPANT` and `participant ` are one. */
export function labelsOf({ text, turns }: Pick<TranscriptPart, "text" | "turns">): Map<string, LabelCount> {
  const labels = new Map<string, { label: string; turns: number; questions: number }>();
  // A conversation has few speakers, and each of them many turns.
  const spellings = new Map<string, { label: string; turns: number; questions: number }>();
  for (const { label, start, end } of turns) {
    let counted = spellings.get(label);
    if (counted === undefined) {
      const key = folded(label);
      counted = labels.get(key) ?? { label, turns: 0, questions: 0 };
      labels.set(key, counted);
      spellings.set(label, counted);
    }
    counted.turns++;
    if (endsInQuestion(text.slice(Math.max(start, end - REACH), end))) counted.questions++;
  }
  return labels;
}
