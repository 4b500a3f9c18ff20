// Every escape of XML stands in this file.

const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Characters that no XML 1.0 file can hold, not even as a number; halves of surrogate pairs among them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Text between tags. A mark that would join the tag's ">" under NFC, and a CR, which readers drop, are written as numbers. */
export function escapeXmlText(text: string): string {
  return text
    .replace(IMPOSSIBLE, "\uFFFD")
    .replace(/[&<>]/g, (character) => MARKS[character] ?? character)
    .replace(/\r|^\p{M}/gu, numbered);
}

/** Text within quotation marks. Line breaks and tabs, which readers make blanks of, are written as numbers. */
export function escapeXmlAttribute(text: string): string {
  return text
    .replace(IMPOSSIBLE, "\uFFFD")
    .replace(/[&<>"]/g, (character) => MARKS[character] ?? character)
    .replace(/[\r\n\t]|^\p{M}/gu, numbered);
}

function numbered(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
