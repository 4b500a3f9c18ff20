// What the control words of RTF 1.9 mean to a reader of nothing but text.

/** Control words that stand for a character. */
export const characterWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: "\t",
    emdash: "\u2014",
    endash: "\u2013",
    emspace: "\u2003",
    enspace: "\u2002",
    qmspace: "\u2005",
    lquote: "\u2018",
    rquote: "\u2019",
    ldblquote: "\u201c",
    rdblquote: "\u201d",
    bullet: "\u2022",
    ltrmark: "\u200e",
    rtlmark: "\u200f",
    zwj: "\u200d",
    zwnj: "\u200c",
    "~": "\u00a0",
    _: "\u2011",
    "-": "",
    ":": "",
    "\\": "\\",
    "{": "{",
    "}": "}",
  }),
);

/** Control words that end a paragraph. The last two are a backslash before a line break, as TextEdit has it. */
export const paragraphWords: ReadonlySet<string> = new Set(["par", "sect", "page", "column", "\n", "\r"]);

/** Destinations with words that are read but belong to no paragraph of the text: running heads, notes, comments, boxes. */
export const asideWords: ReadonlySet<string> = new Set([
  ..."header headerl headerr headerf footer footerl footerr footerf footnote annotation shptxt".split(" "),
]);

/** Destinations without words of the document that are not marked as such by `\\*`. */
export const skippedWords: ReadonlySet<string> = new Set([
  ..."colortbl stylesheet info pict nonshppict listtable listoverridetable revtbl rsidtbl filetbl xe tc tcn".split(" "),
  ..."listtext pntext pntxta pntxtb fldinst objdata objclass formfield datafield panose falt template".split(" "),
  ..."ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn themedata colorschememapping mmathPr private bkmkstart".split(" "),
  ..."bkmkend atnid atnauthor atndate atntime atnref atnparent atrfstart atrfend sn sv sp generator".split(" "),
]);

/** The code page of each `\\fcharset` but 0 and 1, which mean the file's own. */
export const charsetPages: ReadonlyMap<number, number> = new Map([
  [77, 10000],
  [128, 932],
  [129, 949],
  [130, 1361],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
]);

/** The level of a heading; an outline's last level is that of a body's text. */
export function headingOf(level: number | null): number {
  return level !== null && level >= 0 && level < 9 ? level + 1 : 0;
}
