import type { Column } from "./column";
import { Table } from "./table";

/** One row of the nasty table. */
export interface NastyRow {
  readonly id: string;
  readonly theme: string | null;
  readonly depth: number;
  readonly group: string;
  readonly people: number | null;
  readonly of: number;
  readonly share: number | null;
  readonly score: number | null;
  readonly words: string | null;
}

const columns: readonly Column[] = [
  { key: "id", label: "Id", kind: "text", only: "data" },
  { key: "theme", label: "Theme | <b>", kind: "text", indent: "depth", merge: true },
  { key: "group", label: "=Group", kind: "text", merge: true },
  { key: "people", label: "People", subLabel: "n = 12 & more", kind: "count", of: "of", format: "n of N" },
  { key: "share", label: "Share", subLabel: "100%", kind: "share" },
  { key: "score", label: "Score_1", kind: "number" },
  { key: "words", label: "What they\nsaid", kind: "quote" },
];

type Rest = readonly [
  people: number | null,
  of: number,
  share: number | null,
  score: number | null,
  words: string | null,
];

function row(id: string, theme: string | null, depth: number, group: string, rest: Rest): NastyRow {
  const [people, of, share, score, words] = rest;
  return { id, theme, depth, group, people, of, share, score, words };
}

const rows: readonly NastyRow[] = [
  row("pipes", "Pipes | and \\| and \\", 0, "Carers", [9, 12, 0.75, 1.005, "a | b || c \\| d\\"]),
  row("lines", "Pipes | and \\| and \\", 0, "Carers", [0, 12, 0, 0, "one\ntwo\r\n\r\nfour"]),
  row("marks", "Pipes | and \\| and \\", 0, 'Clinicians & "staff"', [
    12,
    12,
    1,
    -2.5,
    "He said \"no\", she said 'yes'",
  ]),
  row("tags", "<script>alert(1)</script>", 1, 'Clinicians & "staff"', [
    0,
    0,
    null,
    null,
    "</td></table><b>R&amp;D &lt; R&D</b>",
  ]),
  row("markdown", "*bold* _it_ `code` [x](y) ~~no~~ # $1$ ![i](j)", 2, "@carers", [
    1,
    3,
    1 / 3,
    1234.5,
    "https://a.b/c_d_e www.a_b.org me_too@a.org",
  ]),
  row("latex", "50% of $5 & #1 {x} a_b ~ ^ \\newpage", 1, "- none", [
    1,
    8,
    0.125,
    1e21,
    "[laughs] -- no --- ''so'' ,,what,, `a` <<b>> |c|\n*d",
  ]),
  row("formula", "=cmd|' /C calc'!A0", 0, "+1", [2, 3, 2 / 3, -0.004, "-2+3"]),
  row("emoji", "👩‍👩‍👧‍👦 family 🏳️‍🌈 é é", 0, "أسرة", [3, 7, 3 / 7, 0.5, "كنت وحدي في البيت، ثم جاءت"]),
  row("cjk", "支援者は希望をもたらす、と彼女は言った。", 0, "家族", [null, 5, null, null, null]),
  row("long", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 3, " blanks ", [
    1234,
    5678,
    0.2173,
    3,
    "x".repeat(120),
  ]),
  row("control", null, 0, "", [1, 1, 1, 7, "\u001B[31mred\u0007\tnull\u0000 \uD83D half\u2028end"]),
  row("prose", null, 0, "1. no list", [
    5,
    9,
    5 / 9,
    0.625,
    "I mean, I sat there for, I don't know, an hour, and then she said it does get better, and I thought: you've been here, you know what this is. – “So” I stayed … and stayed.",
  ]),
];

/** A table with everything that any format could trip over. */
export const nastyTable: Table<NastyRow> = new Table({
  columns,
  rows,
  caption: "1. Nasty | <i>table</i> & #all\nof *it* at 100%",
  notes: ["- Base: 12 of 14 people_listed.", "# Left out: <none> & \\nothing; see https://a.b/c_d.", "=1+1"],
});
