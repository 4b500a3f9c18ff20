import { argumentError } from "../issues/call";
import type { InputError } from "../issues/input-error";
import { escapeMarkdownParagraph } from "../table/escapes";
import { isRecord } from "../text/check";
import type { ReadingRow } from "./reading-row";

/**
 * Two readings as a list to talk through, in Markdown: a section for each transcript, in it each place in the order of the
 * text with the words, what either reader gave to them, and the memos.
 *
 * Takes a table of `readings`, or some of its rows; "" if there are none.
 *
 * @example
 * ```ts
 * const table = readings(study, { a: "KB", b: "TM" });
 * const text = talkThrough(table.rows.filter((row) => row.kind === "differ"));
 * text.split("\n")[0]; // => "## C02"
 * ```
 */
export function talkThrough(rows: Iterable<ReadingRow>): string {
  const refuse = (): InputError =>
    argumentError("first", rows, "a table of readings, or rows of one", "Give what readings gives.");
  if (rows === null || typeof rows !== "object" || !(Symbol.iterator in rows)) throw refuse();
  const lines: string[] = [];
  let transcript: string | undefined;
  for (const row of rows) {
    // Rows of another table, such as that of themes.
    if (!isRecord(row) || typeof row.readerA !== "string") throw refuse();
    if (row.transcript !== transcript) lines.push(`## ${escapeMarkdownParagraph(row.transcript)}`, "");
    transcript = row.transcript;
    const where = [row.line === null ? [] : `line ${row.line}`, row.label || []].flat();
    lines.push(`### ${[row.reading, where.join(", ")].filter(Boolean).map(escapeMarkdownParagraph).join(": ")}`, "");
    lines.push(`> ${escapeMarkdownParagraph(row.quote)}`, "");
    lines.push(...readingOf(row.readerA, row.a, row.memosA), ...readingOf(row.readerB, row.b, row.memosB), "");
  }
  return lines.join("\n");
}

function readingOf(reader: string, codes: string, memos: string): string[] {
  const said = `- **${escapeMarkdownParagraph(reader)}**: ${codes === "" ? "nothing" : escapeMarkdownParagraph(codes)}`;
  return [said, ...memos.split("\n").flatMap((memo) => (memo === "" ? [] : `  - ${escapeMarkdownParagraph(memo)}`))];
}
