import { type Issue, issue } from "../issues/issue";
import type { Column, HeadedTable } from "./cell-table";
import { findColumns, foldName } from "./table-columns";

// What programs for coding call their columns when they export quotations: Taguette, ATLAS.ti, MAXQDA, Dedoose, NVivo, QDA
// Miner. Compared as `foldName` has them.
const CODES = words("tag tags code codes codename codenames coding codings codesystem node nodes");
const QUOTES = words(
  "content textcontent quotation quotations quotationcontent quote quotes segment codedsegment codedsegments excerpt " +
    "excerpttext codedtext",
);
const DOCUMENTS = words(
  "document documents documentname documenttitle doc file filename source sourcename transcript case",
);

/**
 * The issue of a table that a program for coding has exported, with a quotation and its codes in each row; null for any
 * other table. It is told by its columns: one of codes, one of quotations and one of documents, and none that says who
 * speaks.
 */
export function codedQuotes({ columns, table, firstRow }: HeadedTable): Issue | null {
  const named = (names: ReadonlySet<string>, taken?: Column): Column | undefined =>
    columns.find((column) => column !== taken && names.has(foldName(column.name)));
  const codes = named(CODES);
  const quotes = named(QUOTES, codes);
  if (codes === undefined || quotes === undefined || named(DOCUMENTS) === undefined) return null;
  const { speaker } = findColumns(columns.map(({ key }) => key));
  const hasSpeakers = columns.find(({ key }) => key === speaker)?.values.some((value) => value !== "") ?? false;
  const coded = codes.values.filter((value) => value !== "").length;
  if (hasSpeakers || coded * 2 < codes.values.length) return null;
  const message = `This is no transcript but an export of codings: each row has a quotation ("${quotes.key}") and its codes ("${codes.key}").`;
  const hint =
    "Put the interviews themselves here. Codings go to the folder codings as CSV, a row for each code, with the columns transcript, code and quote.";
  return issue("unsupported-format", message, { hint, place: table.place(Math.max(0, firstRow - 1)) });
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
