import type { Candidate } from "./candidates";
import type { CueList } from "./cue-list";
import { plainLabelEnd, readHead } from "./head";
import { labelShape } from "./label";
import { countLabels } from "./label-counts";
import type { PieceJoiner } from "./pieces";

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
// What has to stand before a label that does not begin the screen.
const LATER_SPEAKER = />>|\n[^\S\n]*[-–—]/;
const FOLDED_LABEL = /^(\p{Lu}[^:\n]{0,80})\n([^:\n]{1,40}):(?=\s|$)/u;

/**
 * Cuts subtitles where a label says that another one speaks, and tells of each part who does.
 *
 * @param texts What the subtitles say, in their order, where it is not their own text.
 * @param take Takes the parts in their order.
 */
export function speakersOfCues(cues: CueList, texts: readonly string[], take: PieceJoiner["add"]): void {
  const spoken = (cue: number, label: string, voice: string | undefined, text: string): void =>
    take(label, voice, joinLines(text), cues.time(cue), cues.line(cue));
  if (cues.hasVoices()) {
    for (let cue = 0; cue < texts.length; cue++) {
      const voice = cues.voice(cue);
      spoken(cue, voice ?? "", voice, texts[cue] ?? "");
    }
    return;
  }
  const { heads, marked: hasMarks } = findHeads(texts);
  let label = "";
  let voice: string | undefined;
  let changes = 0;
  let next = 0;
  for (let cue = 0; cue < texts.length; cue++) {
    const text = texts[cue] ?? "";
    if (heads[next]?.cue !== cue && !(hasMarks && text.includes(">>"))) {
      spoken(cue, label, voice, text);
      continue;
    }
    const [first, second] = [heads[next], heads[next + 1]];
    if (first?.cue === cue && first.opensScreen && second?.cue !== cue && !hasMarks) {
      next++;
      label = first.look.head.label;
      voice = label;
      spoken(cue, label, voice, screenOf(text).slice(first.length));
      continue;
    }
    let words: string[] = [];
    for (const { index, text: line, marked, dash } of screenLines(text)) {
      const head = heads[next]?.cue === cue && heads[next]?.index === index ? heads[next] : undefined;
      if (words.length > 0 && (head !== undefined || marked)) {
        spoken(cue, label, voice, words.join("\n"));
        words = [];
      }
      if (head !== undefined) {
        next++;
        label = head.look.head.label;
        voice = label;
      } else if (marked) {
        // The mark tells that somebody else speaks, and not who.
        changes++;
        label = "";
        voice = `>>${changes}`;
      }
      words.push(head === undefined ? `${dash}${line}` : line.slice(head.length).trim());
    }
    spoken(cue, label, voice, words.join("\n"));
  }
}

/** True for text in which a label, or a mark for another speaker, can be. */
function mayHaveSpeaker(text: string): boolean {
  return /[:：[]|>>/u.test(text);
}

/** True for text in which another one may begin to speak than at its beginning. */
function mayHaveLater(screen: string): boolean {
  return (screen.includes("\n") || screen.includes(">")) && LATER_SPEAKER.test(screen);
}

/** The lines of a screen joined with a blank, but for those that begin with a dash, as where two speak in turn. */
function joinLines(text: string): string {
  if (!text.includes("\n")) return text.trim();
  let joined = "";
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, end).trim();
    start = end + 1;
    if (line !== "") joined += joined === "" ? line : `${isDash(line.charAt(0)) ? "\n" : " "}${line}`;
  }
  return joined;
}

function isDash(sign: string): boolean {
  return sign === "-" || sign === "–" || sign === "—";
}

interface ScreenLine {
  /** Counts from 0. */
  readonly index: number;
  readonly text: string;
  /** True if the line begins with ">>". */
  readonly marked: boolean;
  /** The dash it begins with, with the blank behind it; "" if with none. */
  readonly dash: string;
}

/** The lines of one screen. */
function screenLines(screen: string): ScreenLine[] {
  return screenOf(screen).split("\n").map(screenLine);
}

