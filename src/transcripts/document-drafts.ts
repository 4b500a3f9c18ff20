import type { Range } from "../model/range";
import { asideOf, type DocumentText, paragraphEnd, TABLE } from "./document";
import { interviews, type Section } from "./document-split";
import { type Spoken, spokenInParagraphs } from "./document-turns";
import type { DraftTurn, TranscriptDraft } from "./reading";
import { speakerTable, type TableTurns } from "./speaker-table";

/**
 * The transcripts of a document: one, or one for each heading that names an interview. A table with a column of speakers has
 * a turn in each row; beside it, other paragraphs have turns only where they are labelled. All other tables are read cell by
 * cell. Bold words and names on lines of their own are labels where they recur.
 *
 * @param title The document's own title; without one, it is the heading with which the document
 * begins, if that is the only one of its level.
 */
export function draftsFromDocument(document: DocumentText, title: string | null = null): TranscriptDraft[] {
  const whole: Section = { name: null, pieces: [{ start: 0, end: document.pieces.length }] };
  const sections = interviews(document);
  if (sections.length === 1) return [draftOf(document, whole, title, new Set())];
  // What is a label in one interview is one in all of them.
  const labels = spokenIn(document, whole.pieces, new Set()).turns.map(({ label }) => label);
  const known = new Set(labels.filter((label) => label !== ""));
  const drafts = sections.map((section) => draftOf(document, section, null, known));
  const labelled = drafts.filter(({ turns }) => turns.some(({ label }) => label !== ""));
  return labelled.length * 2 < drafts.length ? [draftOf(document, whole, title, new Set())] : drafts;
}

function draftOf(
  document: DocumentText,
  { name, pieces }: Section,
  title: string | null,
  known: ReadonlySet<string>,
): TranscriptDraft {
  const { turns, remainder } = spokenIn(document, pieces, known);
  const heading = title ?? (name === null ? firstHeading(document) : null);
  const rest = title === null && heading !== null && remainder[0] === heading ? remainder.slice(1) : remainder;
  return { name, title: heading, kind: null, turns, attributes: {}, speakers: [], remainder: rest };
}

/** The heading with which a document begins, if there is no other of its level. */
function firstHeading(document: DocumentText): string | null {
  const { text, headings, pieces } = document;
  const first = pieces.find((piece) => piece >= 0);
  const level = headings.get(first ?? -1);
  if (first === undefined || level === undefined) return null;
  const words = text.slice(document.starts[first], paragraphEnd(document, first));
  if (words.includes("\n")) return null;
  let same = 0;
  for (const each of headings.values()) if (each === level) same++;
  return same === 1 ? words.trim() : null;
}

/** The turns of stretches of a document's pieces, in their order. */
function spokenIn(document: DocumentText, stretches: readonly Range[], known: ReadonlySet<string>): Spoken {
  const tables = speakerTables(document, stretches);
  const labels = new Set(known);
  for (const { turns } of tables.values()) for (const { label } of turns) if (label !== "") labels.add(label);

  const turns: DraftTurn[] = [];
  const remainder: string[] = [];
  let between: Range[] = [];
  const endParagraphs = (): void => {
    const spoken = spokenInParagraphs(document, between, labels);
    if (tables.size > 0 && spoken.turns.every(({ label }) => label === "")) {
      for (const { words } of spoken.turns) remainder.push(words);
    } else for (const turn of spoken.turns) turns.push(turn);
    for (const each of spoken.remainder) remainder.push(each);
    for (const aside of asidesIn(document, between)) remainder.push(aside);
    between = [];
  };
  for (const { start, end } of stretches) {
    let from = start;
    for (const [at, table] of tables) {
      if (at < start || at >= end) continue;
      between.push({ start: from, end: at });
      endParagraphs();
      for (const turn of table.turns) turns.push(turn);
      for (const each of table.remainder) remainder.push(each);
      from = table.end;
    }
    between.push({ start: from, end });
  }
  endParagraphs();
  return { turns, remainder };
}

/** The tables that hold turns in stretches of a document's pieces, by where they begin. */
function speakerTables(document: DocumentText, stretches: readonly Range[]): ReadonlyMap<number, TableTurns> {
  const tables = new Map<number, TableTurns>();
  for (const { start, end } of stretches) {
    let at = start;
    while (at < end) {
      const found = document.pieces[at] === TABLE ? speakerTable(document, at) : null;
      if (found !== null) tables.set(at, found);
      at = found?.end ?? at + 1;
    }
  }
  return tables;
}

function asidesIn(document: DocumentText, stretches: readonly Range[]): string[] {
  const asides: string[] = [];
  if (document.asides.length === 0) return asides;
  for (const { start, end } of stretches) {
    for (let piece = start; piece < end; piece++) {
      const aside = asideOf(document, document.pieces[piece] ?? 0);
      if (aside !== undefined) asides.push(aside);
    }
  }
  return asides;
}
