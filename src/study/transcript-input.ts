import type { Issue } from "../issues/issue";
import { toSource, unsourced } from "../issues/source";
import type { Attributes } from "../model/people";
import type { TranscriptKind } from "../model/transcript";
import { canonicalText } from "../text/canonical";
import { list, type Part, plainRecord, type Read, record, report, text, verbatim, within } from "../text/check";
import { canonicalTurns } from "../transcripts/canonical-turns";
import { readKind } from "../transcripts/front-matter";
import { attributeValues } from "./participants";
import { noTurn, readTranscript } from "./read-transcript";
import { isModelTranscript, partOfTranscript } from "./transcript-as-input";
import { fileStem, type TranscriptPart } from "./transcript-part";

/** One turn as a program states it. */
export interface TurnInput {
  /** The name as it would be printed; "" if nobody is named. */
  readonly speaker: string;
  readonly text: string;
  /** Start and end in seconds. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** A transcript as a program states it: the text of a file, or turns. `createStudy` takes a `Transcript` as well. */
export interface TranscriptInput {
  readonly id: string;
  /** Text with labels and, if wished, coding marks and front matter, as a file would hold it. */
  readonly text?: string | undefined;
  /** Turns, instead of a text. */
  readonly turns?: readonly TurnInput[] | undefined;
  /** Name of the file the text is from; the ending .csv or .tsv has it read as a table. The id and ".txt" by default. */
  readonly file?: string | undefined;
  readonly title?: string | undefined;
  readonly kind?: TranscriptKind | undefined;
  /** Id of the participant who speaks, where the labels do not tell. */
  readonly participant?: string | undefined;
  /** Ids of participants by label; "interviewer" for interviewers. */
  readonly speakers?: Readonly<Record<string, string>> | undefined;
  readonly attributes?: Attributes | undefined;
}

const seconds: Read<number> = (value, spot) => {
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  report(spot, "wrong-value", `The ${spot.path.at(-1)} of a turn must be a number of seconds.`);
  return undefined;
};

const readTurn = record("A turn", { speaker: text, text: verbatim, start: seconds, end: seconds });

const readSpeakers: Read<Readonly<Record<string, string>>> = (value, spot) => {
  const stated = Object.entries(plainRecord(value, spot) ?? {});
  return Object.fromEntries(
    stated.flatMap(([label, each]) => {
      const participant = text(each, within(spot, label));
      return participant === undefined ? [] : [[label, participant]];
    }),
  );
};

const readInput = record(
  "A transcript",
  {
    id: text,
    text: verbatim,
    turns: list(readTurn),
    file: text,
    title: text,
    kind: readKind,
    participant: text,
    speakers: readSpeakers,
    attributes: attributeValues,
  },
  ["id"],
);

type StatedTranscript = NonNullable<ReturnType<typeof readInput>>;

/**
 * Reads a transcript that a program states (`names` as for `readTranscript`); what is stated beside the text wins over
 * its front matter. A transcript of the model stays as it is. Gives the problems of the text; those of the value itself go to its spot.
 */
export function readTranscriptInput(
  { value, spot }: Part,
  names: Iterable<string> = [],
): { transcripts: TranscriptPart[]; issues: Issue[] } {
  if (isModelTranscript(value)) {
    const part = partOfTranscript({ value, spot });
    return part === undefined ? { transcripts: [], issues: [] } : ofTurns(part);
  }
  const before = spot.issues.length;
  const input = readInput(value, spot);
  if (input === undefined || spot.issues.length > before) return { transcripts: [], issues: [] };
  const read = input.turns === undefined ? readText(input, names) : ofTurns(fromTurns(input.id, input.turns));
  const transcripts = read.transcripts.map((part): TranscriptPart => {
    const { id, title, kind, participant, speakers = {}, attributes = {} } = input;
    const named = Object.entries(speakers).map(([label, each]) => unsourced({ label, participant: each }));
    // A file that holds several tells them apart by names behind its own.
    const several = read.transcripts.length > 1;
    return {
      ...part,
      id: several ? withStem(part.id, input) : id,
      title: title ?? (part.title === part.id ? (several ? withStem(part.id, input) : id) : part.title),
      kind: kind ?? part.kind,
      participant: participant === undefined ? part.participant : unsourced(participant),
      speakers: [...part.speakers, ...named],
      attributes: { ...part.attributes, ...attributes },
    };
  });
  return { transcripts, issues: read.issues };
}

function ofTurns(part: TranscriptPart): { transcripts: TranscriptPart[]; issues: Issue[] } {
  return { transcripts: [part], issues: noTurn(part, { file: part.id }) };
}

/** The id of one of several transcripts of a file, with the id that is stated for the file in the place of its name. */
function withStem(partId: string, { id, file = id }: StatedTranscript): string {
  const stem = fileStem(file);
  return partId.startsWith(`${stem} `) ? `${id}${partId.slice(stem.length)}` : `${id} ${partId}`;
}

function readText(
  { id, file = `${id}.txt`, text = "", speakers = {}, kind }: StatedTranscript,
  names: Iterable<string>,
): {
  transcripts: TranscriptPart[];
  issues: Issue[];
} {
  return readTranscript(toSource(file, canonicalText(text)), [...names, ...Object.keys(speakers)], kind);
}

function fromTurns(id: string, spoken: NonNullable<StatedTranscript["turns"]>): TranscriptPart {
  const { text, turns } = canonicalTurns(
    spoken.map(({ speaker = "", text: words = "", start, end }) => ({
      label: speaker,
      words,
      ...(start === undefined ? {} : { time: [start, end ?? null] as const }),
    })),
  );
  return {
    id,
    title: id,
    kind: "interview",
    file: "",
    text,
    lines: [],
    turns,
    attributes: {},
    participant: undefined,
    speakers: [],
    codings: [],
    memos: [],
    placeOf: () => ({ file: id }),
  };
}
