import type { Column } from "../table/column";
import type { Level } from "./entries";
import { LEVEL_NAMES } from "./frequency-rows";
import type { QuoteRow } from "./quote-row";

/**
 * The columns of a quote table. Subthemes, the stance and the turns before are printed only if some
 * row has them; data formats always have every column.
 */
export function quoteColumns(rows: readonly QuoteRow[], level: Level): Column[] {
  const onlyIf = (printed: boolean): Pick<Column, "only"> => (printed ? {} : { only: "data" });
  const nested = rows.some((row) => row.subheading !== "");
  return [
    { key: "id", label: "Id", kind: "text", only: "data" },
    { key: "heading", label: LEVEL_NAMES[level], kind: "text", merge: true },
    {
      key: "subheading",
      label: `Sub${LEVEL_NAMES[level].toLowerCase()}`,
      kind: "text",
      merge: true,
      ...onlyIf(nested),
    },
    { key: "group", label: "Group id", kind: "text", only: "data" },
    { key: "groupName", label: "Group", kind: "text", merge: true },
    { key: "context", label: "Before", kind: "text", ...onlyIf(rows.some((row) => row.context !== "")) },
    { key: "quote", label: "Quote", kind: "quote" },
    { key: "label", label: "Participant", kind: "text" },
    { key: "where", label: "Where", kind: "text" },
    {
      key: "stance",
      label: "Stance",
      kind: "text",
      ...onlyIf(rows.some((row) => row.stance !== null && row.stance !== "supports")),
    },
    { key: "words", label: "Words", kind: "count", only: "data" },
    { key: "participant", label: "Participant id", kind: "text", only: "data" },
    { key: "transcript", label: "Transcript", kind: "text", only: "data" },
    { key: "line", label: "Line", kind: "number", only: "data" },
    { key: "time", label: "Seconds", kind: "number", only: "data" },
    { key: "start", label: "Start", kind: "number", only: "data" },
    { key: "end", label: "End", kind: "number", only: "data" },
  ];
}
