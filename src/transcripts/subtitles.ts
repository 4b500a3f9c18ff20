import type { Source } from "../issues/source";
import { withNoTurnIssue } from "./broken-file";
import { type CueFormat, type CueTaker, cueTimes, scanCues } from "./cue-scan";
import { cueCollector, turnsOfCues } from "./cue-turns";
import { issueList } from "./issue-list";
import type { Reading } from "./reading";

const SBV_TIMES = /^\s*\d[^\s,]{4,20},\d[^\s,]{4,20}\s*$/;
const CLOCK = /^\d{1,3}:\d\d:\d\d[,.]\d{1,3}$/;

const srt: CueFormat = {
  arrow: "-->",
  ids: "numbers",
  blankEnds: false,
  times: (text, start, end, arrow) => cueTimes(text, start, end, arrow, 3),
};

const sbv: CueFormat = {
  arrow: ",",
  ids: "none",
  blankEnds: true,
  times: (text, start, end, arrow) =>
    SBV_TIMES.test(text.slice(start, end)) ? cueTimes(text, start, end, arrow, 1) : null,
};

/** True for text that begins with a numbered subtitle, "1" above "00:00:01,000 --> 00:00:04,000"; the number may be missing. */
export function looksLikeSrt(text: string): boolean {
  const start = text.slice(0, 10_000).trimStart();
  return /^(?:\d{1,9}[ \t]*\n)?[ \t]*\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->[ \t]*\d/.test(start);
}

/** True for text that begins with two times in a line, "0:00:01.000,0:00:04.000". */
export function looksLikeSbv(text: string): boolean {
  const [line = ""] = text.slice(0, 10_000).trimStart().split("\n", 1);
  const times = sbv.times(line, 0, line.length, line.indexOf(sbv.arrow));
  if (times === null) return false;
  const { startAt, startEnd, endAt, endEnd } = times;
  return CLOCK.test(line.slice(startAt, startEnd)) || CLOCK.test(line.slice(endAt, endEnd));
}

/**
 * Reads SRT subtitles. Speakers are those of labels as in "Name: words", which hold until the next label; subtitles of one
 * speaker in a row are one turn, and without any label each subtitle is a turn. Blank lines inside a subtitle do not end it.
 */
export function parseSrt(source: Source): Reading {
  return parseCues(source, srt, "00:00:01,000 --> 00:00:04,000");
}

/** Reads SBV subtitles, as YouTube writes them; speakers and turns are as in SRT. */
export function parseSbv(source: Source): Reading {
  return parseCues(source, sbv, "0:00:01.000,0:00:04.000");
}

function parseCues(source: Source, format: CueFormat, example: string): Reading {
  const issues = issueList(source.file);
  const collected = cueCollector();
  // YouTube writes line breaks inside a line so.
  const take: CueTaker = (text, ...place) => collected.take(text.replaceAll("[br]", "\n"), ...place);
  const scanned = scanCues(source, format, issues, { offset: 0, line: 1 }, format === sbv ? take : collected.take);
  const [above] = scanned.above;
  const broken = !scanned.timed && above !== undefined;
  if (broken) {
    issues.add("broken-file", "No subtitle was found in this file.", {
      hint: `Each needs a line with its times, such as ${example}, above its words.`,
      place: source.linePlace(above.line),
    });
  }
  const draft = {
    name: null,
    title: null,
    kind: null,
    turns: turnsOfCues(collected, source.file, issues),
    attributes: {},
    speakers: [],
    remainder: scanned.above.map(({ text }) => text.trim()),
  };
  const reading = { drafts: [draft], issues: issues.all() };
  return broken ? reading : withNoTurnIssue(source, reading, "Check that the file was exported with its words.");
}
