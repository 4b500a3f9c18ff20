import type { Attributes } from "../model/people";
import { addFact } from "./facts";
import type { DraftSpeaker } from "./reading";

/** What stands above the first blank line of a WebVTT file, and where the file goes on. */
export interface WebVttHeader {
  readonly title: string | null;
  readonly attributes: Attributes;
  readonly speakers: readonly DraftSpeaker[];
  readonly remainder: readonly string[];
  /** Where the line behind the header begins (UTF-16 code units). */
  readonly offset: number;
  /** The 1-based number of that line. */
  readonly line: number;
}

const FACT = /^([\p{L}][\p{L}\p{N} _-]{0,40}?)[ \t]*:[ \t]*(\S.*)$/u;
const TECHNICAL = /^(?:X-TIMESTAMP-MAP|Region)\b/;

/**
 * Reads the header: "WEBVTT - title", "Kind: captions", and comments that linguists' converters write there, such as
 * "NOTE Speaker: Anna" with facts about her in the comments below. Style sheets are left out.
 */
export function readWebVttHeader(text: string): WebVttHeader {
  const attributes: Record<string, string> = {};
  const speakers: { label: string; attributes: Record<string, string> }[] = [];
  const remainder: string[] = [];
  let title: string | null = null;
  let offset = 0;
  let line = 1;
  let style = false;
  const blank = /^\s*/.exec(text)?.[0] ?? "";
  if (!text.startsWith("WEBVTT", blank.length)) return { title, attributes, speakers, remainder, offset, line };
  offset = blank.length;
  line += blank.split("\n").length - 1;
  const first = line;
  while (offset < text.length) {
    const found = text.indexOf("\n", offset);
    const end = found === -1 ? text.length : found;
    const written = text.slice(offset, end).trim();
    if (written === "" || written.includes("-->")) break;
    offset = end + 1;
    line++;
    const isNote = /^NOTE(?=\s|$)/.test(written);
    const words =
      line === first + 1 ? written.slice(6).replace(/^[\s-]+/, "") : written.replace(/^NOTE(?=\s|$)/, "").trim();
    if (words === "" || TECHNICAL.test(words)) continue;
    style ||= words === "Style:";
    if (style) continue;
    const [, key, value = ""] = FACT.exec(words) ?? [];
    const speaker = speakers.at(-1);
    if (key === undefined) {
      if (line === first + 1) title = words;
      else remainder.push(words);
    } else if (isNote && key === "Speaker") speakers.push({ label: value.trim(), attributes: {} });
    else addFact(isNote && speaker !== undefined ? speaker.attributes : attributes, key, value.trim());
  }
  return { title, attributes, speakers, remainder, offset: Math.min(offset, text.length), line };
}
