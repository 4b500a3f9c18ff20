import type { SchemeEntry } from "../model/scheme";
import { isRecord } from "../text/check";
import { type EntryTexts, formOf, hasField, isSame, parseJson } from "./entry-fields";

// A codebook of REFI-QDA has one text for each code and set, its description, and no other place for what a scheme says.
// People read it in whatever program opens the file, so it is written as they would write it:
//
//     Tells of seeing, in a real person, that things can become better
//     Include: A job, keys, a dog
//     Example: "She had keys."
//     Suggest (data): ["recover*"]
//     Polyvocal id: recovery-seen
//
// Where text would be misread, as a definition with a line that begins with "Include:", the last line holds it all as JSON.

/** The field that stands first, without a label. */
const LEAD: Readonly<Record<SchemeEntry["kind"], string>> = {
  category: "definition",
  code: "definition",
  theme: "concept",
};

// Labels of text fields; "id" and "parent" are links that a codebook has no place for.
const LABELS: Readonly<Record<string, string>> = {
  include: "Include",
  exclude: "Exclude",
  examples: "Example",
  boundary: "Boundary",
  question: "Question",
  id: "Polyvocal id",
  parent: "Polyvocal parent",
};
const FIELD_OF = new Map(Object.entries(LABELS).map(([field, label]) => [label, field]));
const WHOLE = "Polyvocal entry: ";
const LABELLED = /^([A-Z][\w ]{0,20})( \(data\))?: (.*)$/;

/** The description that holds these fields of an entry, its id and its parent among them; "" for none. */
export function writeDescription(kind: SchemeEntry["kind"], fields: EntryTexts): string {
  const lines = Object.entries(fields).flatMap(([field, value]) => linesOf(kind, field, value));
  const text = lines.join("\n");
  // Reading it back is the surest way to know that it says what it should, and no rule can forget a case.
  return isSame(readDescription(kind, text), fields) ? text : [text, WHOLE + JSON.stringify(fields)].join("\n").trim();
}

function linesOf(kind: SchemeEntry["kind"], field: string, value: unknown): string[] {
  if (field === LEAD[kind]) return [String(value)];
  const label = LABELS[field];
  if (label === undefined)
    return [`${field.charAt(0).toUpperCase()}${field.slice(1)} (data): ${JSON.stringify(value)}`];
  return (Array.isArray(value) ? value : [value]).map((each) => `${label}: ${each}`);
}

/** The fields that a description holds; all of it is the first field where it has no labels. */
export function readDescription(kind: SchemeEntry["kind"], description: string): EntryTexts {
  const whole = wholeEntry(kind, description);
  if (whole !== undefined) return whole;
  const fields: Record<string, unknown> = {};
  let open: { field: string; lines: string[] } = { field: LEAD[kind], lines: [] };
  const close = (): void => {
    const text = open.lines.join("\n").trim();
    if (text === "") return;
    const before = fields[open.field];
    if (formOf(open.field) === "texts") fields[open.field] = [...(Array.isArray(before) ? before : []), text];
    // A label that comes twice: both texts, in one field.
    else fields[open.field] = before === undefined ? text : `${before}\n${text}`;
  };
  for (const line of description.split("\n")) {
    const found = labelled(kind, line);
    if (found === undefined) open.lines.push(line);
    else if ("value" in found) fields[found.field] = found.value;
    else {
      close();
      open = { field: found.field, lines: [found.text] };
    }
  }
  close();
  return fields;
}

type Labelled = { readonly field: string; readonly text: string } | { readonly field: string; readonly value: unknown };

function labelled(kind: SchemeEntry["kind"], line: string): Labelled | undefined {
  const [, label = "", data, text = ""] = LABELLED.exec(line) ?? [];
  if (data === undefined) {
    const field = FIELD_OF.get(label);
    return field === undefined || !has(kind, field) ? undefined : { field, text };
  }
  const field = label.charAt(0).toLowerCase() + label.slice(1);
  const value = formOf(field) === "data" && has(kind, field) ? parseJson(text) : undefined;
  return value === undefined ? undefined : { field, value };
}

function wholeEntry(kind: SchemeEntry["kind"], description: string): EntryTexts | undefined {
  const last = description.slice(description.lastIndexOf("\n") + 1);
  const value = last.startsWith(WHOLE) ? parseJson(last.slice(WHOLE.length)) : undefined;
  return isRecord(value) && Object.keys(value).every((field) => has(kind, field)) ? value : undefined;
}

/** True if a description of an entry of this kind can hold the field. */
function has(kind: SchemeEntry["kind"], field: string): boolean {
  return field === "id" || (field === "parent" && kind === "theme") || hasField(kind, field);
}
