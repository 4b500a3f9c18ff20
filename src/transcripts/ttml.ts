import type { Source } from "../issues/source";
import type { AttributeValue } from "../model/people";
import { scanXml } from "../text/xml";
import type { XmlAttributes } from "../text/xml-attributes";
import { brokenXml, withNoTurnIssue } from "./broken-file";
import { cueList } from "./cue-list";
import { turnsOfCues } from "./cue-turns";
import { addFact } from "./facts";
import { type IssueList, issueList } from "./issue-list";
import { lineCounter } from "./line-counter";
import { spanOf } from "./pieces";
import type { Reading } from "./reading";
import type { TimeSpan } from "./times";
import { addTimes, parseTtmlTime, type TtmlRates, ttmlRates } from "./ttml-times";
import { hasLayout, layoutFinder, skipWhiteSpace, textFinder } from "./white-space";

/** True for XML whose first tag is TTML's `<tt>`, with any prefix. */
export function looksLikeTtml(text: string): boolean {
  return /<(?:[A-Za-z_][\w.-]{0,40}:)?tt(?=[\s>])/.test(text.slice(0, 10_000)) && text.trimStart().startsWith("<");
}

/**
 * Reads TTML subtitles (also DFXP, IMSC and EBU-TT). Speakers are the agents that the head names and a paragraph or a span
 * refers to; without agents they are those of labels, as in SRT. Paragraphs of one speaker in a row are one turn. Title and
 * other metadata of the head become the title and attributes; styles and positions are left out.
 */
export function parseTtml(source: Source): Reading {
  const issues = issueList(source.file);
  const reader = new TtmlReader(source, issues);
  const problem = scanXml(source.text, reader);
  const voice = (index: number): string | undefined => {
    const agents = reader.cues.voice(index);
    return agents === undefined ? undefined : reader.nameOf(agents) || undefined;
  };
  const draft = {
    name: null,
    title: reader.title,
    kind: null,
    turns: turnsOfCues({ cues: { ...reader.cues, voice }, wordByWord: reader.wordByWord }, source.file, issues),
    attributes: reader.attributes,
    speakers: reader.speakers(),
    remainder: reader.remainder,
  };
  const reading = {
    drafts: [draft],
    issues: [...(problem === null ? [] : [brokenXml(source, problem, "the program that made it")]), ...issues.all()],
  };
  return withNoTurnIssue(source, reading, "Check that the file was exported with its words.");
}

interface Element {
  readonly name: string;
  /** Seconds at which it begins; its children's times count from there. */
  readonly begin: number;
  readonly time: TimeSpan | undefined;
  readonly agents: string | undefined;
  readonly id: string | undefined;
  /** True if the words in it are spoken where it stands in a paragraph. */
  readonly isSpoken: boolean;
  /** Words that are of no paragraph; null if there are none. */
  words: string[] | null;
}

/** A paragraph that is open. */
interface Paragraph {
  time: TimeSpan | undefined;
  line: number | null;
  /** Words that were said by others before those that are said last; null if one says all. */
  said: { readonly agents: string | undefined; readonly text: string }[] | null;
  /** Who says the last words. */
  agents: string | undefined;
  text: string;
}

const SPOKEN = new Set(["p", "span", "br", "ruby", "rt", "rb"]);

/** Collects the words of a TTML file while its XML is read. */
class TtmlReader {
  /** Their voices are ids of agents. */
  readonly cues = cueList();
  readonly attributes: Record<string, AttributeValue> = {};
  readonly remainder: string[] = [];
  title: string | null = null;
  wordByWord = false;
  readonly #agents = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #open: Element[] = [];
  readonly #lineOf: (offset: number) => number;
  readonly #hasEntity: (start: number, end: number) => boolean;
  readonly #isLaidOut: (start: number, end: number) => boolean;
  #rates: TtmlRates = { frames: 30, ticks: 1 };
  #paragraph: Paragraph | null = null;

  constructor(
    private readonly source: Source,
    private readonly issues: IssueList,
  ) {
    this.#lineOf = lineCounter(source.text);
    this.#hasEntity = textFinder(source.text, "&");
    this.#isLaidOut = layoutFinder(source.text);
  }

