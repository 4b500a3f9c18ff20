import { type Issue, issue } from "../../issues/issue";
import type { Source } from "../../issues/source";
import { tooMany } from "../../issues/too-many";
import { tooMuchOfJson } from "../../text/json-size";
import { issueList } from "../issue-list";
import type { Row } from "./rows";
import { isRecord } from "./shape";

/** A JSON file as a value, and as rows with their lines where it has a record a line. */
export interface ParsedJson {
  readonly value: unknown;
  readonly rows?: readonly Row[];
  readonly issues: readonly Issue[];
}

/** Parses a JSON file, or one with a record a line; if it is neither, there are issues and no value. */
export function parseJsonText(source: Source): ParsedJson | { readonly issues: readonly Issue[] } {
  const most = tooMuchOfJson(source.text);
  if (most !== null) return { issues: [tooMany(source.file, most, "transcript", "recording")] };
  try {
    return { value: JSON.parse(source.text), issues: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return parseLines(source) ?? { issues: [brokenJson(source, message)] };
  }
}

/** A record a line; null if the first two lines are not that. */
function parseLines(source: Source): ParsedJson | null {
  const issues = issueList(source.file);
  const rows: Row[] = [];
  let number = 0;
  let at = 0;
  while (at < source.text.length) {
    const found = source.text.indexOf("\n", at);
    const end = found === -1 ? source.text.length : found;
    const line = source.text.slice(at, end).trim();
    number++;
    at = end + 1;
    if (line === "") continue;
    const value = parseRecord(line);
    if (value !== null) rows.push({ value, line: number });
    else if (rows.length < 2) return null;
    else {
      issues.add("broken-json", "This line is not valid JSON.", {
        hint: "Each line must be a record in braces.",
        place: { file: source.file, line: number },
      });
    }
  }
  return rows.length < 2 ? null : { value: rows.map((row) => row.value), rows, issues: issues.all() };
}

function parseRecord(line: string): Row["value"] | null {
  if (!line.startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

// Engines tell the place in their message, each in its own words.
const POSITION = /position (\d{1,10})/;
const LINE = /line (\d{1,10}) column (\d{1,10})/;

function brokenJson(source: Source, message: string): Issue {
  const [, position] = POSITION.exec(message) ?? [];
  const [, line, column] = LINE.exec(message) ?? [];
  const atEnd = /end of/i.test(message) ? source.text.length : undefined;
  const offset = position === undefined ? atEnd : Number(position);
  const place =
    offset === undefined
      ? { file: source.file, ...(line === undefined ? {} : { line: Number(line), column: Number(column) }) }
      : placeWithoutExcerpt(source, offset);
  return issue("broken-json", "The file is not valid JSON.", {
    hint: "Mostly it was cut off, or edited by hand: a comma, quotation mark or bracket is missing. Export it again.",
    place,
  });
}

/** JSON mostly stands in one line, which would print whole. */
function placeWithoutExcerpt(source: Source, offset: number): { file: string; line?: number; column?: number } {
  const { file, line, column } = source.place(Math.min(offset, source.text.length));
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}
