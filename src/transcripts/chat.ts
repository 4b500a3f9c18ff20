import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { withNoTurnIssue } from "./broken-file";
import { takeBullets } from "./chat-bullets";
import { chatHeaders } from "./chat-headers";
import type { DraftTurn, Reading } from "./reading";

// The CHAT format of CLAN and TalkBank. A line begins with "@" (header), "*CODE:" (utterance), "%act:" (about the
// utterance above) or with white space (it continues the line above).
//
// - Every utterance is a turn; its label is the speaker's code, and the name is among the facts about the speaker.
// - Time bullets give the time of the turn and leave the words; all other marks of CHAT stay in the words as printed.
// - Headers above the first utterance are attributes; later ones, and lines that begin with "%", are in the remainder.
// - Lines that begin with anything else belong to nobody: they are in the remainder and one warning counts them.

const OPENING_LINE = /^@(?:UTF8|Begin|Font|Window|Color words|PID|Languages|Participants)(?::|\s*$)/m;
const KNOWN_LINE = /^@(?:Begin|Participants:|Languages:|ID:)/m;

/** True for a text that begins like a CHAT file. */
export function looksLikeChat(text: string): boolean {
  const head = text.slice(0, 10_000).trimStart();
  return head.startsWith("@") && OPENING_LINE.test(head) && KNOWN_LINE.test(head);
}

/** Reads a CHAT file (.cha, .cex): one turn an utterance, times in seconds. */
export function parseChat(source: Source): Reading {
  const { text } = source;
  const headers = chatHeaders();
  const turns: DraftTurn[] = [];
  const remainder: string[] = [];
  const strays: number[] = [];
  let begun = false;
  const finish = ({ kind, name, line, said }: Entry): void => {
    const { words, time, rest } = takeBullets(typeof said === "string" ? said : said.join(" "));
    for (const each of rest) remainder.push(each);
    if (kind === "utterance") {
      begun = true;
      if (words !== "") turns.push(time === null ? { label: name, words, line } : { label: name, words, time, line });
    } else if (kind === "header" && !begun) headers.add(name, words);
    else if (kind === "header" && words !== "") remainder.push(`${name}: ${words}`);
    else if (words !== "" || name !== "End") remainder.push(words === "" ? name : words);
    if (kind === "stray" && words !== "") strays.push(line);
  };

  // A file names the same few speakers again and again: each name is kept once.
  const names = new Map<string, string>();
  const keptOnce = (name: string): string => {
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  };
  let entry: Entry | null = null;
  for (let start = 0, line = 1; start < text.length; line++) {
    const end = text.indexOf("\n", start);
    const stop = end < 0 ? text.length : end;
    const first = text.charCodeAt(start);
    if (stop > start && first !== TAB && first !== BLANK) {
      if (entry !== null) finish(entry);
      entry = readLine(text, start, stop, line, keptOnce);
    } else if (stop > start) {
      const more = text.slice(start, stop).trim();
      if (entry === null) entry = { kind: "stray", name: "", line, said: more };
      else if (typeof entry.said !== "string") {
        if (more !== "") entry.said.push(more);
      } else if (more !== "") entry.said = entry.said === "" ? more : [entry.said, more];
    }
    start = stop + 1;
  }
  if (entry !== null) finish(entry);

  const { title, attributes, speakers } = headers.read();
  const draft = { name: null, title, kind: null, turns, attributes, speakers, remainder };
  const hint = 'An utterance begins with an asterisk, as in "*CHI: words"; this file seems to have headers only.';
  return withNoTurnIssue(source, { drafts: [draft], issues: strayIssues(source, strays) }, hint);
}

const TAB = 9;
const BLANK = 32;
const COLON = 58;
const LONGEST_NAME = 80;
const KINDS: ReadonlyMap<string, Entry["kind"]> = new Map([
  ["*", "utterance"],
  ["@", "header"],
  ["%", "dependent"],
]);

/** A line and those that continue it. */
interface Entry {
  readonly kind: "header" | "utterance" | "dependent" | "stray";
  /** The speaker's code, or the header's name. */
  readonly name: string;
  /** 1-based. */
  readonly line: number;
  /** What stands behind the name; several lines are joined by blanks. */
  said: string | string[];
}

/** What begins on the line between two offsets. */
function readLine(text: string, start: number, stop: number, line: number, keptOnce: (name: string) => string): Entry {
  const kind = KINDS.get(text.charAt(start)) ?? "stray";
  if (kind === "utterance" || kind === "header") {
    let at = start + 1;
    const last = Math.min(stop, at + LONGEST_NAME);
    while (at < last && text.charCodeAt(at) !== COLON && text.charCodeAt(at) !== TAB) at++;
    const named = at > start + 1 && (text.charCodeAt(at) === COLON || (kind === "header" && at === stop));
    if (named && at <= stop) {
      return { kind, name: keptOnce(text.slice(start + 1, at).trim()), line, said: text.slice(at + 1, stop).trim() };
    }
  }
  return { kind: kind === "dependent" ? kind : "stray", name: "", line, said: text.slice(start, stop).trim() };
}

function strayIssues(source: Source, lines: readonly number[]): Issue[] {
  const first = lines[0];
  if (first === undefined) return [];
  const message =
    lines.length === 1
      ? "This line is no header and no utterance, so that its words are in no turn."
      : `This line and ${lines.length - 1} more are no headers and no utterances, so that their words are in no turn.`;
  const hint = 'Begin an utterance with its speaker, as in "*CHI: words", and a line that goes on with a tab.';
  const { excerpt, ...place } = source.linePlace(first);
  const shown = excerpt === undefined || excerpt.length > 400 ? {} : { excerpt };
  return [issue("words-in-no-turn", message, { hint, place: { ...place, ...shown } })];
}
