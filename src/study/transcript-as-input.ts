import { unsourced } from "../issues/source";
import type { SpeakerFacts, SpeakerRole, Turn } from "../model/transcript";
import { list, oneOf, type Part, type Read, type ReadBy, record, report, text, verbatim, within } from "../text/check";
import { readKind } from "../transcripts/front-matter";
import { attributeValues } from "./participants";
import type { TranscriptPart } from "./transcript-part";

/** True for a transcript of the model, such as `parseTranscript` gives, rather than one that a program states in its own words. */
export function isModelTranscript(value: unknown): boolean {
  return typeof value === "object" && value !== null && "hash" in value && "turns" in value;
}

const offset: Read<number> = (value, spot) => {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  report(spot, "wrong-value", `The ${spot.path.at(-1)} of a turn must be an offset of the text.`);
  return undefined;
};

const lineNumber: Read<number> = (value, spot) => {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return value;
  report(spot, "wrong-value", `The ${spot.path.at(-1)} must be the number of a line, from 1.`);
  return undefined;
};

const span: Read<Turn["time"]> = (value, spot) => {
  const [start, end, ...more]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (typeof start === "number" && (end === null || typeof end === "number") && more.length === 0) return [start, end];
  report(spot, "wrong-value", "The time of a turn must be its start and end in seconds; the end can be null.");
  return undefined;
};

const readRole = oneOf<SpeakerRole>(["participant", "interviewer", "unknown"]);

const readTurn = record(
  "A turn",
  {
    id: text,
    speaker: text,
    label: verbatim,
    role: readRole,
    time: span,
    date: text,
    start: offset,
    end: offset,
  },
  ["start", "end"],
);

const readFacts = record("A speaker", { label: verbatim, role: readRole, attributes: attributeValues }, ["label"]);

const readModel = record(
  "A transcript",
  {
    id: text,
    title: text,
    kind: readKind,
    source: text,
    text: verbatim,
    hash: text,
    turns: list(readTurn),
    lines: list(offset),
    firstLine: lineNumber,
    attributes: attributeValues,
    remainder: list(verbatim),
    speakers: list(readFacts),
  },
  ["id"],
);

/**
 * A transcript of the model as a part of a study: its text and turns stay as they are, and who speaks in them is as it
 * says. Undefined, and issues at its spot, if it is not whole.
 */
export function partOfTranscript({ value, spot }: Part): TranscriptPart | undefined {
  const before = spot.issues.length;
  const read = readModel(value, spot);
  if (read === undefined || spot.issues.length > before) return undefined;
  const { id, title = id, kind = "interview", source = "", text = "", lines = [], attributes = {}, remainder } = read;
  const turns = read.turns ?? [];
  let at = 0;
  for (const [index, { start, end }] of turns.entries()) {
    if (start < at || end < start || end > text.length) {
      const message = `The turn ${index + 1} is from ${start} to ${end}, which is no stretch of the text behind the turn before it.`;
      report(within(within(spot, "turns"), index), "wrong-range", message);
      return undefined;
    }
    at = end;
  }
  const speakers = new Map(
    turns.flatMap(({ label = "", speaker, role }): [string, string][] => {
      if (role === "interviewer") return [[label, "interviewer"]];
      return speaker === undefined ? [] : [[label, speaker]];
    }),
  );
  const owner = speakers.get("");
  return {
    id,
    title,
    kind,
    file: source,
    text,
    lines,
    ...(read.firstLine === undefined ? {} : { firstLine: read.firstLine }),
    turns: turns.map(({ label = "", time, date, start, end }) => ({
      label,
      ...(time === undefined ? {} : { time }),
      ...(date === undefined ? {} : { date }),
      start,
      end,
    })),
    attributes,
    participant: owner === undefined || owner === "interviewer" ? undefined : unsourced(owner),
    speakers: [...speakers].map(([label, participant]) => unsourced({ label, participant })),
    codings: [],
    memos: [],
    ...(remainder === undefined ? {} : { remainder }),
    ...(read.speakers === undefined ? {} : { told: read.speakers.map(toldOf) }),
    placeOf: () => ({ file: source === "" ? id : source }),
  };
}

function toldOf({ label = "", role, attributes = {} }: ReadBy<typeof readFacts>): SpeakerFacts {
  return { label, ...(role === undefined ? {} : { role }), attributes };
}
