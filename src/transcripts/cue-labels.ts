import type { Candidate } from "./candidates";
import { readHead } from "./head";
import { labelShape } from "./label";
import { countLabels } from "./label-counts";
import type { Piece } from "./pieces";
import type { TimeSpan } from "./times";

/** What one voice says in one subtitle, without markup. Lines are those of the screen. */
export interface CuePart {
  /** The name the markup gives. */
  readonly voice?: string;
  readonly text: string;
  readonly time?: TimeSpan;
  readonly line: number | null;
}

// Subtitles have their labels at the beginning, or where a line of the screen begins with a dash or with ">>", which marks
// that another one speaks. "Name: words" and "[name] words" are labels if the whole file has enough of the kind:
//
// 1. Labels are sure by their number, as in plain text: a role twice, a name three times, or twice and no common word.
// 2. If one is sure, roles and names that appear once are labels too; a phrase must be a tenth of all.
// 3. Behind ">>", a role or a name is a label anyway.
// 4. If four of five subtitles begin with what could be a label, all of these are labels.
//
// A label holds until the next one.
const MOST_LABELLED = 0.8;
const LONGEST_HEAD = 130;
const FOLDED_LABEL = /^(\p{Lu}[^:\n]{0,80})\n([^:\n]{1,40}):(?=\s|$)/u;

/**
 * Cuts subtitles where a label says that another one speaks, and tells of each part who does.
 *
 * @param texts What the subtitles say, in their order, where it is not their own text.
 */
export function* speakersOfCues(cues: readonly CuePart[], texts: readonly string[]): Generator<Piece> {
  const textOf = (cue: number): string => texts[cue] ?? "";
  if (cues.some((each) => each.voice !== undefined)) {
    for (const [index, cue] of cues.entries()) yield spoken(cue, cue.voice ?? "", cue.voice, textOf(index));
    return;
  }
  const { heads, marked: hasMarks } = texts.some(mayHaveSpeaker) ? findHeads(texts) : NO_HEADS;
  if (heads.length === 0 && !hasMarks) {
    for (const [index, cue] of cues.entries()) yield spoken(cue, "", undefined, textOf(index));
    return;
  }
  let label = "";
  let voice: string | undefined;
  let changes = 0;
  let open: { cue: number; words: string[] } | undefined;
  const said = (): Piece[] => {
    const cue = cues[open?.cue ?? -1];
    return open === undefined || cue === undefined ? [] : [spoken(cue, label, voice, open.words.join("\n"))];
  };
  let index = 0;
  let next = 0;
  for (const { cue, text, marked, dash } of screenLines(texts)) {
    const head = heads[next]?.index === index ? heads[next] : undefined;
    if (head !== undefined) next++;
    index++;
    if (open?.cue !== cue || head !== undefined || marked) {
      yield* said();
      open = { cue, words: [] };
    }
    if (head !== undefined) {
      label = head.label;
      voice = label;
    } else if (marked) {
      // The mark tells that somebody else speaks, and not who.
      changes++;
      label = "";
      voice = `>>${changes}`;
    }
    open.words.push(head === undefined ? `${dash}${text}` : text.slice(head.length).trim());
  }
  yield* said();
}

function spoken({ time, line }: CuePart, label: string, voice: string | undefined, text: string): Piece {
  const words = joinLines(text);
  if (voice === undefined) return time === undefined ? { label, words, line } : { label, words, time, line };
  return time === undefined ? { label, words, voice, line } : { label, words, voice, time, line };
}

/** True for text in which a label, or a mark for another speaker, can be. */
function mayHaveSpeaker(text: string): boolean {
  return text.includes(":") || text.includes("：") || text.includes("[") || text.includes(">>");
}

/** The lines of a screen joined with a blank, but for those that begin with a dash, as where two speak in turn. */
function joinLines(text: string): string {
  if (!text.includes("\n")) return text.trim();
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .reduce((joined, line) => (/^[-–—]/.test(line) ? `${joined}\n${line}` : `${joined} ${line}`), "")
    .trim();
}

interface ScreenLine {
  readonly cue: number;
  readonly text: string;
  /** True if the line begins with ">>". */
  readonly marked: boolean;
  /** The dash it begins with; "" if with none. */
  readonly dash: string;
  /** True for the first line of a subtitle. */
  readonly first: boolean;
}

/** The lines of the screen in their order. They are made anew each time they are gone through, since to keep them is dear. */
function* screenLines(texts: readonly string[]): Generator<ScreenLine> {
  for (const [cue, text] of texts.entries()) {
    let first = true;
    for (const written of unfoldLabel(text.trim()).split("\n")) {
      const line = written.trim();
      const sign = line.charAt(0);
      const marked = sign === ">" && line.startsWith(">>");
      const [dash = ""] = sign === "-" || sign === "–" || sign === "—" ? (/^.\s?/.exec(line) ?? []) : [];
      const words = marked ? line.replace(/^>+\s*/, "") : line.slice(dash.length).trim();
      yield { cue, text: words, marked, dash, first };
      first = false;
    }
  }
}

