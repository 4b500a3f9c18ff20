import type { Range } from "../model/range";
import { type Aside, type Block, flatten, type Paragraph } from "./document";
import { missingSigns } from "./document-labels";
import { documentLines } from "./document-lines";
import { interviews, type Section } from "./document-split";
import { segmentText } from "./plain-text";
import type { DraftTurn, TranscriptDraft } from "./reading";
import { speakerTable, type TableTurns } from "./speaker-table";
import { readStamp } from "./times";

const LETTER = /[\p{L}\p{N}]/u;

/** A text written for paragraphs, and the signs in it that the document does not have. */
interface WrittenLines {
  readonly text: string;
  /** In order, not overlapping. */
  readonly signs: readonly Range[];
  /** Line of the file for each line of the text. */
  readonly lines: readonly (number | null)[];
}

/** The turns of a stretch of a document, and what is in none of them. */
interface Spoken {
  readonly turns: readonly DraftTurn[];
  readonly remainder: readonly string[];
}

/**
 * The transcripts of a document: one, or one for each heading that names an interview. A table with a column of speakers has
 * a turn in each row; beside it, other paragraphs have turns only where they are labelled. All other tables are read cell by
 * cell. Bold words and names on lines of their own are labels where they recur.
 *
 * @param title The document's own title; without one, it is the heading with which the document
 * begins, if that is the only one of its level.
 */
export function draftsFromDocument(blocks: readonly Block[], title: string | null = null): TranscriptDraft[] {
  const whole: Section = { name: null, blocks };
  const sections = interviews(blocks);
  if (sections.length === 1) return [draftOf(whole, title, new Set())];
  // What is a label in one interview is one in all of them.
  const known = new Set(spokenIn(blocks, new Set()).turns.flatMap(({ label }) => (label === "" ? [] : [label])));
  const drafts = sections.map((section) => draftOf(section, null, known));
  const labelled = drafts.filter(({ turns }) => turns.some(({ label }) => label !== ""));
  return labelled.length * 2 < drafts.length ? [draftOf(whole, title, new Set())] : drafts;
}

function draftOf({ name, blocks }: Section, title: string | null, known: ReadonlySet<string>): TranscriptDraft {
  const { turns, remainder } = spokenIn(blocks, known);
  const heading = title ?? (name === null ? firstHeading(blocks) : null);
  const rest = title === null && heading !== null && remainder[0] === heading ? remainder.slice(1) : remainder;
  return { name, title: heading, kind: null, turns, attributes: {}, speakers: [], remainder: rest };
}

/** The heading with which blocks begin, if there is no other of its level. */
function firstHeading(blocks: readonly Block[]): string | null {
  const paragraphs = flatten(blocks).filter((block) => block.kind === "paragraph");
  const [first] = paragraphs;
  if (first === undefined || first.heading === 0 || first.text.includes("\n")) return null;
  const same = paragraphs.filter(({ heading }) => heading === first.heading);
  return same.length === 1 ? first.text.trim() : null;
}

/** The turns of blocks in their order. */
function spokenIn(blocks: readonly Block[], known: ReadonlySet<string>): Spoken {
  const tables = new Map<Block, TableTurns>();
  const findTables = (within: readonly Block[]): void => {
    for (const block of within) {
      if (block.kind !== "table") continue;
      const found = speakerTable(block);
      if (found === null) block.rows.flat().forEach(findTables);
      else tables.set(block, found);
    }
  };
  findTables(blocks);
  const labels = new Set(known);
  for (const { turns } of tables.values()) for (const { label } of turns) if (label !== "") labels.add(label);

  const turns: DraftTurn[] = [];
  const remainder: string[] = [];
  let paragraphs: (Paragraph | Aside)[] = [];
  const endParagraphs = (): void => {
    const spoken = spokenInParagraphs(paragraphs, labels);
    paragraphs = [];
    if (tables.size > 0 && spoken.turns.every(({ label }) => label === "")) {
      for (const { words } of spoken.turns) remainder.push(words);
    } else for (const turn of spoken.turns) turns.push(turn);
    for (const each of spoken.remainder) remainder.push(each);
  };
  const walk = (within: readonly Block[]): void => {
    for (const block of within) {
      const table = tables.get(block);
      if (table !== undefined) {
        endParagraphs();
        for (const turn of table.turns) turns.push(turn);
        for (const each of table.remainder) remainder.push(each);
      } else if (block.kind === "table") block.rows.flat().forEach(walk);
      else paragraphs.push(block);
    }
  };
  walk(blocks);
  endParagraphs();
  return { turns, remainder };
}

