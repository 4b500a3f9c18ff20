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
// Paragraph-long lines are cut to this many characters around the caret.
const EXCERPT_WIDTH = 96;

/**
 * The issues as text: grouped by file, in line order, each with source line, caret and hint, and a count at the end.
 * More than ten of one code in one file are summed up in a line that says how many more there are. "No problems." for none.
 */
export function formatIssues(issues: readonly Issue[], colors: ReportColors = PLAIN): string {
  if (issues.length === 0) return "No problems.";
  const byFile = groupByFile(issues);
  const sections: string[] = [];
  for (const [file, group] of byFile) {
    const lines: string[] = [colors.bold(file === "" ? "The study" : file)];
    const shown = new Map<string, number>();
    for (const each of inOrder(group)) {
      const count = (shown.get(each.code) ?? 0) + 1;
      shown.set(each.code, count);
      if (count <= SHOWN_OF_A_KIND) lines.push(...formatIssue(each, colors));
    }
    for (const [code, count] of shown) {
      if (count > SHOWN_OF_A_KIND) lines.push(`  ... and ${count - SHOWN_OF_A_KIND} more of "${code}" in this file`);
    }
    sections.push(lines.join("\n"));
  }
  return `${sections.join("\n\n")}\n\n${countIssues(issues)}.`;
}

/** "2 errors, 1 warning": how many issues there are of each severity; "no problems" for none. */
export function countIssues(issues: readonly Issue[]): string {
  const parts: string[] = [];
  for (const severity of ORDER) {
    const count = issues.filter((each) => each.severity === severity).length;
    if (count > 0) parts.push(`${count} ${severity}${count === 1 || severity === "info" ? "" : "s"}`);
  }
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

/** The same issues as a frozen list that prints itself as the report. */
export function issueList(issues: readonly Issue[]): readonly Issue[] {
  const list = [...issues];
  displayable(list, { text: () => formatIssues(list) });
  return Object.freeze(list);
}

function groupByFile(issues: readonly Issue[]): Map<string, Issue[]> {
  const byFile = new Map<string, Issue[]>();
  for (const each of issues) {
    const file = each.place?.file ?? "";
    const group = byFile.get(file);
    if (group === undefined) byFile.set(file, [each]);
    else group.push(each);
  }
  return byFile;
}

function inOrder(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

function formatIssue(each: Issue, colors: ReportColors): string[] {
  const position = each.place?.line === undefined ? "" : `${each.place.line}:${each.place.column ?? 1} `;
  const lines = [`  ${position}${colors[each.severity](each.severity)} ${each.message} ${colors.dim(`[${each.code}]`)}`];
  if (each.place !== undefined) lines.push(...formatExcerpt(each.place, colors));
  if (each.hint !== undefined) lines.push(`      ${each.hint}`);
  return lines;
}

/** The source line with a caret under the wrong stretch, cut around it where the line is long. */
function formatExcerpt(place: Place, colors: ReportColors): string[] {
  if (place.excerpt === undefined || place.excerpt.trim() === "") return [];
  const column = (place.column ?? 1) - 1;
  const from = Math.max(0, Math.min(column - EXCERPT_WIDTH / 3, place.excerpt.length - EXCERPT_WIDTH));
  const start = Math.floor(from);
  const cut = place.excerpt.slice(start, start + EXCERPT_WIDTH);
  const before = start > 0 ? "..." : "";
  const after = start + EXCERPT_WIDTH < place.excerpt.length ? "..." : "";
  // Tabs keep their width in the caret line, so that the caret stands under its word.
  const pad = cut.slice(0, column - start).replace(/[^\t]/g, " ");
  const caret = "^".repeat(Math.max(1, Math.min(place.length ?? 1, cut.length - (column - start))));
  return [colors.dim(`      ${before}${cut}${after}`), `      ${" ".repeat(before.length)}${pad}${colors.error(caret)}`];
}
