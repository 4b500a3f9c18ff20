import type { Block, Paragraph } from "./document";
import { isBoldTitle } from "./document-lines";
import { withSingleBlanks } from "./white-space";

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
export function interviews(blocks: readonly Block[]): Section[] {
  const names = blocks.flatMap((block, index): Name[] => {
    const name = block.kind === "paragraph" ? interviewName(block) : null;
    return name === null ? [] : [{ index, ...name }];
  });
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
  if (starts === undefined || first === undefined) return [{ name: null, blocks }];
  const above = blocks.slice(0, first.index);
  return starts.map(({ index, text }, nth) => {
    const own = blocks.slice(index + 1, starts[nth + 1]?.index);
    return { name: text, blocks: nth === 0 ? [...above, ...own] : own };
  });
}

/** The name of an interview if the paragraph is a heading that is one. */
function interviewName(paragraph: Paragraph): Omit<Name, "index"> | null {
  if (paragraph.text.length > 2 * LONGEST_HEADING) return null;
  const written = paragraph.text.trim();
  if (/[.?!:;,]$/.test(written)) return null;
  const text = withSingleBlanks(written);
  if (text.length > LONGEST_HEADING) return null;
  const blank = paragraph.text.length - paragraph.text.trimStart().length;
  const bold = paragraph.bold.map(({ start, end }) => ({ start: Math.max(0, start - blank), end: end - blank }));
  const setting = paragraph.heading > 0 ? paragraph.heading : isBoldTitle({ text: written, bold }) ? BOLD : BY_WORDS;
  const isName = setting === BY_WORDS ? text.length <= 40 && NUMBERED.test(text) : CODE.test(text) || TITLED.test(text);
  return isName ? { text, setting } : null;
}
