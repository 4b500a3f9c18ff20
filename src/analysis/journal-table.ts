import type { Memo } from "../model/memo";
import { refuseNoStudy } from "../study/no-study";
import type { Study } from "../study/study";
import { Table } from "../table/table";
import { count, listed } from "../text/plural";
import { aboutWords, withoutPlace } from "./about-words";
import { byDate } from "./dates";
import { provenanceOf } from "./provenance";

/** One memo or journal entry. */
export interface JournalRow {
  readonly id: string;
  /** As written; null if not stated. */
  readonly date: string | null;
  readonly author: string | null;
  /** "entry", or the event that it records. */
  readonly kind: "entry" | NonNullable<Memo["event"]>;
  /** What it is about, in words. */
  readonly about: string;
  /** With whom an event took place, as printed; "" if nobody is named. */
  readonly with: string;
  /** null if it has none. */
  readonly title: string | null;
  readonly body: string;
}

/**
 * The reflexive journal as a table: every memo and entry with its date, author and what it is about, the oldest first.
 * Those without a date of the form 2026-03-01 come last, in the order of the files, and are counted in the notes. The
 * memos of single codings are in `quoteTable` and `study.codings`.
 *
 * @example
 * ```ts
 * const [first] = journalTable(study);
 * `${first.date}, ${first.author}, on ${first.about}`; // => 2025-10-16, KB, on transcript C07
 * ```
 */
export function journalTable(study: Study): Table<JournalRow> {
  refuseNoStudy(study);
  const labels = new Map(study.participants.map(({ id, label }) => [id, label]));
  const rows = byDate(
    study.memos.map(
      (memo): JournalRow => ({
        id: memo.id,
        date: memo.created,
        author: memo.author,
        kind: memo.event ?? "entry",
        about: aboutWords(study, memo.about, study.memoAnchors.get(memo.id)?.range),
        with: listed((memo.with ?? []).map((id) => labels.get(id) ?? id)),
        title: memo.title ?? null,
        body: memo.body,
      }),
    ),
  );
  return new Table<JournalRow>({
    columns: [
      { key: "id", label: "Id", kind: "text", only: "data" },
      { key: "date", label: "Date", kind: "text" },
      { key: "author", label: "Author", kind: "text" },
      { key: "kind", label: "Kind", kind: "text" },
      { key: "about", label: "About", kind: "text" },
      ...(rows.sorted.some((row) => row.with !== "") ? [{ key: "with", label: "With", kind: "text" } as const] : []),
      ...(rows.sorted.some((row) => row.title !== null)
        ? [{ key: "title", label: "Title", kind: "text" } as const]
        : []),
      { key: "body", label: "Entry", kind: "text" },
    ],
    rows: rows.sorted,
    caption: "Journal",
    notes: [
      ...(rows.undated === 0
        ? []
        : [`${count(rows.undated, "entry", "entries")} without a date that can be put in order, at the end.`]),
      ...withoutPlace(study),
    ],
    provenance: provenanceOf("journalTable", study.scheme),
  });
}
