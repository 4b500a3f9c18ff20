import { issue } from "../issues/issue";
import { lastAtMost, lineStarts, type Source } from "../issues/source";
import type { Attributes } from "../model/people";
import { MOST_ROCK_MARKS } from "../text/limits";
import { withNoTurnIssue } from "./broken-file";
import type { TurnDraft } from "./draft";
import { segmentText } from "./plain-text";
import type { DraftSpeaker, DraftTurn, Reading, TranscriptDraft } from "./reading";
import { type RockAttributes, readRockAttributes } from "./rock-attributes";
import { type RockLine, type RockLines, readRockLines } from "./rock-lines";

// A ROCK source (Reproducible Open Coding Kit) is plain text with codes and identifiers in double square brackets.
//
// - [[cid=4]] and its likes say who speaks, from their line on until another stands. Without labels in the text these
//   people are the speakers: a turn ends where another begins to speak, at a section break and at an empty line.
// - Where the text has labels of its own ("Interviewer: ..."), those are the speakers. The case is an attribute then; and
//   where the cases follow one another, each is a transcript of its own with the case's id as its name.
// - Utterance ids [[uid=..]] go; other identifiers (stanzas, coders) are attributes, or in the remainder if they change.
// - Codes [[code]] stay in the words: marks of every text are taken out together, later.
// - Comments (#) and YAML about other things than people are in the remainder.

const EMPTY = /^$/;
const MARKS_ALONE = /^(?:\[\[[^\][]{0,300}\]\] {0,9})+$/;

