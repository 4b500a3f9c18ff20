import { type AttributeValue, isAttributeValue } from "../../model/people";
import { addFact } from "../facts";
import type { Piece } from "../pieces";
import type { DraftSpeaker } from "../reading";
import type { TimeSpan } from "../times";
import { isRecord, type JsonRecord, records, secondsOf, spanFrom, speakerLabel, textAt, timed } from "./shape";
import type { Speech } from "./speech";

// The names that lists and fields have, the surest first; compared without case, hyphens and underscores.
const LISTS = [
  "turns",
  "utterances",
  "segments",
  "entries",
  "messages",
  "transcripts",
  "transcript",
  "transcription",
  "dialogue",
  "conversation",
  "monologues",
  "paragraphs",
  "sentences",
  "results",
  "data",
  "items",
];
const HOLDERS = ["speech", "data", "result", "results", "response", "transcript", "transcription"];
const FIELDS = {
  text: [
    "text",
    "words",
    "content",
    "transcript",
    "utterance",
    "message",
    "sentence",
    "body",
    "value",
    "line",
    "speech",
    "caption",
  ],
  speaker: [
    "speaker",
    "speakername",
    "speakerdisplayname",
    "speakerlabel",
    "speakerid",
    "name",
    "who",
    "participant",
    "role",
    "author",
    "label",
    "from",
    "sender",
    "user",
  ],
  start: [
    "start",
    "starttime",
    "startms",
    "begin",
    "startoffset",
    "starttimestamp",
    "startseconds",
    "time",
    "timestamp",
    "ts",
    "offset",
  ],
  end: ["end", "endtime", "endms", "stop", "endoffset", "endtimestamp", "endseconds", "endts"],
} as const;

type Field = keyof typeof FIELDS;

/** A row of a list, with the line of the file it stands in if it has one to itself. */
export interface Row {
  readonly value: JsonRecord;
  readonly line: number | null;
}

/**
 * A list of records with a text each, and perhaps a speaker and times: `[{ "speaker": "Anna", "content": "..." }]`, also as the
 * value of a key such as "utterances". Each record is a turn. Speakers may be ids of a list "speakers" beside it.
 */
export function readRows(value: unknown): Speech | null {
  const alone = records(value);
  if (alone !== undefined && Array.isArray(value))
    return speechOfRows(alone.map((each) => ({ value: each, line: null })));
  if (!isRecord(value)) return null;
  for (const holder of [undefined, ...HOLDERS]) {
    const inner = holder === undefined ? value : value[holder];
    if (!isRecord(inner)) continue;
    for (const key of LISTS) {
      const list = Object.hasOwn(inner, key) ? records(inner[key]) : undefined;
      const rows = list?.map((each) => ({ value: each, line: null }));
      const people = peopleOf(inner) ?? peopleOf(value);
      const speech = rows === undefined ? null : speechOfRows(rows, people?.names);
      if (speech === null) continue;
      const without = people === undefined ? [] : ["speakers", "participants"];
      const facts = [
        { from: inner, without: [key, ...without] },
        ...(holder === undefined ? [] : [{ from: value, without: [holder, ...without] }]),
      ];
      return { ...speech, facts, ...(people === undefined ? {} : { speakers: people.speakers }) };
    }
  }
  return null;
}

/** The turns of rows; null if no field of theirs holds what was said. */
export function speechOfRows(rows: readonly Row[], names: ReadonlyMap<unknown, string> = new Map()): Speech | null {
  const fields = findFields(rows);
  if (fields.text === undefined) return null;
  const perSecond = unitOf(rows, fields);
  const pieces = rows.map(({ value, line }): Piece => {
    const label = labelOf(fields.speaker === undefined ? undefined : value[fields.speaker], names);
    return { label, words: textAt(value, fields.text ?? ""), ...timed(timeOf(value, fields, perSecond)), line };
  });
  const used = Object.values(fields);
  return { pieces, facts: [], rows: { from: rows.map(({ value }) => value), without: [...used, ...IDS] } };
}

