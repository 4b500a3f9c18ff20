import type { Source } from "../issues/source";
import { MOST_LINES, MOST_SUBTITLE_LINES } from "../text/limits";
import { looksLikeChat, parseChat } from "../transcripts/chat";
import { looksLikeElan, parseElan } from "../transcripts/elan";
import { looksLikeHtml, parseHtml } from "../transcripts/html";
import { looksLikeJson, parseJsonTranscript } from "../transcripts/json";
import type { Reading } from "../transcripts/reading";
import { looksLikeRock, parseRock } from "../transcripts/rock";
import { looksLikeRtf, parseRtf } from "../transcripts/rtf";
import { looksLikeSbv, looksLikeSrt, parseSbv, parseSrt } from "../transcripts/subtitles";
import { looksLikeTurnTable, parseTable } from "../transcripts/table";
import { looksLikeTeams, parseTeams } from "../transcripts/teams";
import { looksLikeTextGrid, parseTextGrid } from "../transcripts/textgrid";
import { looksLikeTranscriber, parseTranscriber } from "../transcripts/transcriber";
import { looksLikeTtml, parseTtml } from "../transcripts/ttml";
import { looksLikeWebVtt, parseWebVtt } from "../transcripts/webvtt";

/** A text format of transcripts: how it is called, how it is told by its content, and how it is read. */
interface TextFormat {
  readonly name: string;
  /** Endings of the names of files that are in it. */
  readonly endings: readonly string[];
  /** The most lines that a file may have, where it is read line by line. */
  readonly mostLines?: number;
  looksLike(text: string): boolean;
  parse(source: Source): Reading;
}

/** The formats that are told by their content, the surest first. What looks like none of them is plain text. */
const TEXT_FORMATS: readonly TextFormat[] = [
  { name: "RTF", endings: ["rtf"], looksLike: looksLikeRtf, parse: (source) => parseRtf(source) },
  {
    name: "Teams",
    endings: [],
    mostLines: MOST_SUBTITLE_LINES,
    looksLike: looksLikeTeams,
    parse: (source) => parseTeams(source),
  },
  { name: "WebVTT", endings: ["vtt"], mostLines: MOST_SUBTITLE_LINES, looksLike: looksLikeWebVtt, parse: parseWebVtt },
  { name: "ELAN", endings: ["eaf"], looksLike: looksLikeElan, parse: parseElan },
  { name: "Transcriber", endings: ["trs"], looksLike: looksLikeTranscriber, parse: parseTranscriber },
  { name: "TTML", endings: ["ttml", "dfxp", "xml"], looksLike: looksLikeTtml, parse: parseTtml },
  { name: "TextGrid", endings: ["textgrid"], looksLike: looksLikeTextGrid, parse: parseTextGrid },
  { name: "CHAT", endings: ["cha"], mostLines: MOST_LINES, looksLike: looksLikeChat, parse: parseChat },
  { name: "JSON", endings: ["json", "jsonl"], looksLike: looksLikeJson, parse: parseJsonTranscript },
  { name: "HTML", endings: ["html", "htm"], looksLike: looksLikeHtml, parse: parseHtml },
  { name: "ROCK", endings: ["rock"], mostLines: MOST_LINES, looksLike: looksLikeRock, parse: parseRock },
  { name: "SRT", endings: ["srt"], mostLines: MOST_SUBTITLE_LINES, looksLike: looksLikeSrt, parse: parseSrt },
  { name: "SBV", endings: ["sbv"], mostLines: MOST_SUBTITLE_LINES, looksLike: looksLikeSbv, parse: parseSbv },
  // Most CSV is told by its ending, since lines of speech have commas too.
  {
    name: "table",
    endings: ["csv", "tsv", "tab"],
    mostLines: MOST_LINES,
    looksLike: looksLikeTurnTable,
    parse: parseTable,
  },
];

/**
 * The format of a transcript's text, by its content before its name: a WebVTT file is one whatever it is called. An ending
 * decides only where the content does not tell. Null for plain text and Markdown.
 */
export function textFormatOf({ file, text }: Source): TextFormat | null {
  const found = TEXT_FORMATS.find((format) => format.looksLike(text));
  if (found !== undefined) return found;
  const ending = file.slice(file.lastIndexOf(".") + 1).toLowerCase();
  return TEXT_FORMATS.find((format) => format.endings.includes(ending)) ?? null;
}
