import { type Issue, issue } from "../issues/issue";
import { type DecodedText, decodeText } from "./decode-text";

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
];

/**
 * The text of a file's bytes. UTF-8 and UTF-16 are certain; other encodings that can be told surely come with the info
 * `assumed`. Anything else is an issue with its place: "binary-file" for what is no text at all, "wrong-encoding" for
 * text whose encoding cannot be told.
 */
export function decodeFile(file: string, bytes: Uint8Array): DecodedText {
  const known = KNOWN_BINARY.find(({ bytes: magic }) => magic.every((byte, index) => bytes[index] === byte));
  return known === undefined ? decodeText(file, bytes) : { issue: binary(file, known.hint) };
}

function binary(file: string, hint: string): Issue {
  return issue("binary-file", "This is not a text file.", { hint, place: { file } });
}