const IDS = ["id", "_id", "uuid", "guid", "key", "index", "type", "seek", "tokens", "words", "alignment", "otid"];

function findFields(rows: readonly Row[]): Readonly<Partial<Record<Field, string>>> {
  const keys = new Set<string>();
  for (const { value } of rows.slice(0, 100)) for (const key of Object.keys(value)) keys.add(key);
  const fold = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, "");
  const find = (names: readonly string[], fits: (key: string) => boolean): string | undefined =>
    names.flatMap((name) => [...keys].filter((key) => fold(key) === name && fits(key)))[0];
  // What was said is a text in nearly every row.
  const isSaid = (key: string): boolean =>
    rows.filter(({ value }) => typeof value[key] === "string").length >= rows.length * 0.9;
  const text = find(FIELDS.text, isSaid);
  const others = (["speaker", "start", "end"] as const).map((field) => [
    field,
    find(FIELDS[field], (key) => key !== text && isUseful(rows, key, field)),
  ]);
  return Object.fromEntries([["text", text], ...others].filter(([, key]) => key !== undefined));
}

function isUseful(rows: readonly Row[], key: string, field: Field): boolean {
  if (field === "speaker") return rows.some(({ value }) => labelOf(value[key], new Map()) !== "");
  return rows.some(({ value }) => secondsOf(value[key]) !== null || typeof value[key] === "number");
}

/**
 * How many of the units of times are a second: 1000 if a key says so, or if all are whole and some greater than a whole day
 * in seconds; 16,000 for the samples of Otter.
 */
function unitOf(rows: readonly Row[], { start, end }: Readonly<Partial<Record<Field, string>>>): number {
  if (/ms$|milli/i.test(start ?? "")) return 1000;
  const first = rows[0]?.value ?? {};
  if (
    /offset$/i.test(start ?? "") &&
    ("speech_id" in first || "speaker_model_label" in first || "alignment" in first)
  ) {
    return 16_000;
  }
  const times = rows
    .flatMap(({ value }) => [value[start ?? ""], value[end ?? ""]])
    .filter((each) => typeof each === "number");
  return times.every((each) => Number.isInteger(each)) && times.some((each) => each > 86_400 && each < 1e9) ? 1000 : 1;
}

function timeOf(
  value: JsonRecord,
  { start, end }: Readonly<Partial<Record<Field, string>>>,
  perSecond: number,
): TimeSpan | undefined {
  if (start === undefined) return undefined;
  return spanFrom(value[start], end === undefined ? null : value[end], perSecond);
}

function labelOf(value: unknown, names: ReadonlyMap<unknown, string>): string {
  if (isRecord(value)) {
    return speakerLabel(value.name ?? value.displayName ?? value.speaker_name ?? value.label ?? value.id);
  }
  return names.get(value) ?? speakerLabel(value);
}

interface People {
  readonly names: ReadonlyMap<unknown, string>;
  readonly speakers: readonly DraftSpeaker[];
}

const NAME_KEYS = ["speaker_name", "name", "displayName", "label"];
const ID_KEYS = ["id", "speaker_id", "uuid", "url"];

/** The names that a list of speakers gives to their ids, and what else it tells of them; undefined if there is none. */
function peopleOf(holder: JsonRecord): People | undefined {
  const listed = records(holder.speakers) ?? records(holder.participants);
  if (listed === undefined) return undefined;
  const names = new Map<unknown, string>();
  const speakers: DraftSpeaker[] = [];
  for (const each of listed) {
    const named = NAME_KEYS.find((key) => speakerLabel(each[key]) !== "");
    if (named === undefined) return undefined;
    const label = speakerLabel(each[named]);
    const attributes: Record<string, AttributeValue> = {};
    for (const [key, value] of Object.entries(each)) {
      if (key !== named && !ID_KEYS.includes(key) && value !== null && isAttributeValue(value))
        addFact(attributes, key, value);
    }
    names.set(each.id ?? each.speaker_id, label);
    speakers.push({ label, attributes });
  }
  return { names, speakers };
}
