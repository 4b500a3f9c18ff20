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
  // The labels are found first, since most files have none, and are read much faster then.
  const lines = texts.some(mayHaveSpeaker) ? screenLines(texts) : [];
  const heads = findHeads(lines);
  if (heads.size === 0 && !lines.some((line) => line.marked)) {
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
  for (const [index, { cue, text, marked, dash }] of lines.entries()) {
    const head = heads.get(index);
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
  /** True where a label can stand. */
  readonly opens: boolean;
}

function screenLines(texts: readonly string[]): ScreenLine[] {
  const lines: ScreenLine[] = [];
  for (const [cue, text] of texts.entries()) {
    let isFirst = true;
    for (const written of unfoldLabel(text.trim()).split("\n")) {
      const line = written.trim();
      const first = line.charAt(0);
      const marked = first === ">" && line.startsWith(">>");
      const [dash = ""] = first === "-" || first === "–" || first === "—" ? (/^.\s?/.exec(line) ?? []) : [];
      const words = marked ? line.replace(/^>+\s*/, "") : line.slice(dash.length).trim();
      lines.push({ cue, text: words, marked, dash, opens: isFirst || marked || dash !== "" });
      isFirst = false;
    }
  }
  return lines;
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
  readonly label: string;
  /** Length of label and colon at the beginning of the line (UTF-16 code units). */
  readonly length: number;
}

/** The lines of the screen that begin with a label, by their index. */
function findHeads(lines: readonly ScreenLine[]): ReadonlyMap<number, LabelHead> {
  const possible = lines.flatMap((line, index) => possibleHead(line, index) ?? []);
  let best = new Map<number, LabelHead>();
  for (const form of ["colon", "bracket"] as const) {
    const same = possible.filter((each) => each.head.form === form);
    if (same.length <= best.size) continue;
    const accepted = acceptedHeads(same, lines);
    if (accepted.length <= best.size) continue;
    best = new Map(accepted.map(({ index, head }) => [index, { label: head.label, length: head.wordsAt }]));
  }
  return best;
}

function possibleHead(line: ScreenLine, index: number): Candidate | null {
  const { text, opens } = line;
  if (!opens || !mayHaveSpeaker(text.slice(0, LONGEST_HEAD))) return null;
  const head = longHead(text) ?? readHead(text, 0, text.length);
  if (head === null || (head.form !== "colon" && head.form !== "bracket")) return null;
  const shape = labelShape(withoutArticle(head.label), head.form === "bracket");
  if (shape === null) return null;
  const place = { start: 0, end: text.length, kind: "words", opensBlock: true } as const;
  return { index, line: place, head, shape, key: head.label.toLowerCase() };
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

function acceptedHeads(candidates: readonly Candidate[], lines: readonly ScreenLine[]): readonly Candidate[] {
  const opening = candidates.filter(({ index }) => lines[index]?.cue !== lines[index - 1]?.cue).length;
  const cues = new Set(lines.map(({ cue }) => cue)).size;
  const likely = candidates.filter((each) => each.shape !== "unlikely");
  if (opening >= cues * MOST_LABELLED && likely.length >= candidates.length * MOST_LABELLED) return likely;
  // Whether a name is also written small is looked up in the first of the words.
  const text = wordsOf(lines);
  const { sure, doubtful } = countLabels(text, candidates);
  return candidates.filter(({ index, key, shape }) => {
    const isLikely = shape === "role" || shape === "name";
    if (lines[index]?.marked) return isLikely;
    return sure.has(key) || (sure.size > 0 && (isLikely || doubtful.has(key)));
  });
}

function wordsOf(lines: readonly ScreenLine[]): string {
  return lines
    .slice(0, 5000)
    .map((line) => line.text)
    .join("\n");
}