/** A long label may be broken in two lines of the screen: "Ada North (Eastwood and\nthe Isles):". */
function unfoldLabel(text: string): string {
  if (!text.includes("\n") || !text.includes("(")) return text;
  const [folded, first = "", second = ""] = FOLDED_LABEL.exec(text) ?? [];
  if (folded === undefined || labelShape(withoutArticle(first.split(" (")[0] ?? "")) !== "name") return text;
  const isFolded = first.includes("(") && (!first.includes(")") || second.startsWith("("));
  return isFolded ? `${first} ${second}:${text.slice(folded.length)}` : text;
}

interface LabelHead {
  /** Index of the line of the screen. */
  readonly index: number;
  readonly label: string;
  /** Length of label and colon at the beginning of the line (UTF-16 code units). */
  readonly length: number;
}

interface Heads {
  /** The lines that begin with a label, in their order. */
  readonly heads: readonly LabelHead[];
  /** True if a line begins with ">>". */
  readonly marked: boolean;
}

/** A line that could begin with a label. Lines with the same label have the same `look`. */
interface PossibleHead {
  readonly index: number;
  readonly length: number;
  readonly look: Candidate;
  readonly marked: boolean;
  readonly first: boolean;
}

const NO_HEADS: Heads = { heads: [], marked: false };

function findHeads(texts: readonly string[]): Heads {
  const possible: Record<"colon" | "bracket", PossibleHead[]> = { colon: [], bracket: [] };
  const looks = new Map<string, Candidate | null>();
  let index = 0;
  let hasMarks = false;
  for (const { text, marked, dash, first } of screenLines(texts)) {
    hasMarks ||= marked;
    const head = first || marked || dash !== "" ? readLabel(text) : null;
    if (head !== null) {
      const { form, label, wordsAt: length } = head;
      const name = `${form} ${label}`;
      const known = looks.get(name);
      const look = known === undefined ? lookOf(head, form) : known;
      looks.set(name, look);
      if (look !== null) possible[form].push({ index, length, look, marked, first });
    }
    index++;
  }
  const accepted = [possible.colon, possible.bracket].map((each) => acceptedHeads(each, texts));
  const [colon = [], bracket = []] = accepted;
  const best = bracket.length > colon.length ? bracket : colon;
  return {
    heads: best.map((each) => ({ index: each.index, label: each.look.head.label, length: each.length })),
    marked: hasMarks,
  };
}

type LabelForm = "colon" | "bracket";

function readLabel(text: string): (Candidate["head"] & { readonly form: LabelForm }) | null {
  if (!mayHaveSpeaker(text.slice(0, LONGEST_HEAD))) return null;
  const head = longHead(text) ?? readHead(text, 0, text.length);
  if (head === null) return null;
  const { form } = head;
  return form === "colon" || form === "bracket" ? { ...head, form } : null;
}

function lookOf(head: Candidate["head"], form: LabelForm): Candidate | null {
  const shape = labelShape(withoutArticle(head.label), form === "bracket");
  const line = { start: 0, end: 0, kind: "words", opensBlock: true } as const;
  return shape === null ? null : { index: 0, line, head, shape, key: head.label.toLowerCase() };
}

/** A label with an explanation that is longer than names are in plain text: "Ada North (Eastwood and the Isles) (Ind):". */
function longHead(text: string): Candidate["head"] | null {
  const [whole, label = ""] = /^(\p{Lu}[^:()\n]{1,40}(?: \([^:()\n]{1,60}\)){1,2}):(?=\s|$)/u.exec(text) ?? [];
  if (whole === undefined) return null;
  return { form: "colon", label, wordsAt: whole.length, dress: "", open: "" };
}

/** "The Chair" and "First Minister" are as good a name as "Chair". */
function withoutArticle(label: string): string {
  const [name = ""] = label.split(" (");
  return name.replace(/^The (?=\p{Lu})/u, "") || label;
}

function acceptedHeads(heads: readonly PossibleHead[], texts: readonly string[]): readonly PossibleHead[] {
  const cues = texts.filter((text) => text !== "").length;
  const opening = heads.filter((each) => each.first).length;
  const likely = heads.filter((each) => each.look.shape !== "unlikely");
  if (opening >= cues * MOST_LABELLED && likely.length >= heads.length * MOST_LABELLED) return likely;
  // Whether a name is also written small is looked up in the first of the words.
  const text = texts.slice(0, 5000).join("\n");
  const { sure, doubtful } = countLabels(
    text,
    heads.map((each) => each.look),
  );
  return heads.filter(({ marked, look: { key, shape } }) => {
    const isLikely = shape === "role" || shape === "name";
    if (marked) return isLikely;
    return sure.has(key) || (sure.size > 0 && (isLikely || doubtful.has(key)));
  });
}
