import { Document, parseDocument, YAMLMap } from "yaml";
import type { Source } from "../issues/source";
import type { Attributes } from "../model/people";
import { splitFrontMatter } from "../text/front-matter";
import { canonicalTurns, type SpokenTurn } from "../transcripts/canonical-turns";
import { LABEL_END, statedTurns, statedWhen } from "../transcripts/stated-turns";

/** What a text file states of a transcript above its turns. */
export interface StatedTranscript {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly attributes: Attributes;
  /** The participant whose turns have no label; absent if all have one. */
  readonly participant?: string;
  /** Who each label stands for: a participant's id, or "interviewer". */
  readonly speakers: ReadonlyMap<string, string>;
  /** Visible text of the file that is in no turn. */
  readonly remainder: readonly string[];
}

// Keys that have a meaning of their own: an attribute of such a name gets another.
const KEYS: ReadonlySet<string> = new Set(["id", "title", "kind", "participant", "speakers", LABEL_END]);
const MOST_COLONS = 9;

/**
 * The text file of a transcript from another format: front matter, then each turn with its time, its label and its words.
 * The front matter states what the labels are and how they end, so that reading it is no guess: the same turns, labels,
 * times and words come back. What is in no turn stands in it as comments.
 *
 * @param stem The file's name without its ending; the id is stated where it is another.
 */
export function writtenTranscript(turns: readonly SpokenTurn[], about: StatedTranscript, stem: string): string {
  const spoken = cleanTurns(turns);
  const { body, labelEnd } = writtenTurns(spoken);
  const head = new Document({
    ...factsOf(about, stem),
    kind: about.kind,
    ...attributesOf(about.attributes),
    speakers: Object.fromEntries(about.speakers),
    [LABEL_END]: labelEnd,
  });
  const rest = about.remainder.flatMap((each) => each.split("\n")).filter((line) => line.trim() !== "");
  const comments =
    rest.length === 0 ? "" : ["# In the file, and in no turn:", ...rest.map(comment)].join("\n").concat("\n");
  return `---\n${yamlText(head)}${comments}---\n\n${body}`;
}

/**
 * A plain text as it is, with what its front matter has to state besides: its id where the file gets another name, and
 * who its labels stand for. Everything else stays, coding marks too.
 */
export function annotatedText(source: Source, about: Partial<StatedTranscript>): string {
  const range = splitFrontMatter(source);
  const head = range === null ? new Document({}) : parseDocument(source.text.slice(range.start, range.end));
  if (head.contents === null) head.contents = head.createNode({});
  const { id, participant, speakers = new Map() } = about;
  if (id !== undefined && !head.has("id")) head.set("id", id);
  if (participant !== undefined && !head.has("participant")) head.set("participant", participant);
  if (speakers.size > 0 && !(head.get("speakers") instanceof YAMLMap)) head.set("speakers", head.createNode({}));
  for (const [label, who] of speakers) if (!head.hasIn(["speakers", label])) head.setIn(["speakers", label], who);
  const isChanged = id !== undefined || participant !== undefined || speakers.size > 0;
  if (!isChanged) return source.text;
  return `---\n${yamlText(head)}---\n${range === null ? "\n" : ""}${source.text.slice(range?.bodyStart ?? 0)}`;
}

function yamlText(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

function factsOf({ id, title }: StatedTranscript, stem: string): Record<string, string> {
  return { ...(id === stem ? {} : { id }), ...(title === id ? {} : { title }) };
}

function attributesOf(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [freeName(name, KEYS), value]));
}

/** The name of an attribute, another one if it has a meaning of its own where it is written. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? `${name} (file)` : name;
}

/** The turns that have words, with labels and words as they are in canonical text. */
function cleanTurns(spoken: readonly SpokenTurn[]): SpokenTurn[] {
  const { text, turns } = canonicalTurns(spoken, spoken.length);
  return turns.map(({ start, end, ...turn }) => ({ ...turn, words: text.slice(start, end) }));
}

/**
 * The turns as text, with as few colons behind the labels as have the same turns read back: one, unless a line of words
 * begins like a turn, or a label like another.
 */
function writtenTurns(spoken: readonly SpokenTurn[]): { body: string; labelEnd: string } {
  const labels = [...new Set(spoken.map(({ label }) => label))];
  const withEnd = (labelEnd: string): string =>
    spoken.map((turn) => `${statedWhen(turn)}${turn.label}${labelEnd} ${turn.words}\n`).join("\n");
  for (let labelEnd = ":"; labelEnd.length < MOST_COLONS; labelEnd += ":") {
    const body = withEnd(labelEnd);
    const read = statedTurns(body, labels, labelEnd);
    const isSame = ({ label, words }: SpokenTurn, index: number): boolean => {
      const turn = read[index];
      return turn?.label === label && body.slice(turn.start, turn.end) === words;
    };
    if (read.length === spoken.length && spoken.every(isSame)) return { body, labelEnd };
  }
  const labelEnd = ":".repeat(MOST_COLONS);
  return { body: withEnd(labelEnd), labelEnd };
}

function comment(line: string): string {
  return `#   ${line.replace(/\p{Cc}/gu, " ").trim()}`;
}
