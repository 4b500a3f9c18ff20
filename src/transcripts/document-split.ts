import type { Range } from "../model/range";
import { type DocumentText, paragraphEnd, TABLE, TABLE_END } from "./document";
import { endsAsTitle } from "./document-lines";
import { skipWhiteSpace, skipWhiteSpaceBack, withSingleBlanks } from "./white-space";

/** A part of a document that is one interview. */
export interface Section {
  /** The heading above it; null for a document that is one interview as a whole. */
  readonly name: string | null;
  /** Stretches of the document's pieces, in order. */
  readonly pieces: readonly Range[];
}

const LONGEST_HEADING = 100;
const LONGEST_TITLE = 80;
const ENDS_SENTENCE = new Set([...".?!:;,"].map((each) => each.charCodeAt(0)));
// A participant's number or code alone: "104", "P07", "CARER-3".
const CODE = /^#?(?:\p{Lu}{1,8}[-_ .]?)?\p{N}{1,6}\p{Ll}?$/u;
const WORDS =
  "interview|transcript|participant|respondent|interviewee|informant|patient|focus group|diary|case|" +
  "entrevista|transcripción|participante|entretien|participante?|intervista|partecipante|interviewtranskript|transkript|" +
  "teilnehmer|teilnehmerin|befragte|befragter|fall|intervjuperson|deelnemer";
const NUMBERED = new RegExp(
  `^(?:${WORDS})(?:in)? (?:(?:no|nr|n°|number|nummer)\\.? ?)?[#(]?\\p{Lu}{0,3}[-_ ]?\\p{N}{1,6}\\b`,
  "iu",
);
const TITLED = new RegExp(`^(?:${WORDS})\\b.{1,80}$`, "iu");

/** A heading that may name an interview. */
interface Name {
  readonly index: number;
  readonly text: string;
  /** How it is set off: the level of a heading, then bold, then only by its words. */
  readonly setting: number;
}

const BOLD = 100;
const BY_WORDS = 101;

/**
 * The interviews of a document: it is split where headings of one kind name one interview after the other, by a number, a code
 * or words such as "Interview with ...". Each name is there once; headings within an interview do not split it. What stands
 * above the first such heading belongs to the first interview.
 */
export function interviews(document: DocumentText): Section[] {
  const names = interviewNames(document);
  const counts = new Map<string, number>();
  for (const { text } of names) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1);
  const single = names.filter(({ text }) => counts.get(text.toLowerCase()) === 1);
  const bySetting = new Map<number, Name[]>();
  for (const name of single) {
    const same = bySetting.get(name.setting);
    if (same === undefined) bySetting.set(name.setting, [name]);
    else same.push(name);
  }
  const [, starts] = [...bySetting].sort(([a], [b]) => a - b).find(([, same]) => same.length > 1) ?? [];
  const [first] = starts ?? [];
  const whole = { start: 0, end: document.pieces.length };
  if (starts === undefined || first === undefined) return [{ name: null, pieces: [whole] }];
  return starts.map(({ index, text }, nth) => {
    const own = { start: index + 1, end: starts[nth + 1]?.index ?? whole.end };
    return { name: text, pieces: nth === 0 ? [{ start: 0, end: index }, own] : [own] };
  });
}

/** The headings outside of tables that may name an interview. */
function interviewNames(document: DocumentText): Name[] {
  const names: Name[] = [];
  let depth = 0;
  for (let index = 0; index < document.pieces.length; index++) {
    const piece = document.pieces[index] ?? TABLE_END;
    if (piece === TABLE) depth++;
    else if (piece === TABLE_END) depth--;
    else if (piece >= 0 && depth === 0) {
      const name = interviewName(document, piece);
      if (name !== null) names.push({ index, ...name });
    }
  }
  return names;
}

/** The name of an interview if the paragraph is a heading that is one. */
function interviewName(document: DocumentText, paragraph: number): Omit<Name, "index"> | null {
  if (ENDS_SENTENCE.has(document.lastCodes[paragraph] ?? 0)) return null;
  const { text, headings, starts } = document;
  const from = starts[paragraph] ?? 0;
  const to = paragraphEnd(document, paragraph);
  if (to - from > 2 * LONGEST_HEADING) return null;
  const end = skipWhiteSpaceBack(text, from, to);
  if (ENDS_SENTENCE.has(text.charCodeAt(end - 1))) return null;
  const start = skipWhiteSpace(text, from, end);
  const written = text.slice(start, end);
  const name = withSingleBlanks(written);
  if (name.length > LONGEST_HEADING) return null;
  const level = headings.get(paragraph) ?? 0;
  const setting = level > 0 ? level : isBold(document, paragraph, { start, end }) ? BOLD : BY_WORDS;
  const isName = setting === BY_WORDS ? name.length <= 40 && NUMBERED.test(name) : CODE.test(name) || TITLED.test(name);
  return isName ? { text: name, setting } : null;
}

/** True for a short paragraph that is bold as a whole, its words being this stretch, and does not end as speech does. */
function isBold({ text, bold, firstBold }: DocumentText, paragraph: number, { start, end }: Range): boolean {
  const last = firstBold[paragraph + 1] ?? bold.length;
  let lead = start;
  for (let at = firstBold[paragraph] ?? last; at < last; at += 2) {
    const from = bold[at] ?? 0;
    if (lead < start || skipWhiteSpace(text, lead, Math.min(from, end)) < from) break;
    lead = bold[at + 1] ?? 0;
  }
  return lead === end && end - start <= LONGEST_TITLE && endsAsTitle(text.slice(start, end));
}