function spokenInParagraphs(paragraphs: readonly (Paragraph | Aside)[], known: ReadonlySet<string>): Spoken {
  const written = writeLines(paragraphs);
  const { text, lines } = written;
  const unsigned = signRemover(written);
  const turns: DraftTurn[] = [];
  const remainder: string[] = [];
  let at = 0;
  let line = 0;
  const leave = (from: number, to: number, turn?: { label: string; timed: boolean }): void => {
    const words = unsigned(from, to);
    const head = turn === undefined || turn.label === "" ? -1 : words.lastIndexOf(turn.label);
    const above = head < 0 ? words : words.slice(0, head);
    const beside = head < 0 ? "" : words.slice(head + (turn?.label.length ?? 0));
    if (!LETTER.test(above) && !LETTER.test(beside)) return;
    for (const each of `${above}\n${beside}`.split("\n")) {
      const rest = (turn?.timed ? withoutStamp(each) : each).trim();
      if (LETTER.test(rest)) remainder.push(rest);
    }
  };
  for (const { start, end, label, time } of segmentText(text, known).turns) {
    leave(at, start, { label, timed: time !== undefined });
    for (let next = text.indexOf("\n", at); next >= 0 && next < start; next = text.indexOf("\n", next + 1)) line++;
    turns.push({
      label,
      words: unsigned(start, end).trim(),
      ...(time === undefined ? {} : { time }),
      line: lines[line] ?? null,
    });
    for (let next = text.indexOf("\n", start); next >= 0 && next < end; next = text.indexOf("\n", next + 1)) line++;
    at = end;
  }
  leave(at, text.length);
  for (const block of paragraphs) if (block.kind === "aside") remainder.push(block.text);
  return { turns, remainder };
}

function writeLines(paragraphs: readonly (Paragraph | Aside)[]): WrittenLines {
  const documentLine = documentLines(paragraphs);
  const byLine = new Map(missingSigns(documentLine).map((sign) => [sign.index, sign]));
  const parts: string[] = [];
  const lines: (number | null)[] = [];
  const signs: Range[] = [];
  let length = 0;
  const write = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  documentLine.forEach(({ text, opens, line }, index) => {
    if (index > 0) write(opens ? "\n\n" : "\n");
    if (index > 0 && opens) lines.push(null);
    lines.push(line);
    const sign = byLine.get(index);
    write(text.slice(0, sign?.at));
    if (sign === undefined) return;
    signs.push({ start: length, end: length + sign.text.length });
    write(sign.text);
    write(text.slice(sign.at));
  });
  return { text: parts.join(""), signs, lines };
}

/** Gives stretches of the text as the document has them; stretches are asked for in order. */
function signRemover({ text, signs }: WrittenLines): (start: number, end: number) => string {
  let next = 0;
  return (start, end) => {
    while ((signs[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    let words = "";
    let at = start;
    for (let sign = signs[next]; sign !== undefined && sign.start < end; sign = signs[next]) {
      words += text.slice(at, Math.max(at, sign.start));
      at = Math.min(sign.end, end);
      if (sign.end > end) break;
      next++;
    }
    return words + text.slice(at, end);
  };
}

/** A line without its first time stamp, which the turn has as its time. */
function withoutStamp(line: string): string {
  for (const { index } of line.matchAll(/[[(<]?\d/g)) {
    const stamp = readStamp(line, index);
    if (stamp !== null) return `${line.slice(0, index)} ${line.slice(stamp.end)}`;
  }
  return line;
}
