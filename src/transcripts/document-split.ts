import type { Block, Paragraph } from "./document";
import { isBoldTitle } from "./document-lines";

/** A part of a document that is one interview. */
export interface Section {
  /** The heading above it; null for a document that is one interview as a whole. */
  readonly name: string | null;
  readonly blocks: readonly Block[];
}

const LONGEST_HEADING = 100;
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

/**
 * The interviews of a document: it is split where headings name one interview after the other, by a number, a code or words
 * such as "Interview with ...". Each name is there once; headings within an interview do not split it. What stands above the
 * first such heading belongs to the first interview.
 */
export function interviews(blocks: readonly Block[]): Section[] {
  const found = new Map<number, string>();
  const counts = new Map<string, number>();
  blocks.forEach((block, index) => {
    const name = block.kind === "paragraph" ? interviewName(block) : null;
    if (name === null) return;
    found.set(index, name);
    counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  });
  const starts = [...found].filter(([, name]) => counts.get(name.toLowerCase()) === 1);
  const [first] = starts;
  if (first === undefined || starts.length < 2) return [{ name: null, blocks }];
  const above = blocks.slice(0, first[0]);
  return starts.map(([start, name], index) => {
    const own = blocks.slice(start + 1, starts[index + 1]?.[0]);
    return { name, blocks: index === 0 ? [...above, ...own] : own };
  });
}

/** The name of an interview if the paragraph is a heading that is one. */
function interviewName(paragraph: Paragraph): string | null {
  const text = paragraph.text.replace(/\s+/g, " ").trim();
  if (text.length > LONGEST_HEADING || /[.?!:;,]$/.test(text)) return null;
  const trimmed = paragraph.text.length - paragraph.text.trimStart().length;
  const bold = paragraph.bold.map(({ start, end }) => ({ start: Math.max(0, start - trimmed), end: end - trimmed }));
  const isSet = paragraph.heading > 0 || isBoldTitle({ text: paragraph.text.trim(), bold });
  if (isSet && (CODE.test(text) || TITLED.test(text))) return text;
  return NUMBERED.test(text) && text.length <= 40 ? text : null;
}
