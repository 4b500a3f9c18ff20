import { type Issue, issue } from "../issues/issue";
import { mostOfAKind } from "../issues/most-of-a-kind";
import { type Locator, type Origin, originPlace, type Source, type Sourced } from "../issues/source";
import { didYouMean } from "../issues/suggest";
import { shown } from "../issues/wording";
import { isRecord } from "../text/check";
import { type CsvFile, parseCsv } from "../text/csv";
import { jsonPlaces } from "../text/json-places";
import { tooMuchOfTable } from "../text/table-size";
import type { CodingInput } from "./coding-input";
import { CODING_FIELDS, readCoding } from "./read-coding";

/** The codings of a file, and its problems. */
export interface ParsedCodings {
  /** In file order; a coding with a problem is left out. `origin(field)` is its cell or value. */
  readonly codings: readonly Sourced<CodingInput>[];
  readonly issues: readonly Issue[];
}

/** A row or line, before its fields are checked. */
interface Raw extends Sourced<Readonly<Record<string, unknown>>> {
  /** Tells where the keys stand, if they stand in the record itself. */
  readonly where?: Locator;
}

/**
 * Reads stand-off codings: CSV or TSV with a header row, or one JSON record a line if the file's name ends in `.jsonl`.
 *
 * Columns and keys are those of `CodingInput`, columns in any case. Required are transcript, code, and either quote or
 * start and end. Where no coder of what is coded is stated, it is the file's name without its ending.
 */
export function parseCodings(source: Source): ParsedCodings {
  const issues: Issue[] = [];
  const rows = /\.jsonl$/i.test(source.file) ? jsonLines(source, issues) : csvRows(source, issues);
  const coder = coderOfFile(source.file);
  const codings = rows.flatMap((row) => {
    const coding = readCoding(row, issues, row.where);
    if (coding === undefined || coding.value.coder !== undefined || coder === null) return coding ?? [];
    // Nobody has coded what is only suggested.
    return (coding.value.status ?? "coded") === "coded" ? { ...coding, value: { ...coding.value, coder } } : coding;
  });
  return { codings, issues: mostOfAKind(issues, source.file) };
}

/** Names of files that hold codings of nobody in particular. */
const NOBODYS: ReadonlySet<string> = new Set(["", "codings", "marks", "suggested"]);

/** Who made what is coded in a file and states no coder: "codings/kb.csv" is by "kb"; null for the names of nobody. */
export function coderOfFile(file: string): string | null {
  const stem = file.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  return NOBODYS.has(stem.toLowerCase()) ? null : stem;
}

function csvRows(source: Source, issues: Issue[]): Raw[] {
  const csv = parseCsv(source);
  for (const each of csv.issues) issues.push(each);
  // A file that cannot be taken apart into rows has said so; what it may lack cannot be told.
  if (csv.columns.length === 0 && csv.issues.length > 0) return [];
  const known = new Map(CODING_FIELDS.map((field) => [field.toLowerCase(), field]));
  const fields = new Map<string, string>();
  for (const column of csv.columns) {
    const field = known.get(column.toLowerCase());
    if (field === undefined) continue;
    fields.set(field, column);
  }
  const lacking = missingColumns(source, fields);
  issues.push(...lacking);
  if (lacking.some(({ code }) => code === "no-header")) return [];
  for (const each of unknownColumns(csv, known)) issues.push(each);
  if (lacking.length > 0) return [];
  return csv.rows.map((row) => ({
    value: Object.fromEntries([...fields].map(([field, column]) => [field, row.cell(column)])),
    origin: (field) => row.origin(field),
  }));
}

function unknownColumns(csv: CsvFile, known: ReadonlyMap<string, string>): Issue[] {
  const unknown = csv.columns.filter((column) => !known.has(column.toLowerCase()));
  return unknown.map((column) => {
    const place = originPlace(csv.columnOrigin(column));
    if (column === "") {
      return issue("unknown-key", "A column has no name.", { hint: "Name the column, or remove it.", place });
    }
    const hint = didYouMean(column, CODING_FIELDS);
    return issue("unknown-key", `A coding has no column ${shown(column)}.`, { hint, place });
  });
}

function missingColumns(source: Source, fields: ReadonlyMap<string, string>): Issue[] {
  const place = source.linePlace(1);
  if (fields.size === 0) {
    const message = "The first row does not name the columns.";
    const hint = "Begin the file with a row such as: transcript,code,quote";
    return [issue("no-header", message, { hint, place })];
  }
  const lacking = ["transcript", "code"].filter((field) => !fields.has(field));
  if (!fields.has("quote") && !(fields.has("start") && fields.has("end"))) lacking.push("quote");
  return lacking.map((field) => {
    const hint = field === "quote" ? 'Columns "start" and "end" may stand in its place.' : undefined;
    return issue("missing-key", `The column "${field}" is missing.`, { hint, place });
  });
}

function jsonLines(source: Source, issues: Issue[]): Raw[] {
  const most = tooMuchOfTable(source.text);
  if (most !== null) {
    const hint = "No study has so many codings in one file. Part it into several files.";
    const message = `The file has more than ${most}, and was not read.`;
    issues.push(issue("too-large", message, { hint, place: { file: source.file } }));
    return [];
  }
  const rows: Raw[] = [];
  for (const line of source.text.matchAll(/[^\r\n]+/g)) {
    const [text] = line;
    if (text.trim() === "") continue;
    const start = line.index;
    const end = start + text.length;
    const value = parseJson(text);
    if (isRecord(value)) rows.push({ value, ...linePlaces(source, start, end) });
    else issues.push(brokenLine(source, start, end, value));
  }
  return rows;
}

/** The value of a JSON text; undefined if it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Where a line and its fields stand; looked for only when a message needs it. */
function linePlaces(source: Source, start: number, end: number): Pick<Raw, "origin"> & { readonly where: Locator } {
  const placeOf = jsonPlaces(source.text, start);
  const origin = (path: readonly (string | number)[]): Origin => ({ source, ...placeOf(path).value });
  return {
    origin: (field) => (field === undefined ? { source, start, end } : origin([field])),
    where: {
      origin,
      keyOrigin: (path) => {
        const { key, value } = placeOf(path);
        return { source, ...(key ?? value) };
      },
    },
  };
}

function brokenLine(source: Source, start: number, end: number, value: unknown): Issue {
  const place = source.place(start, end);
  const hint = 'Write one coding a line: {"transcript":"C02","code":"hope","quote":"the words"}';
  return value === undefined
    ? issue("broken-json", "This line is not valid JSON.", { hint, place })
    : issue("wrong-value", `A line must hold a record with keys, and holds ${shown(value)}.`, { hint, place });
}
