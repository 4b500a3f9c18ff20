import { optionsOf } from "../issues/call";
import { optionError } from "../issues/input-error";
import { entriesOf } from "../model/scheme";
import { refuseNoStudy } from "../study/no-study";
import type { Study } from "../study/study";
import type { Column } from "../table/column";
import { Table } from "../table/table";
import { entriesAt, withinEntries } from "./entries";
import { refuseNoList } from "./list-option";
import { provenanceOf } from "./provenance";
import { readingNotes } from "./reading-notes";
import { placesIn, type ReadingRow, readingRow } from "./reading-row";
import { type Reader, readerOf, refuseOneReader, usableCodings } from "./reading-selection";

/** Options of `readings`. */
export interface ReadingsOptions {
  readonly a: Reader;
  readonly b: Reader;
  /** Ids of codes: only places where either reader gave one of these. All places by default. */
  readonly codes?: readonly string[] | undefined;
  /** Ids of themes: the same with the codes of these themes and of their subthemes. */
  readonly themes?: readonly string[] | undefined;
}

/**
 * Where two readers of the same transcripts see the same and where they part: a row for each place that either has coded,
 * with the words, the codes and the memos of both. `talkThrough` makes a list of it to go through together.
 *
 * Codings that overlap are one place, whoever made them and however many they are; codings that only touch are two. Only
 * transcripts that both have coded in are compared: of the others it is not known whether both have read them, and the
 * notes name them. No coefficient is computed. Throws `InputError` for a coder, code or theme that nobody has.
 *
 * @example
 * ```ts
 * const table = readings(study, { a: "KB", b: "TM", codes: ["line-blurred"] });
 * const [first] = table;
 * `${first.where}: ${first.reading}. ${first.a} / ${first.b}`;
 * // => C02, line 30: Different codes. Begins to picture a future / Friend or worker, and nobody sure (complicates)
 * ```
 */
export function readings(study: Study, options: ReadingsOptions): Table<ReadingRow> {
  refuseNoStudy(study);
  const stated = optionsOf(options, '{ a: "KB", b: "TM" }', { a: true, b: true, codes: true, themes: true });
  const known = [...new Set(study.codings.map((coding) => coding.coder))];
  refuseOneReader(stated, known);
  const [a, b] = [readerOf("a", stated.a, known), readerOf("b", stated.b, known)];
  if (typeof options.a !== "function" && options.a === options.b) {
    throw optionError(
      "b",
      options.b,
      known.filter((each) => each !== options.a),
    );
  }
  const asked = askedCodes(study, options);
  const usable = usableCodings(study, a, b);
  const places = study.transcripts.flatMap((transcript) => {
    const here = usable.of(transcript.id);
    return here === undefined ? [] : placesIn(here).map((place) => ({ ...place, transcript }));
  });
  const inQuestion = places.filter(
    ({ ofA, ofB }) => asked === null || [...ofA, ...ofB].some((passage) => asked.has(passage.code)),
  );
  const rows = inQuestion.map((place) => readingRow(study, place, a.name, b.name));
  return new Table<ReadingRow>({
    columns: columnsOf(rows, a.name, b.name),
    rows,
    caption: `Readings of ${a.name} and ${b.name}`,
    notes: readingNotes(study, { rows, all: places.length, readers: [a.name, b.name], usable, asked }),
    provenance: provenanceOf("readings", study.scheme, options),
  });
}

/** The codes that are asked for; null for all. */
function askedCodes(study: Study, { codes, themes }: ReadingsOptions): ReadonlySet<string> | null {
  if (codes === undefined && themes === undefined) return null;
  const asked = new Set<string>();
  if (codes !== undefined) {
    const known = entriesOf(study.scheme, "code").flatMap((code) => (code.retired ? [] : [code.id]));
    refuseNoList("codes", codes, known);
    for (const code of codes) {
      if (!known.includes(code)) throw optionError("codes", code, known);
      asked.add(code);
    }
  }
  if (themes !== undefined) {
    for (const entry of withinEntries(entriesAt(study.scheme, "theme"), themes)) {
      for (const code of entry.codes) asked.add(code);
    }
  }
  return asked;
}

function columnsOf(rows: readonly ReadingRow[], a: string, b: string): Column[] {
  const onlyIf = (printed: boolean): Pick<Column, "only"> => (printed ? {} : { only: "data" });
  return [
    { key: "kind", label: "Kind", kind: "text", only: "data" },
    { key: "reading", label: "Reading", kind: "text" },
    { key: "where", label: "Where", kind: "text" },
    { key: "label", label: "Participant", kind: "text" },
    { key: "quote", label: "Words", kind: "quote" },
    { key: "a", label: a, kind: "text" },
    { key: "memosA", label: `Memo of ${a}`, kind: "text", ...onlyIf(rows.some((row) => row.memosA !== "")) },
    { key: "b", label: b, kind: "text" },
    { key: "memosB", label: `Memo of ${b}`, kind: "text", ...onlyIf(rows.some((row) => row.memosB !== "")) },
    { key: "transcript", label: "Transcript", kind: "text", only: "data" },
    { key: "line", label: "Line", kind: "number", only: "data" },
    { key: "start", label: "Start", kind: "number", only: "data" },
    { key: "end", label: "End", kind: "number", only: "data" },
  ];
}
