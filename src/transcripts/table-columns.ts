// The names that transcripts' columns have, the surest first; compared without case, blanks, hyphens and underscores. A
// column of starts may hold whole spans, as NVivo's "Timespan" does.
export const columnNames = {
  speaker: [
    "speaker",
    "speakername",
    "speakerlabel",
    "name",
    "who",
    "participant",
    "participantid",
    "label",
    "role",
    "person",
    "author",
    "sprecher",
    "sprecherin",
    "hablante",
    "locuteur",
    "parlante",
    "intervenant",
    "interlocutor",
    "说话人",
  ],
  text: [
    "text",
    "words",
    "utterance",
    "content",
    "transcript",
    "transcription",
    "message",
    "speech",
    "dialogue",
    "sentence",
    "statement",
    "texto",
    "texte",
    "testo",
    "transkript",
    "transcripción",
    "inhalt",
    "contenu",
    "contenido",
    "内容",
  ],
  start: [
    "start",
    "starttime",
    "startseconds",
    "begin",
    "begintime",
    "timestart",
    "in",
    "time",
    "timestamp",
    "timecode",
    "timespan",
    "zeitspanne",
    "beginn",
    "anfang",
    "startzeit",
    "zeit",
    "zeitstempel",
    "zeitmarke",
    "début",
    "intervalledetemps",
    "temps",
    "horodatage",
    "inicio",
    "intervalodetiempo",
    "tiempo",
    "marcadetiempo",
  ],
  end: [
    "end",
    "endtime",
    "endseconds",
    "stop",
    "stoptime",
    "finish",
    "timeend",
    "out",
    "ende",
    "endzeit",
    "fin",
    "final",
  ],
} as const;

/** The columns of a transcript's table that were found, by what they hold. */
export type ColumnNames = Readonly<Partial<Record<keyof typeof columnNames, string>>>;

/** Finds the columns that hold speaker, text and times by their names, in any case. */
export function findColumns(columns: readonly string[]): ColumnNames {
  const folded = columns.map(foldName);
  const find = (names: readonly string[]): string | undefined =>
    names.flatMap((name) => columns[folded.indexOf(name)] ?? [])[0];
  const found = Object.entries(columnNames).map(([role, names]) => [role, find(names)]);
  return Object.fromEntries(found.filter(([, column]) => column !== undefined));
}

/** A column's name as it is compared: without case, blanks, hyphens and underscores. */
export function foldName(column: string): string {
  return column.toLowerCase().replace(/[\s_-]/g, "");
}

/**
 * True for a header of a transcript's table, in any order: a column of words, and one of speakers or times beside it. Its names
 * are known ones, so that it is hardly a line of speech.
 */
export function isTurnHeader(columns: readonly string[]): boolean {
  const { text, speaker, start } = findColumns(columns);
  return text !== undefined && (speaker !== undefined || start !== undefined);
}

/** A cell that is a plain number as one. A number with leading zeros is an id, and stays text. */
export function numberOrText(value: string): string | number {
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(value) ? Number(value) : value;
}
