// Every escape of every format stands in this file and nowhere else. Each takes text as `formatValue` leaves it: LF line
// breaks, no other control characters; the one for CSV takes any.

const HTML: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\n": "<br>",
};

/** Text for HTML, for elements and attributes alike; line breaks become `<br>`. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\n]/g, (character) => HTML[character] ?? character);
}

// "$" opens mathematics on GitHub.
const MARKDOWN_MARKS = /[\\`*_[\]<>&~#|$]/g;
// GitHub makes links of these by itself, and would take a backslash before "_" into them.
const MARKDOWN_LINKS = /:(?=\/\/)|(?<=www)\.|@/gi;
// Blanks at the edges of a cell belong to the table's own layout; as numbers they belong to the text.
const EDGE_BLANKS = /^\s+|\s+$/g;

/** Text for a cell of a GitHub Markdown table: no character means anything but itself; line breaks become `<br>`. */
export function escapeMarkdownCell(text: string): string {
  const escaped = text.replace(MARKDOWN_MARKS, "\\$&").replace(MARKDOWN_LINKS, "\\$&");
  return escaped.replace(EDGE_BLANKS, numberedCharacters).replace(/\n/g, "<br>");
}

/** Text for a paragraph of its own in Markdown: a cell's text that makes no heading, list or rule at its start either. */
export function escapeMarkdownParagraph(text: string): string {
  return escapeMarkdownCell(text)
    .replace(/^[-+]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

function numberedCharacters(blanks: string): string {
  return blanks.replace(/[^\n]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}

const LATEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\textquotedbl{}",
  "`": "\\textasciigrave{}",
  // At the start of a row these would be arguments of the line break before it.
  "[": "{[}",
  "]": "{]}",
  "*": "{*}",
  "\n": "\\newline{}",
  "\u00A0": "~",
  "\u202F": "\\,",
  "\u00AD": "\\-",
  "\u200B": "\\allowbreak{}",
  // Refused by pdfLaTeX. The joiners U+200C and U+200D shape Arabic and emoji, and stay.
  "\uFEFF": "",
  "\uFFFD": "?",
};
const LATEX_SPECIAL = new RegExp(
  `[${Object.keys(LATEX)
    .join("")
    .replace(/[\\\]^]/g, "\\$&")}]`,
  "g",
);
// "--" would print as a dash, "''" and ",," as quotation marks. LuaLaTeX joins them across "{}", but not across a kern.
const LATEX_LIGATURES = /([-',])(?=\1)/g;

/** Text for LaTeX, for XeLaTeX, LuaLaTeX and pdfLaTeX with T1 and utf8; line breaks become `\newline`. */
export function escapeLatex(text: string): string {
  return text
    .replace(/^\n+|\n+$/g, "") // TeX has no line to end there.
    .replace(LATEX_SPECIAL, (character) => LATEX[character] ?? character)
    .replace(LATEX_LIGATURES, "$1{\\kern0pt}");
}

// What a spreadsheet takes for the start of a formula, the wide forms of Chinese and Japanese keyboards among them.
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Whether a spreadsheet could take this text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/**
 * A field of a CSV record: in quotation marks where a reader could cut, trim, split or skip it, and where it is empty.
 * Halves of characters, which no file can hold, become U+FFFD.
 */
export function escapeCsv(raw: string): string {
  const text = raw.replace(/\p{Cs}/gu, "\uFFFD");
  return /[",\r\n]|^\s|\s$|^#|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