function screenLine(written: string, index: number): ScreenLine {
  const line = written.trim();
  const marked = line.startsWith(">>");
  const [dash = ""] = isDash(line.charAt(0)) ? (/^.\s?/.exec(line) ?? []) : [];
  const text = marked ? line.replace(/^>+\s*/, "") : line.slice(dash.length).trim();
  return { index, text, marked, dash };
}

function firstLine(text: string): string {
  return text.slice(0, endOfLine(text));
}

function endOfLine(text: string): number {
  const end = text.indexOf("\n");
  return end === -1 ? text.length : end;
}

/** What a screen shows, with a label that is broken in two lines in one. */
function screenOf(text: string): string {
  return unfoldLabel(text.trim());
}

/** A long label may be broken in two lines of the screen: "Ada North (Eastwood and\nthe Isles):". */
function unfoldLabel(text: string): string {
  if (!text.includes("\n") || !text.includes("(")) return text;
  const [folded, first = "", second = ""] = FOLDED_LABEL.exec(text) ?? [];
  if (folded === undefined || labelShape(withoutArticle(first.split(" (")[0] ?? "")) !== "name") return text;
  const isFolded = first.includes("(") && (!first.includes(")") || second.startsWith("("));
  return isFolded ? `${first} ${second}:${text.slice(folded.length)}` : text;
}

/** A line of a screen that could begin with a label. Lines with the same label have the same `look`. */
interface PossibleHead {
  readonly cue: number;
  /** Index of the line on the screen. */
  readonly index: number;
  /** Length of label and colon at the beginning of the line (UTF-16 code units). */
  readonly length: number;
  readonly look: Candidate;
  readonly marked: boolean;
  /** True if it is the first thing on the screen. */
  readonly opensScreen: boolean;
}

interface Heads {
  /** The lines that begin with a label, in their order. */
  readonly heads: readonly PossibleHead[];
  /** True if a line begins with ">>". */
  readonly marked: boolean;
}

function findHeads(texts: readonly string[]): Heads {
  const possible: Record<LabelForm, PossibleHead[]> = { colon: [], bracket: [] };
  const looks: Record<LabelForm, Map<string, Candidate | null>> = { colon: new Map(), bracket: new Map() };
  let hasMarks = false;
  for (let cue = 0; cue < texts.length; cue++) {
    const screen = texts[cue] ?? "";
    // "Name: words" at the beginning of a screen is the commonest label, and most screens have no other.
    const colon = plainLabelEnd(screen, 0, endOfLine(screen));
    const plain = colon === -1 ? undefined : looks.colon.get(screen.slice(0, colon));
    if (plain !== undefined && !mayHaveLater(screen)) {
      const length = colon + 2;
      if (plain !== null) possible.colon.push({ cue, index: 0, length, look: plain, marked: false, opensScreen: true });
      continue;
    }
    if (!mayHaveSpeaker(screen)) continue;
    const lines = mayHaveLater(screen) ? screenLines(screen) : [screenLine(firstLine(screenOf(screen)), 0)];
    for (const { index, text, marked, dash } of lines) {
      hasMarks ||= marked;
      const head = index === 0 || marked || dash !== "" ? readLabel(text) : null;
      if (head === null) continue;
      const { form, label, wordsAt: length } = head;
      const known = looks[form].get(label);
      const look = known === undefined ? lookOf(head, form) : known;
      if (known === undefined) looks[form].set(label, look);
      const opensScreen = index === 0 && !marked && dash === "";
      if (look !== null) possible[form].push({ cue, index, length, look, marked, opensScreen });
    }
  }
  const colon = acceptedHeads(possible.colon, texts);
  const bracket = acceptedHeads(possible.bracket, texts);
  return { heads: bracket.length > colon.length ? bracket : colon, marked: hasMarks };
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
  if (!text.slice(0, LONGEST_HEAD).includes("(")) return null;
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
  if (heads.length === 0) return [];
  const cues = texts.filter((text) => text !== "").length;
  const opening = heads.filter((each) => each.index === 0).length;
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
