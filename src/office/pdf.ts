import { type Issue, issue } from "../issues/issue";
import { byteText } from "../text/byte-text";
import { canonicalText } from "../text/canonical";
import { draftFromText } from "../transcripts/draft-from-text";
import type { Reading, TranscriptDraft } from "../transcripts/reading";
import { broken, damaged } from "./archive";
import { withoutPictures } from "./pdf-bomb";
import { findFurniture } from "./pdf-furniture";
import type { PdfLine } from "./pdf-lines";
import { readPages } from "./pdf-pages";

// Lines farther apart than this many times the usual distance are two paragraphs.
const PARAGRAPH = 1.3;
const HYPHENS_NAMED = 5;
const DAMAGED = "This PDF is cut off or damaged.";

/** True for bytes that begin as a PDF does; a few bytes may stand before it. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes("%PDF-");
}

/**
 * Reads the text layer of a PDF: lines in reading order, paragraphs where the lines stand apart, and turns by their labels
 * as in plain text. Words that are hyphenated at the end of a line stay as printed and are counted in a warning. Page
 * numbers and running heads are in the remainder. A scan without text is the error "no-text-layer"; pages without text
 * among others are a warning.
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<Reading> {
  const readable = withoutPictures(bytes);
  if (readable === null) return failed(tooLarge("This PDF is too large when unzipped; no transcript is.", file));
  let pages: PdfLine[][] | null;
  try {
    pages = await readPages(readable);
  } catch (error) {
    return failed(unreadable(error, file));
  }
  if (pages === null) return failed(tooLarge("This PDF has more pages or text than any transcript.", file));
  const isCut = endsEarly(bytes);
  if (pages.every((lines) => lines.length === 0)) {
    return failed(isCut ? damaged(file, "a PDF viewer", DAMAGED) : noText(pages.length, file));
  }
  const furniture = findFurniture(pages);
  const { text, linePages } = textOf(pages, furniture);
  const draft = draftFromText(text);
  const printed = pages.flatMap((lines) => lines.filter((line) => furniture.has(line)).map((line) => line.text));
  const whole: TranscriptDraft = { ...draft, remainder: [...draft.remainder, ...printed] };
  const cut = isCut ? [broken(file, "This PDF ends before it is complete.", "a PDF viewer")] : [];
  const issues = [...cut, ...emptyPages(pages, file), ...hyphenated(text, linePages, file)];
  if (draft.turns.length === 0) {
    const hint = 'Check that each turn begins with its speaker, as in "Interviewer: ...".';
    issues.push(issue("transcript-without-turn", "No turn was found in this transcript.", { hint, place: { file } }));
  }
  return { drafts: [whole], issues };
}

/** True if the mark at the end of a PDF is missing, or if more of a PDF follows the last one. */
function endsEarly(bytes: Uint8Array): boolean {
  const text = byteText(bytes);
  const end = text.lastIndexOf("%%EOF");
  return end === -1 || /\bobj\b|endstream|startxref/.test(text.slice(end));
}

function failed(problem: Issue): Reading {
  return { drafts: [], issues: [problem] };
}

function tooLarge(message: string, file: string): Issue {
  const hint = "If this is a real transcript, open the PDF and save it again, or copy its text into a text file.";
  return issue("too-large", message, { hint, place: { file } });
}

function unreadable(error: unknown, file: string): Issue {
  if (error instanceof Error && error.name === "PasswordException") {
    const hint = "Open it with the password and save or print it as a PDF without, or copy its text into a text file.";
    return issue("unreadable-file", "This PDF is protected by a password.", { hint, place: { file } });
  }
  return damaged(file, "a PDF viewer", DAMAGED);
}

function noText(pages: number, file: string): Issue {
  const hint =
    "It is probably a scan. Let a program for text recognition (OCR) read it, check the words, and save them as text or Word.";
  const counted = pages === 1 ? "its page" : `any of its ${pages} pages`;
  return issue("no-text-layer", `This PDF has no text on ${counted}.`, { hint, place: { file } });
}

/** The text of the pages, a blank line between paragraphs, and the page of each line. */
function textOf(
  pages: readonly (readonly PdfLine[])[],
  furniture: ReadonlySet<PdfLine>,
): { text: string; linePages: number[] } {
  const usual = usualDistance(pages);
  const written: string[] = [];
  const linePages: number[] = [];
  pages.forEach((lines, page) => {
    let above: PdfLine | undefined;
    for (const line of lines) {
      if (furniture.has(line)) continue;
      const last = written.at(-1);
      // On a new page a paragraph goes on unless a sentence ended.
      const isApart =
        above === undefined
          ? last !== undefined && /[.?!…:]["'”’»)\]]*$/.test(last)
          : Math.abs(above.y - line.y) > Math.max(usual, line.height) * PARAGRAPH || line.y > above.y;
      if (isApart) {
        written.push("");
        linePages.push(page + 1);
      }
      written.push(canonicalText(line.text).replaceAll("\n", " "));
      linePages.push(page + 1);
      above = line;
    }
  });
  return { text: written.join("\n"), linePages };
}

/** The distance that most lines have to the next. */
function usualDistance(pages: readonly (readonly PdfLine[])[]): number {
  const distances = pages
    .flatMap((lines) => lines.slice(1).map((line, index) => (lines[index]?.y ?? line.y) - line.y))
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b);
  // Lines within a paragraph are the nearer ones; where each paragraph is one line, all are alike.
  return distances[Math.floor(distances.length / 3)] ?? 0;
}

function emptyPages(pages: readonly (readonly PdfLine[])[], file: string): Issue[] {
  const empty = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []));
  if (empty.length === 0) return [];
  const named = empty.length === 1 ? `Page ${empty[0]} has` : `The pages ${empty.slice(0, 20).join(", ")} have`;
  return [
    issue("page-without-text", `${named} no text.`, {
      hint: "Nothing if they are empty; if they are scanned, let a program for text recognition (OCR) read the file.",
      place: { file },
    }),
  ];
}

function hyphenated(text: string, linePages: readonly number[], file: string): Issue[] {
  const found: string[] = [];
  let firstPage = 0;
  const lines = text.split("\n");
  lines.forEach((line, index) => {
    const [head = ""] = /\p{L}{1,40}[-\u00ad\u2010]$/u.exec(line) ?? [];
    const [tail = ""] = /^\p{Ll}\p{L}{0,40}/u.exec(lines[index + 1] ?? "") ?? [];
    if (head === "" || tail === "") return;
    if (found.length === 0) firstPage = linePages[index] ?? 0;
    found.push(`"${head}${tail}"`);
  });
  if (found.length === 0) return [];
  const named = `${found.slice(0, HYPHENS_NAMED).join(", ")}${found.length > HYPHENS_NAMED ? " ..." : ""}`;
  const counted = found.length === 1 ? "One word is" : `${found.length} words are`;
  return [
    issue("hyphenated-words", `${counted} hyphenated at the end of a line, first on page ${firstPage}: ${named}.`, {
      hint: "They stay as printed, and a search for the whole word does not find them. A Word or text file does not have them.",
      place: { file },
    }),
  ];
}
