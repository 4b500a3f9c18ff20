import { type Issue, issue } from "../issues/issue";
import { toSource } from "../issues/source";

/** The first bytes of files that are often taken for text, and what to do about them. */
const KNOWN_BINARY: readonly { readonly bytes: readonly number[]; readonly hint: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    hint: "It looks like a Word, Excel or OpenDocument file. Save it as plain text (UTF-8) or CSV.",
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    hint: "It looks like an old Word or Excel file. Save it as plain text (UTF-8) or CSV.",
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], hint: "It looks like a PDF. Save its text as a plain text file (UTF-8)." },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], hint: "It looks like rich text (RTF). Save it as plain text (UTF-8)." },
];

/**
 * The text of a file's bytes: UTF-8, or UTF-16 with a byte order mark. Anything else is an issue with its place:
 * "binary-file" for what is no text at all, "wrong-encoding" for text in another encoding.
 */
export function decodeText(file: string, bytes: Uint8Array): { text: string } | { issue: Issue } {
  const known = KNOWN_BINARY.find(({ bytes: magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return { issue: binary(file, known.hint) };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes) };
  if (bytes.includes(0)) return { issue: binary(file, "Save it as plain text (UTF-8), or take it out of the folder.") };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { issue: wrongEncoding(file, bytes) };
  }
}

function binary(file: string, hint: string): Issue {
  return issue("binary-file", "This is not a text file.", { hint, place: { file } });
}

/** Names the first line that is not UTF-8, read as Windows-1252 so that the word can be recognised. */
function wrongEncoding(file: string, bytes: Uint8Array): Issue {
  const valid = new TextDecoder("utf-8").decode(bytes).indexOf("\uFFFD");
  const source = toSource(file, new TextDecoder("windows-1252").decode(bytes));
  // Offsets agree up to the first wrong byte where all before it is ASCII; otherwise the line still does.
  const line = new TextDecoder("utf-8").decode(bytes).slice(0, Math.max(0, valid)).split("\n").length;
  const column = [...(source.linePlace(line).excerpt ?? "")].findIndex((character) => character > "\x7f");
  const { excerpt } = source.linePlace(line);
  return issue("wrong-encoding", "This text is not in UTF-8; read as it is, letters would be lost.", {
    hint: 'Save it again as UTF-8. It looks like Windows-1252 ("ANSI", "Western").',
    place: { file, line, column: column + 1, length: 1, ...(excerpt === undefined ? {} : { excerpt }) },
  });
}
