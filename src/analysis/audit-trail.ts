import { optionsOf } from "../issues/call";
import { entriesOf } from "../model/scheme";
import { refuseNoStudy } from "../study/no-study";
import type { Study } from "../study/study";
import { Table } from "../table/table";
import { count } from "../text/plural";
import { aboutWords, withoutPlace } from "./about-words";
import { byDate } from "./dates";
import { journalTable } from "./journal-table";
import { provenanceOf } from "./provenance";
import { schemeLog } from "./scheme-log";

/** What an entry of the audit trail records. */
export type AuditKind =
  | "scheme change"
  | "theme review"
  | "journal"
  | "memo on a coding"
  | "member check"
  | "triangulation"
  | "peer debriefing";

/** One thing that was done, decided or thought in the course of the analysis. */
export interface AuditRow {
  /** As written; null if not stated. */
  readonly date: string | null;
  readonly kind: AuditKind;
  readonly who: string | null;
  /** What it is about, in words. */
  readonly about: string;
  /** What was done, decided or written. */
  readonly what: string;
  /** Why; null where it is not stated apart. */
  readonly why: string | null;
}

/** Options of `auditTrail`. */
export interface AuditTrailOptions {
  /** Adds the memos of single codings; false by default, and the notes then say how many there are. */
  readonly codingMemos?: boolean | undefined;
}

const EVENTS = {
  "member-check": "member check",
  triangulation: "triangulation",
  "peer-debriefing": "peer debriefing",
  entry: "journal",
} as const;

/**
 * The audit trail: changes of the scheme, reviews of themes, the journal, member checks, triangulation and peer debriefing
 * in one table, the oldest first, each with who and why.
 *
 * Entries without a date of the form 2026-03-01 come last and are counted in the notes; so are the memos of single
 * codings that are left out.
 *
 * @example
 * ```ts
 * auditTrail(study).rows.map((row) => `${row.date} ${row.who}: ${row.kind}`).slice(0, 3);
 * // => ["2025-10-16 KB: journal", "2025-11-05 KB: journal", "2026-01-22 KB: theme review"]
 * ```
 */
export function auditTrail(study: Study, options: AuditTrailOptions = {}): Table<AuditRow> {
  refuseNoStudy(study);
  const stated = optionsOf(options, "{ codingMemos: true }", { codingMemos: true });
  const withMemo = study.codings.filter((each) => each.memo !== undefined);
  const { sorted, undated } = byDate([
    ...schemeChanges(study),
    ...themeReviews(study),
    ...journal(study),
    ...(stated.codingMemos === true ? codingMemos(study) : []),
  ]);
  const notes = [
    ...(undated === 0
      ? []
      : [`${count(undated, "entry", "entries")} without a date that can be put in order, at the end.`]),
    ...(stated.codingMemos === true || withMemo.length === 0
      ? []
      : [`${count(withMemo.length, "memo")} on single codings not listed.`]),
    ...withoutPlace(study),
  ];
  return new Table<AuditRow>({
    columns: [
      { key: "date", label: "Date", kind: "text", merge: true },
      { key: "kind", label: "Kind", kind: "text" },
      { key: "who", label: "Who", kind: "text" },
      { key: "about", label: "About", kind: "text" },
      { key: "what", label: "What", kind: "text" },
      { key: "why", label: "Why", kind: "text" },
    ],
    rows: sorted,
    caption: "Audit trail",
    notes,
    provenance: provenanceOf("auditTrail", study.scheme, stated),
  });
}

function schemeChanges({ scheme }: Study): AuditRow[] {
  return schemeLog(scheme).rows.map(({ version, date, by, why, step }) => ({
    date,
    kind: "scheme change",
    who: by,
    about: `scheme, version ${version}`,
    what: step ?? "no step recorded",
    why,
  }));
}

function themeReviews({ scheme }: Study): AuditRow[] {
  return entriesOf(scheme, "theme").flatMap(({ name, reviews = [] }) =>
    reviews.map(({ date, by, against, decided }): AuditRow => {
      const held =
        against === undefined ? "" : ` against ${against === "extracts" ? "its extracts" : "the whole data set"}`;
      return {
        date: date ?? null,
        kind: "theme review",
        who: by ?? null,
        about: `theme "${name}"${held}`,
        what: decided,
        why: null,
      };
    }),
  );
}

function journal(study: Study): AuditRow[] {
  return journalTable(study).rows.map(({ date, author, kind, about, with: others, title, body }) => ({
    date,
    kind: EVENTS[kind],
    who: others === "" ? author : `${author ?? "?"}, with ${others}`,
    about,
    what: title === null ? body : `${title}. ${body}`,
    why: null,
  }));
}

function codingMemos(study: Study): AuditRow[] {
  const names = new Map(entriesOf(study.scheme, "code").map(({ id, name }) => [id, name]));
  return study.codings.flatMap(({ id, memo, created, coder, code, target }): AuditRow[] => {
    if (memo === undefined) return [];
    const about = `code "${names.get(code) ?? code}", ${aboutWords(study, target, study.anchors.get(id)?.range)}`;
    return [{ date: created ?? null, kind: "memo on a coding", who: coder, about, what: memo, why: null }];
  });
}
