import { optionError } from "../issues/input-error";
import type { Scheme } from "../model/scheme";
import { type SchemeDifference, schemeDifferences } from "../scheme/diff";
import { historyOf, schemeAt } from "../scheme/history";
import { refuseNoScheme } from "../scheme/no-scheme";
import { Table } from "../table/table";
import { count } from "../text/plural";
import { provenanceOf } from "./provenance";

/**
 * What differs between two schemes, or between two versions of one: a row for each entry that was added, renamed, moved,
 * merged, split, redefined, retired or removed, with what was there before and what is there after.
 *
 * Entries are told by their ids, so that any two schemes can be compared. Where the second has recorded how it came from
 * the first, merges and splits are named. The order of entries is not compared. Throws `InputError` for a version that
 * the scheme does not have.
 *
 * @example
 * ```ts
 * const table = schemeDiff(study.scheme, 2, 3);
 * const [row] = table;
 * `${row.change}: ${row.before} -> ${row.after}`; // => "renamed: Hope for the future -> Begins to picture a future"
 * ```
 */
export function schemeDiff(a: Scheme, b: Scheme): Table<SchemeDifference>;
export function schemeDiff(scheme: Scheme, from: number, to: number): Table<SchemeDifference>;
export function schemeDiff(a: Scheme, second: Scheme | number, to?: number): Table<SchemeDifference> {
  refuseNoScheme("first", a);
  if (typeof second !== "number") refuseNoScheme("second", second, " or the number of a version");
  const [first, last] = typeof second === "number" ? twoVersions(a, second, to) : [a, second];
  const rows = schemeDifferences(first, last);
  return new Table<SchemeDifference>({
    columns: [
      { key: "change", label: "Change", kind: "text" },
      { key: "kind", label: "Kind", kind: "text" },
      { key: "id", label: "Id", kind: "text", only: "data" },
      { key: "name", label: "Entry", kind: "text" },
      { key: "field", label: "What", kind: "text" },
      { key: "before", label: "Before", kind: "text" },
      { key: "after", label: "After", kind: "text" },
    ],
    rows,
    caption: `The scheme in version ${first.version} and version ${last.version}`,
    notes: [rows.length === 0 ? "No differences." : `${count(rows.length, "difference")}.`],
    provenance: provenanceOf("schemeDiff", last, { from: first.version, to: last.version }),
  });
}

function twoVersions(scheme: Scheme, from: number, to: number | undefined): [Scheme, Scheme] {
  if (to === undefined) throw optionError("to", to, historyOf(scheme).versions);
  const last = schemeAt(scheme, to);
  // From the later one, so that what came after it is not known to the comparison.
  return [schemeAt(scheme, from), last];
}
