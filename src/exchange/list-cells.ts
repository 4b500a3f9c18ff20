import { looksLikeFormula } from "../table/escapes";
import { type FieldForm, formOf, isSame, parseJson } from "./entry-fields";

// A value of the scheme as the cell of a code list, and back.

/** The cell that holds the value of a field. */
export function writeCell(field: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  const form = formOf(field);
  if (form === "texts" && Array.isArray(value)) {
    // One a line, as people write them; where reading that would give others, as JSON.
    const lines = value.join("\n");
    return isSame(readValue(form, lines), value) ? lines : JSON.stringify(value);
  }
  if (form === "data") return value === true ? "yes" : value === false ? "no" : JSON.stringify(value);
  // Ids hold no comma.
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** The value of a field that a cell holds; undefined if the cell is empty. */
export function readCell(field: string, cell: string): unknown {
  if (cell.trim() === "") return undefined;
  if (field === "codes") return cell.split(",").flatMap((id) => id.trim() || []);
  return readValue(formOf(field) ?? "text", cell);
}

function readValue(form: FieldForm, cell: string): unknown {
  if (form === "text") return cell;
  const json = /^\s*[[{]/.test(cell) ? parseJson(cell) : undefined;
  if (form === "data") return json ?? cell.trim();
  if (Array.isArray(json) && json.every((each) => typeof each === "string")) return json;
  return cell.split("\n").flatMap((line) => line.trim() || []);
}

/** Text as a spreadsheet takes it for text: with an apostrophe before what could be a formula, or before one of these. */
export function guarded(text: string): string {
  return looksLikeFormula(text.replace(/^'+/, "")) ? `'${text}` : text;
}

/** Text without the apostrophe that guards it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell.replace(/^'+/, "")) ? cell.slice(1) : cell;
}
