const LONGEST = 60;

/**
 * A value as a message names it: text in quotation marks, on one line and cut after 60 characters; numbers, true and
 * false as they are; "nothing", "a list", "a record" or "a function" for the rest.
 */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "string") return `"${shorten(value.replace(/\s+/g, " "))}"`;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a record";
  return typeof value === "function" ? "a function" : String(value);
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${[...text].slice(0, LONGEST).join("").trimEnd()}...`;
}
