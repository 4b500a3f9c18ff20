import type { Issue } from "../issues/issue";
import type { Source } from "../issues/source";
import type { Attributes } from "../model/people";
import { scanXml } from "../text/xml";
import type { XmlAttributes } from "../text/xml-attributes";
import { brokenXml, withNoTurnIssue } from "./broken-file";
import { lineCounter } from "./line-counter";
import type { DraftSpeaker, DraftTurn, Reading } from "./reading";
import { parseTime, type TimeSpan } from "./times";
import { eventText } from "./transcriber-event";
import { withSingleBlanks } from "./white-space";

// A Transcriber file has turns, and a turn has pieces between time marks.
//
// - A turn of the file is a turn; its pieces are joined by blanks. Where two speak at once, each has a turn of their own
//   with the times of the pieces in which they speak.
// - What the transcriber put between the words stands there as Transcriber shows it: a noise as "[cough]", a comment as
//   "{unclear}" (`eventText`).
// - The topics of sections and sounds in the background are in the remainder.

const TRANS_FACTS = ["scribe", "audio_filename", "version", "version_date", "xml:lang"];
const EPISODE_FACTS = ["program", "air_date"];
const SPEAKER_FACTS = ["type", "dialect", "accent", "scope", "check"];

const MOST_VOICES = 20;

/** True for a text that begins like a Transcriber file. */
export function looksLikeTranscriber(text: string): boolean {
  const head = text.slice(0, 10_000);
  return /<Trans[\s>]/.test(head) || /<!DOCTYPE\s+Trans\s/.test(head);
}

/** Reads a Transcriber file (.trs): times in seconds. */
export function parseTranscriber(source: Source): Reading {
  const facts = new Map<string, string>();
  const topics = new Map<string, string>();
  const speakers = new Map<string, DraftSpeaker>();
  const turns: DraftTurn[] = [];
  const remainder: string[] = [];
  const lineOf = lineCounter(source.text);
  let turn: OpenTurn | null = null;
  const note = (words: string | undefined): void => {
    if (words !== undefined && words.trim() !== "") remainder.push(words.trim());
  };
  const problem = scanXml(source.text, {
    open(name, attributes, at) {
      switch (name) {
        case "Trans":
          for (const each of TRANS_FACTS) addFact(facts, each, attributes);
          break;
        case "Episode":
          for (const each of EPISODE_FACTS) addFact(facts, each, attributes);
          break;
        case "Speaker":
          speakers.set(attributes.get("id") ?? "", readSpeaker(attributes));
          break;
        case "Topic":
          topics.set(attributes.get("id") ?? "", attributes.get("desc") ?? "");
          break;
        case "Section":
          note(topics.get(attributes.get("topic") ?? ""));
          break;
        case "Turn":
          turn = openTurn(attributes, lineOf(at), speakers);
          break;
        case "Sync":
          if (turn !== null) turn.now = readTime(attributes.get("time")) ?? turn.now;
          break;
        case "Who":
          if (turn !== null) turn.who = readVoice(attributes);
          break;
        case "Background":
          note(attributes.get("type"));
          break;
        case "Event":
        case "Comment":
        case "Vocal": {
          const words = eventText(name, attributes);
          if (turn === null) note(words);
          else say(turn, words);
        }
      }
    },
    text(words) {
      if (turn === null) note(words);
      else say(turn, words);
    },
    close(name) {
      if (name !== "Turn" || turn === null) return;
      for (const each of finishedTurns(turn)) turns.push(each);
      turn = null;
    },
  });
  const issues: Issue[] = problem === null ? [] : [brokenXml(source, problem, "Transcriber")];
  const draft = {
    name: null,
    title: null,
    kind: null,
    turns,
    attributes: Object.fromEntries(facts),
    speakers: [...speakers.values()].filter(({ label }) => label !== ""),
    remainder,
  };
  return withNoTurnIssue(source, { drafts: [draft], issues }, "All turns of this file are empty.");
}

interface OpenTurn {
  readonly labels: readonly string[];
  readonly time: TimeSpan | null;
  readonly line: number;
  /** What each speaker says, in the order of the labels. */
  readonly voices: Map<number, Voice>;
  /** Which speaker the next words are of; null before any is named. */
  who: number | null;
  /** Time of the last mark, in seconds. */
  now: number | null;
}

interface Voice {
  readonly pieces: string[];
  readonly start: number | null;
  /** The mark after which the last words stand. */
  last: number | null;
  /** The next mark; null while there is none. */
  until: number | null;
}

function openTurn(attributes: XmlAttributes, line: number, speakers: ReadonlyMap<string, DraftSpeaker>): OpenTurn {
  const stated = (attributes.get("speaker") ?? "").split(/\s+/).filter((id) => id !== "");
  // Transcriber knows two voices at once; a list without end is told as one voice.
  const ids = stated.length > MOST_VOICES ? [stated.join(" + ")] : stated;
  const start = readTime(attributes.get("startTime"));
  const end = readTime(attributes.get("endTime"));
  const time: TimeSpan | null = start === null ? null : [start, end !== null && end >= start ? end : null];
  return {
    labels: ids.map((id) => speakers.get(id)?.label || id),
    time,
    line,
    voices: new Map(),
    who: null,
    now: start,
  };
}

function say(turn: OpenTurn, words: string): void {
  const said = words.trim();
  if (said === "") return;
  const who = turn.who !== null && turn.who < turn.labels.length ? turn.who : -1;
  const voice = turn.voices.get(who) ?? { pieces: [], start: turn.now, last: turn.now, until: null };
  turn.voices.set(who, voice);
  voice.pieces.push(said);
  voice.last = turn.now;
  // Others were heard up to this mark, if they have said nothing since.
  for (const other of turn.voices.values()) {
    if (other.until === null && other.last !== turn.now) other.until = turn.now;
  }
  voice.until = null;
}

/** The turns of a turn: one, or one a speaker where several speak at once. */
function finishedTurns({ labels, time, line, voices }: OpenTurn): DraftTurn[] {
  const several = labels.length > 1;
  return [...voices].map(([who, { pieces, start, until }]) => {
    const label = several && who >= 0 ? (labels[who] ?? labels.join(" + ")) : labels.join(" + ");
    const own: TimeSpan | null = several && start !== null ? [start, until ?? time?.[1] ?? null] : time;
    const words = withSingleBlanks(pieces.join(" "));
    return { label, words, ...(own === null ? {} : { time: own }), line };
  });
}

/** Index of the speaker whose words follow; null if the number is none. */
function readVoice(attributes: XmlAttributes): number | null {
  const number = Number(attributes.get("nb") ?? "");
  return Number.isInteger(number) && number >= 1 ? number - 1 : null;
}

function readTime(text: string | undefined): number | null {
  return text === undefined ? null : parseTime(text);
}

function readSpeaker(attributes: XmlAttributes): DraftSpeaker {
  const stated = SPEAKER_FACTS.flatMap((name): [string, string][] => {
    const value = attributes.get(name)?.trim() ?? "";
    return value === "" ? [] : [[name, value]];
  });
  const facts: Attributes = Object.fromEntries(stated);
  return { label: (attributes.get("name") || attributes.get("id") || "").trim(), attributes: facts };
}

function addFact(facts: Map<string, string>, name: string, attributes: XmlAttributes): void {
  const value = attributes.get(name)?.trim() ?? "";
  if (value !== "") facts.set(name.replace("xml:", ""), value);
}
