import type { Scheme } from "../model/scheme";
import { historyOf } from "../scheme/history";
import { refuseNoScheme } from "../scheme/no-scheme";
import { stepWords } from "../scheme/step-words";
import { Table } from "../table/table";
import { count } from "../text/plural";
import { provenanceOf } from "./provenance";

/** One step of a recorded change of the scheme. */
export interface SchemeLogRow {
  /** The version that the change led to. */
  readonly version: number;
  readonly date: string | null;
  readonly by: string | null;
  readonly why: string | null;
  /** What the step did: "add", "rename", "move", "merge", "split", "redefine" or "retire"; null in a change without steps. */
  readonly action: string | null;
  /** The step in words, with the names of its time; null in a change without steps. */
  readonly step: string | null;
}

/**
 * The history of a scheme: a row for each step of each recorded change, from the first to the last, with who made it,
 * when and why.
 *
 * @example
 * ```ts
 * const [first] = schemeLog(study.scheme);
 * `${first.version}, ${first.by}: ${first.step}`;
 * // => 2, KB: merged the codes "Notes so that nothing is lost at handover" and "Notes because of risk" into "Notes needed for safety"
 * ```
 */
export function schemeLog(scheme: Scheme): Table<SchemeLogRow> {
  refuseNoScheme("first", scheme);
  const history = historyOf(scheme);
  const rows = scheme.changes.flatMap(({ to, date = null, by = null, why = null }): SchemeLogRow[] => {
    const head = { version: to, date, by, why };
    const steps = history.steps.filter((each) => each.version === to);
    if (steps.length === 0) return [{ ...head, action: null, step: null }];
    return steps.map((each) => ({ ...head, action: each.reading.action, step: stepWords(each) }));
  });
  const [oldest = scheme.version] = history.versions;
  return new Table<SchemeLogRow>({
    columns: [
      { key: "version", label: "Version", kind: "number", merge: true },
      { key: "date", label: "Date", kind: "text", merge: true },
      { key: "by", label: "Who", kind: "text", merge: true },
      { key: "why", label: "Why", kind: "text", merge: true },
      { key: "action", label: "Action", kind: "text", only: "data" },
      { key: "step", label: "What was done", kind: "text" },
    ],
    rows,
    caption: "Changes of the scheme",
    notes: [
      rows.length === 0
        ? `No changes are recorded; the scheme is version ${scheme.version}.`
        : `${count(scheme.changes.length, "change")} recorded, from version ${oldest} to version ${scheme.version}.`,
    ],
    provenance: provenanceOf("schemeLog", scheme),
  });
}
