import { group } from "d3-array";
import stringWidth from "string-width";
import { displayable } from "./display";
import type { Issue, Place } from "./issue";

/** Colours for a report; each takes and returns text. Without them the report is plain. */
export interface ReportColors {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

const plain = (text: string): string => text;
const PLAIN: ReportColors = { error: plain, warning: plain, info: plain, dim: plain, bold: plain };
const ORDER = ["error", "warning", "info"] as const;
// A report stays readable when one cause makes hundreds of issues: so many of one code in one file are printed in full.
const SHOWN_OF_A_KIND = 10;
// Source lines as long as a paragraph are cut to so many code units around the caret.
const EXCERPT_WIDTH = 96;

/**
 * The issues as text: grouped by file and counted, in line order, each with its file:line:column, the source line with a
 * caret, and a hint. Of more than ten of one code in one file the rest is a number. "No problems." for none.
 *
 * @example
 * ```ts
 * const place = { file: "scheme.yaml", line: 4, column: 9 };
 * formatIssues([{ code: "unknown-code", severity: "error", message: 'There is no code "trsut".', place }]);
 * // => scheme.yaml: 1 error
 * //      scheme.yaml:4:9 error: There is no code "trsut". [unknown-code]
 * ```
 */
export function formatIssues(issues: readonly Issue[], colors: ReportColors = PLAIN): string {
  if (issues.length === 0) return "No problems.";
  const sections = byFolder(group(issues, (each) => each.place?.file ?? "")).map(([file, here]) => {
    const lines = [`${colors.bold(file === "" ? "The study" : clean(file))}: ${countIssues(here)}`];
    const countOf = new Map<string, number>();
    for (const each of inOrder(here)) {
      const count = (countOf.get(each.code) ?? 0) + 1;
      countOf.set(each.code, count);
      if (count <= SHOWN_OF_A_KIND) lines.push(...formatIssue(each, colors));
    }
    for (const [code, count] of countOf) {
      if (count > SHOWN_OF_A_KIND) lines.push(`  ... and ${count - SHOWN_OF_A_KIND} more of [${code}]`);
    }
    return lines.join("\n");
  });
  return sections.length === 1 ? sections.join("") : `${sections.join("\n\n")}\n\nIn all: ${countIssues(issues)}`;
}

/** Files in the order in which their folders first come up, and within a folder by name. */
function byFolder(files: ReadonlyMap<string, Issue[]>): [string, Issue[]][] {
  const folderOf = (file: string): string => file.slice(0, file.lastIndexOf("/") + 1);
  const folders = [...new Set([...files.keys()].map(folderOf))];
  const inFolders = folders.flatMap((folder) => {
    const here = [...files].filter(([file]) => folderOf(file) === folder);
    // Files beside study.yaml stay in the order in which they are read.
    return folder === "" ? here : here.sort(([a], [b]) => (a < b ? -1 : 1));
  });
  return inFolders;
}

/** "2 errors, 1 warning": how many issues there are of each severity; "no problems" for none. */
export function countIssues(issues: readonly Issue[]): string {
  const parts = ORDER.flatMap((severity) => {
    const count = issues.filter((each) => each.severity === severity).length;
    if (count === 0) return [];
    return `${count} ${severity}${count === 1 ? "" : "s"}`;
  });
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

/** The same issues as a frozen list that prints itself as the report. */
export function issueList(issues: readonly Issue[]): readonly Issue[] {
  const list = [...issues];
  displayable(list, { text: () => formatIssues(list) });
  return Object.freeze(list);
}

function inOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

function formatIssue({ code, severity, message, hint, place }: Issue, colors: ReportColors): string[] {
  const where = place?.line === undefined ? "" : `${clean(place.file)}:${place.line}:${place.column ?? 1} `;
  const lines = [`  ${where}${colors[severity](severity)}: ${clean(message)} ${colors.dim(`[${code}]`)}`];
  if (place !== undefined) lines.push(...formatExcerpt(place, colors));
  if (hint !== undefined) lines.push(`      ${clean(hint)}`);
  return lines;
}

/** The source line with a caret under the wrong stretch, cut around it where the line is long. */
function formatExcerpt({ excerpt, column = 1, length = 1 }: Place, colors: ReportColors): string[] {
  if (excerpt === undefined || excerpt.trim() === "") return [];
  const at = column - 1;
  const start = wholeCharacter(excerpt, Math.max(0, Math.min(at - EXCERPT_WIDTH / 3, excerpt.length - EXCERPT_WIDTH)));
  const end = wholeCharacter(excerpt, start + EXCERPT_WIDTH);
  const before = start > 0 ? "..." : "";
  const after = end < excerpt.length ? "..." : "";
  const shown = (from: number, to: number): string => clean(excerpt.slice(from, to));
  // Blanks as wide as what stands before the caret, so that it stands under its word; tabs stay tabs for the same reason.
  const pad = shown(start, at)
    .split("\t")
    .map((part) => " ".repeat(stringWidth(part)))
    .join("\t");
  const caret = "^".repeat(Math.max(1, stringWidth(shown(at, Math.min(at + length, end)))));
  return [
    colors.dim(`      ${before}${shown(start, end)}${after}`),
    `      ${" ".repeat(before.length)}${pad}${colors.error(caret)}`,
  ];
}

/** The offset, or the one before it if it would part the two halves of a character. */
function wholeCharacter(text: string, offset: number): number {
  const whole = Math.floor(offset);
  return /^[\uDC00-\uDFFF]/.test(text.slice(whole, whole + 1)) ? whole - 1 : whole;
}

/** Text without characters that would steer a terminal; each becomes one that can be seen. Tabs stay. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g, "\uFFFD");
}
