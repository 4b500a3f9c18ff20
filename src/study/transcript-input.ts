import type { Issue } from "../issues/issue";
import { toSource, unsourced } from "../issues/source";
import type { Attributes } from "../model/people";
import type { TranscriptKind } from "../model/transcript";
import { canonicalText } from "../text/canonical";
import { canonicalTurns } from "../transcripts/canonical-turns";
import { readTranscript, type TranscriptPart } from "./read-transcript";

/** One turn as a program states it. */
export interface TurnInput {
  /** The name as it would be printed; "" if nobody is named. */
  readonly speaker: string;
  readonly text: string;
  /** Start and end in seconds. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** A transcript as a program states it: the text of a file, or turns. */
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

/** Reads a transcript that a program states (`names` as for `readTranscript`); what is stated beside the text wins over its front matter. */
export function readTranscriptInput(
  input: TranscriptInput,
  names: Iterable<string> = [],
): { transcripts: TranscriptPart[]; issues: Issue[] } {
  const read =
    input.turns === undefined
      ? readText(input, names)
      : { transcripts: [fromTurns(input.id, input.turns)], issues: [] };
  const transcripts = read.transcripts.map((part): TranscriptPart => {
    const { id, title, kind, participant, speakers = {}, attributes = {} } = input;
    const named = Object.entries(speakers).map(([label, each]) => unsourced({ label, participant: each }));
    return {
      ...part,
      id,
      title: title ?? (part.title === part.id ? id : part.title),
      kind: kind ?? part.kind,
      participant: participant === undefined ? part.participant : unsourced(participant),
      speakers: [...part.speakers, ...named],
      attributes: { ...part.attributes, ...attributes },
    };
  });
  return { transcripts, issues: read.issues };
}

function readText(
  { id, file = `${id}.txt`, text = "", speakers = {} }: TranscriptInput,
  names: Iterable<string>,
): {
  transcripts: TranscriptPart[];
  issues: Issue[];
} {
  return readTranscript(toSource(file, canonicalText(text)), [...names, ...Object.keys(speakers)]);
}

function fromTurns(id: string, spoken: readonly TurnInput[]): TranscriptPart {
  const { text, turns } = canonicalTurns(
    spoken.map(({ speaker, text: words, start, end }) => ({
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