/** True for a text that begins like a ROCK source: identifiers, section breaks or attributes as only ROCK has them. */
export function looksLikeRock(text: string): boolean {
  const head = text.slice(0, 10_000);
  return (
    /\[\[(?:uid|cid|sid|caseId|coderId)[=:][^\s\][]/i.test(head) ||
    /^---(?:paragraph-break|<{1,2}\w{1,60}>{1,2})---\s*$/m.test(head) ||
    /^ROCK_attributes?:/m.test(head)
  );
}

/** Reads a ROCK source (.rock). Its marks stay in the words. */
export function parseRock(source: Source): Reading {
  if (hasTooManyMarks(source.text)) {
    const message = `The file has more than ${MOST_ROCK_MARKS} identifiers and codes; no source has.`;
    const place = { file: source.file };
    return { drafts: [], issues: [issue("too-large", message, { hint: "Split the source into several.", place })] };
  }
  const rock = readRockLines(source);
  const attributes = readRockAttributes(source, rock.fragments);
  const shared = sharedDraft(rock, attributes);
  const drafts = partsOf(rock, attributes).map((part, index) => ({
    ...shared,
    ...part,
    attributes: { ...shared.attributes, ...part.attributes },
    remainder: index > 0 ? part.remainder : [...shared.remainder, ...part.remainder],
  }));
  const hint = "A ROCK source has one utterance a line; this one has comments and attributes only.";
  return withNoTurnIssue(source, { drafts, issues: attributes.issues }, hint);
}

function hasTooManyMarks(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf("[["); at >= 0 && marks <= MOST_ROCK_MARKS; at = text.indexOf("[[", at + 2)) marks++;
  return marks > MOST_ROCK_MARKS;
}

/** What each transcript of a source has for itself. */
type Part = Pick<TranscriptDraft, "name" | "turns" | "attributes" | "speakers" | "remainder">;

function partsOf({ lines }: RockLines, attributes: RockAttributes): Part[] {
  const labels = new Set<string>();
  for (const { label } of segment(lines)) if (label !== "") labels.add(label);
  if (labels.size === 0) return [unlabelled(lines, attributes)];
  const cases = caseBlocks(lines);
  if (cases === null) {
    const part = labelled(lines, labels);
    const people = [...new Set(lines.map(({ who }) => who))].filter((who) => who !== "").join(", ");
    const speakers = speakersOf(attributes);
    return [{ name: null, attributes: {}, speakers, ...part, remainder: [...part.remainder, `cid: ${people}`] }];
  }
  const told = new Set(cases.map(({ who }) => who));
  return cases.map(({ who, lines: own }, index) => ({
    name: cases.length > 1 && who !== "" ? who : null,
    attributes: who === "" ? {} : { cid: who, ...attributes.people.get(who) },
    speakers: index > 0 ? [] : speakersOf(attributes, told),
    ...labelled(own, labels),
  }));
}

/** What all drafts of a source have in common. */
function sharedDraft({ instances, constant, remainder }: RockLines, attributes: RockAttributes): TranscriptDraft {
  const single = [...instances].flatMap(([name, values]) => (constant.has(name) ? [[name, values[0] ?? ""]] : []));
  const changing = [...instances].flatMap(([name, values]) =>
    constant.has(name) ? [] : [`${name}: ${values.join(", ")}`],
  );
  return {
    name: null,
    title: null,
    kind: null,
    turns: [],
    attributes: { ...Object.fromEntries(single), ...attributes.source },
    speakers: [],
    remainder: [...remainder, ...changing, ...attributes.remainder],
  };
}

/** The cases as blocks, if each is one block; null if they come and go as speakers do. */
function caseBlocks(lines: readonly RockLine[]): { who: string; lines: RockLine[] }[] | null {
  const blocks: { who: string; lines: RockLine[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last !== undefined && (last.who === line.who || line.text === "")) last.lines.push(line);
    else if (last !== undefined && last.who === "" && last.lines.every(({ text }) => text === "")) {
      blocks[blocks.length - 1] = { who: line.who, lines: [line] };
    } else blocks.push({ who: line.who, lines: [line] });
  }
  return new Set(blocks.map(({ who }) => who)).size === blocks.length ? blocks : null;
}

/**
 * The turns of the lines as running text has them. Marks are words of no speaker. They keep their places, so that the
 * ranges are those of the text with marks; of a large source, both texts at once would be too much.
 */
function segment(lines: readonly RockLine[], known?: ReadonlySet<string>): readonly TurnDraft[] {
  const blotted = lines.map(({ text }) =>
    text.includes("[[") ? text.replace(/\[\[[^\][\n]{0,300}\]\]/g, (mark) => "x".repeat(mark.length)) : text,
  );
  const { turns } = segmentText(blotted.join("\n"), known);
  // Engines hold the text that a pattern matched last (RegExp.input), which would be all of this one, until another matches.
  EMPTY.test("");
  return turns;
}

function labelled(
  lines: readonly RockLine[],
  labels: ReadonlySet<string>,
): Pick<TranscriptDraft, "turns" | "remainder"> {
  const turns = segment(lines, labels);
  const text = lines.map((line) => line.text).join("\n");
  const starts = lineStarts(text);
  const remainder: string[] = [];
  let at = 0;
  const rest = (end: number, label: string): void => {
    for (const line of text.slice(at, end).split("\n")) {
      const words = label === "" ? line.trim() : line.replace(label, "").trim();
      if (/[\p{L}\p{N}]/u.test(words)) remainder.push(words);
    }
  };
  const drafts = turns.map(({ start, end, label, time }): DraftTurn => {
    rest(start, label);
    at = end;
    const line = lines[lastAtMost(starts, start)]?.line ?? null;
    return { label, words: text.slice(start, end), ...(time === undefined ? {} : { time }), line };
  });
  rest(text.length, "");
  return { turns: drafts, remainder };
}

function unlabelled(lines: readonly RockLine[], attributes: RockAttributes): Part {
  const turns: { readonly label: string; words: string; readonly line: number }[] = [];
  let open = false;
  for (const { text, line, who, breaks } of lines) {
    const last = turns.at(-1);
    // Marks alone on their line code the turn above.
    const goesOn = last !== undefined && open && !breaks && last.label === who;
    if (last !== undefined && ((text.startsWith("[[") && MARKS_ALONE.test(text)) || (goesOn && text !== ""))) {
      last.words += `\n${text}`;
    } else if (text === "") open = false;
    else {
      turns.push({ label: who, words: text, line });
      open = true;
    }
  }
  const people = new Set<string>();
  for (const { label } of turns) if (label !== "") people.add(label);
  for (const id of attributes.people.keys()) people.add(id);
  return {
    name: null,
    turns,
    attributes: {},
    speakers: [...people].map((label) => ({ label, attributes: attributes.people.get(label) ?? {} })),
    remainder: [],
  };
}

/** The people that attributes are stated for, but for those that stand with the transcripts. */
function speakersOf({ people }: RockAttributes, without: ReadonlySet<string> = new Set()): DraftSpeaker[] {
  const kept = [...people].filter(([id]) => !without.has(id));
  return kept.map(([label, attributes]: [string, Attributes]) => ({ label, attributes }));
}
