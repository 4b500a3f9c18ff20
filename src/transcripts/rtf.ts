import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { tooMany } from "../issues/too-many";
import { type ByteDecoder, decodeSingleByte } from "../text/code-pages";
import { brokenFile } from "./broken-file";
import { readingFromDocument } from "./document-reading";
import { lineCounter } from "./line-counter";
import type { Reading } from "./reading";
import { DEEPEST_GROUP, type RtfText, readRtfText } from "./rtf-text";

/** True for text that begins as a rich text file does. */
export function looksLikeRtf(text: string): boolean {
  return /^\s{0,100}\{\\rtf/.test(text.slice(0, 200));
}

/**
 * Reads a rich text file (RTF). Each character of the source is one byte of the file; since nearly all files hold ASCII
 * only, text decoded as UTF-8 or Windows-1252 does as well.
 *
 * Paragraphs with labels become turns, as in plain text; bold words and names on lines of their own may be labels too; a
 * table with a column of speakers has a turn in each row; headings that name one interview after the other split the file.
 * Running heads, footnotes, comments and text boxes go to the remainder; deleted and hidden text, pictures and fields'
 * codes are left out, and so are the bullets and numbers that a program puts before the items of a list.
 *
 * @param decode Turns bytes of a code page into text; by default single-byte pages only, without Chinese, Japanese and
 * Korean ones.
 */
export function parseRtf(source: Source, decode: ByteDecoder = decodeSingleByte): Reading {
  const read = readRtfText(source.text, decode, lineCounter(source.text));
  if (read.isTooDeep) {
    const most = `${DEEPEST_GROUP} groups within each other`;
    return { drafts: [], issues: [tooMany(source.file, most)] };
  }
  return readingFromDocument(read.document, { file: source.file, title: null, issues: problems(source, read) });
}

function problems(source: Source, { unknownByte, unknownPage, isCut }: RtfText): Issue[] {
  const found: Issue[] = [];
  if (unknownByte !== null) {
    const { line, column } = source.place(unknownByte);
    const place = {
      file: source.file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
    found.push(
      issue("wrong-encoding", `This letter cannot be read: the file's code page ${unknownPage} does not have it.`, {
        hint: "Open the file in a word processor and save it as .docx or .odt.",
        place,
      }),
    );
  }
  if (isCut) {
    const hint = "What there is was read. Check that the file is whole, or save it again.";
    found.push(brokenFile(source, "The rich text ends before it is complete.", source.text.length - 1, hint));
  }
  return found;
}
