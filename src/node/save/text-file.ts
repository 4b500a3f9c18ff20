import { decodeFile } from "../../office/decode-file";

/** A text file as it stands: what it says, and how it says it. */
export interface TextFile {
  /** Without byte order mark; line ends as they are. */
  readonly text: string;
  readonly hasMark: boolean;
}

/** The text of a file that is known to be one. A file in another encoding than UTF-8 becomes UTF-8 when it is written. */
export function textFile(file: string, bytes: Uint8Array): TextFile {
  const decoded = decodeFile(file, bytes);
  const text = "text" in decoded ? decoded.text : "";
  const hasMark = text.startsWith("\uFEFF") || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
  return { text: text.replace(/^\uFEFF/, ""), hasMark };
}

/** The bytes of a text in the manner of the file that was there. */
export function toBytes(text: string, like: TextFile | null = null): Uint8Array {
  return new TextEncoder().encode(like?.hasMark ? `\uFEFF${text}` : text);
}

/** A text with the line ends LF. */
export function withLf(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** A text with LF, with the line ends that another text mostly has. */
export function withLineEndsOf(text: string, like: string): string {
  const all = like.split("\n").length - 1;
  const crlf = like.split("\r\n").length - 1;
  return crlf * 2 > all ? text.replaceAll("\n", "\r\n") : text;
}