  open(written: string, attributes: XmlAttributes, at: number): void {
    const name = localName(written);
    if (name === "tt") this.#rates = ttmlRates((wanted) => attributes.getLocal(wanted));
    const parent = this.#innermost();
    // A line break has none, and there are as many as paragraphs.
    const isBare = attributes.size === 0;
    const time = isBare ? undefined : this.#timeOf(attributes, parent?.begin ?? 0, at);
    // The agent of metadata is a definition; that of anything else refers to one.
    const agents = (isBare ? undefined : attributes.getLocal("agent")?.trim()) || parent?.agents;
    this.#open.push({
      name,
      begin: time?.[0] ?? parent?.begin ?? 0,
      time,
      agents,
      id: isBare ? undefined : attributes.getLocal("id"),
      isSpoken: SPOKEN.has(name),
      words: null,
    });
    if (name === "p") this.#paragraph = { time, line: null, said: null, agents: undefined, text: "" };
    else if (name === "br") this.#say("\n", at);
    else if (name === "span" && time !== undefined && this.#paragraph !== null) {
      this.wordByWord = true;
      if (parent?.name !== "p" || parent.time === undefined) this.#paragraph.time = spanOf(this.#paragraph.time, time);
    }
  }

  text(text: string, at: number): void {
    const element = this.#innermost();
    if (element === undefined) return;
    if (this.#paragraph !== null && element.isSpoken) this.#say(this.#collapsed(text, at), at);
    else if (skipWhiteSpace(text, 0, text.length) < text.length) {
      element.words ??= [];
      element.words.push(text);
    }
  }

  isFull(): boolean {
    return this.cues.isFull();
  }

  close(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    if (element.name === "p") this.#closeParagraph();
    if (element.words !== null) this.#closeMetadata(element, collapse(element.words.join("")).trim());
  }

  /** The names of agents, whose ids stand in one attribute. */
  nameOf(ids: string): string {
    const known = this.#names.get(ids);
    if (known !== undefined) return known;
    const name = ids
      .split(/\s+/)
      .filter((id) => id !== "")
      .map((id) => this.#agents.get(id) ?? id)
      .join(", ");
    this.#names.set(ids, name);
    return name;
  }

  speakers(): { label: string; attributes: Record<string, AttributeValue> }[] {
    return [...new Set(this.#agents.values())].map((label) => ({ label, attributes: {} }));
  }

  #innermost(): Element | undefined {
    return this.#open[this.#open.length - 1];
  }

  #say(text: string, at: number): void {
    const paragraph = this.#paragraph;
    if (paragraph === null) return;
    const agents = this.#innermost()?.agents;
    if (paragraph.line === null && skipWhiteSpace(text, 0, text.length) < text.length)
      paragraph.line = this.#lineOf(at);
    if (paragraph.text === "" || paragraph.agents === agents) paragraph.text += text;
    else {
      paragraph.said ??= [];
      paragraph.said.push({ agents: paragraph.agents, text: paragraph.text });
      paragraph.text = text;
    }
    paragraph.agents = agents;
  }

  #closeParagraph(): void {
    if (this.#paragraph === null) return;
    const { time, line, said, agents, text } = this.#paragraph;
    for (const each of said ?? []) this.#addCue(each.text, time, line, each.agents);
    this.#addCue(text, time, line, agents);
    this.#paragraph = null;
  }

  #addCue(text: string, time: TimeSpan | undefined, line: number | null, agents: string | undefined): void {
    const words = text.trim();
    if (words !== "") this.cues.add(words, time, line, agents);
  }

  #closeMetadata({ name }: Element, words: string): void {
    const agent = name === "name" ? this.#innermost() : undefined;
    if (agent?.name === "agent" && agent.id !== undefined) {
      // An agent may have several names: family, given, full. The first is the one it is listed under.
      const known = this.#agents.get(agent.id);
      if (known === undefined) this.#agents.set(agent.id, words);
      else addFact(this.attributes, `${known}: name`, words);
    } else if (name === "title" && this.title === null) this.title = words;
    else if (this.#open.some((each) => each.name === "head" || each.name === "metadata")) {
      addFact(this.attributes, name, words);
    } else this.remainder.push(words);
  }

  #timeOf(attributes: XmlAttributes, base: number, at: number): TimeSpan | undefined {
    const begin = this.#time(attributes, "begin", at);
    const end = this.#time(attributes, "end", at);
    const duration = this.#time(attributes, "dur", at);
    if (begin === null) return undefined;
    const start = addTimes(base, begin);
    if (end === null && duration === null) return [start, null];
    const stop = Math.min(
      end === null ? Number.POSITIVE_INFINITY : addTimes(base, end),
      duration === null ? Number.POSITIVE_INFINITY : addTimes(start, duration),
    );
    if (stop >= start) return [start, stop];
    this.issues.add("wrong-time", `The text ends at ${stop} seconds, before it starts at ${start}.`, {
      hint: "Correct one of the two times. Only the start is used.",
      place: { file: this.source.file, line: this.#lineOf(at) },
    });
    return [start, null];
  }

  /** The time that an attribute gives; null if it gives none. */
  #time(attributes: XmlAttributes, name: string, at: number): number | null {
    const written = attributes.getLocal(name);
    if (written === undefined) return null;
    const time = parseTtmlTime(written, this.#rates);
    if (time === null) {
      this.issues.add("wrong-time", `"${written.slice(0, 40)}" is no time.`, {
        hint: "Write it as 00:01:02.500 or 62.5s. The words are kept.",
        place: { file: this.source.file, line: this.#lineOf(at) },
      });
    }
    return time;
  }

  /** The text with one blank for each run of white space. */
  #collapsed(text: string, at: number): string {
    // A stretch without a "&" stands in the file as it is.
    const end = at + text.length;
    const isLaidOut = this.#hasEntity(at, end) ? hasLayout(text, 0, text.length) : this.#isLaidOut(at, end);
    return isLaidOut ? text.replace(/\s+/g, " ") : text;
  }
}

function collapse(text: string): string {
  return hasLayout(text, 0, text.length) ? text.replace(/\s+/g, " ") : text;
}

function localName(name: string): string {
  // To look for the last colon takes several times as long as to see that there is none.
  return name.includes(":") ? name.slice(name.lastIndexOf(":") + 1) : name;
}
