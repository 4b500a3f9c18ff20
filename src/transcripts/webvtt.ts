import type { Source } from "../issues/source";
import { withNoTurnIssue } from "./broken-file";
import { type CueFormat, cueTimes, scanCues } from "./cue-scan";
import { cueCollector, turnsOfCues } from "./cue-turns";
import { hasUnpaddedTimes, unpaddedTimes } from "./cue-unpadded";
import { issueList } from "./issue-list";
import type { Reading } from "./reading";
import { readWebVttHeader } from "./webvtt-header";

const SIGNATURE = /^WEBVTT(?=\s|$)/;
const BLOCK = /^(?:NOTE|STYLE|REGION)(?=\s|$)/;

const format: CueFormat = {
  arrow: "-->",
  ids: "any",
  blankEnds: true,
  times: (text, start, end, arrow) => cueTimes(text, start, end, arrow, 3),
};

/** True for text with WebVTT's signature, or that begins with a subtitle whose times have a point, as WebVTT's have. */
export function looksLikeWebVtt(text: string): boolean {
  const start = text.slice(0, 10_000).trimStart();
  return SIGNATURE.test(start) || /^(?:\d{1,3}:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]/.test(start);
}

/**
 * Reads WebVTT subtitles, as of Teams, Zoom or YouTube. Speakers are those of `<v Name>`, or of labels as in "Name: words";
 * subtitles of one speaker in a row are one turn. Facts of the header become attributes, comments (NOTE) go to the
 * remainder, styles and positions are left out. A file without the signature is read all the same.
 */
export function parseWebVtt(source: Source): Reading {
  const issues = issueList(source.file);
  const header = readWebVttHeader(source.text);
  const collected = cueCollector();
  const teams = hasUnpaddedTimes(source.text) ? { ...format, times: unpaddedTimes } : format;
  const scanned = scanCues(source, teams, issues, header, collected.take, (line) => BLOCK.test(line));
  const comments = scanned.blocks.flatMap((block) => (block.startsWith("NOTE") ? block.slice(4).trim() || [] : []));
  const above = scanned.above.map(({ text }) => text.trim());
  const draft = {
    name: null,
    title: header.title,
    kind: null,
    turns: turnsOfCues(collected, source.file, issues),
    attributes: header.attributes,
    speakers: header.speakers,
    remainder: [...header.remainder, ...above, ...comments],
  };
  const broken = !scanned.timed && above.length > 0;
  if (broken) {
    issues.add("broken-file", "No subtitle was found in this file.", {
      hint: "Each needs a line with its times, such as 00:00:01.000 --> 00:00:04.000, above its words.",
      place: source.linePlace(scanned.above[0]?.line ?? 1),
    });
  }
  const reading = { drafts: [draft], issues: issues.all() };
  return broken ? reading : withNoTurnIssue(source, reading, "Check that the file was exported with its words.");
}
