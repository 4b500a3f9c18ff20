import { getDocumentProxy } from "unpdf";
import { withoutPictures } from "./pdf-bomb";
import { reckonPages } from "./pdf-forms";
import { type PdfLine, type PdfPiece, readLines } from "./pdf-lines";

/** What a PDF may have at most. A page of a book has some hundred pieces, or some thousand if each letter is one. */
const MOST_PAGES = 20_000;
const MOST_PIECES = 500_000;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The lines of each page in reading order; null for a PDF that shows more than anybody can have said. Throws what the parser does. */
export async function readPages(bytes: Uint8Array): Promise<PdfLine[][] | null> {
  const own = new Uint8Array(bytes);
  // The parser takes the bytes for itself, refuses a Buffer of Node, and prints warnings unless told not to.
  const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  try {
    if (document.numPages > MOST_PAGES || (await showsTooMuch(document, own))) return null;
    const pages: PdfLine[][] = [];
    let left = MOST_PIECES;
    for (let number = 1; number <= document.numPages; number++) {
      const pieces = await readPieces(document, number, left);
      left -= pieces.length;
      if (left <= 0) return null;
      pages.push(readLines(pieces));
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

/**
 * Whether the pages show or unpack to far more than any transcript does. What is encrypted or packed unusually is told from
 * a copy of the pages that the parser writes: its streams are as they are in the file, no more unpacked, but not encrypted.
 */
async function showsTooMuch(document: PdfDocument, bytes: Uint8Array): Promise<boolean> {
  const { info } = await document.getMetadata();
  const isEncrypted = "EncryptFilterName" in info && info.EncryptFilterName !== null;
  const { isTooMuch, isCertain, canCopy } = reckonPages(bytes, isEncrypted);
  // What cannot be copied within seconds is judged by what is known of it.
  if (isTooMuch || isCertain || !canCopy || document.numPages === 0) return isTooMuch;
  // The copy is not encrypted if pages are taken from two documents, though they are the same.
  // A damaged page that cannot be copied may be readable all the same.
  const copied = await document
    .extractPages([{ document: null }, { document: null, includePages: [0] }])
    .catch(() => null);
  if (copied === null) return false;
  const copy = new Uint8Array(copied);
  return withoutPictures(copy) === null || reckonPages(copy, false).isTooMuch;
}

/** The pieces of text on a page. No more of them are read than `most`: a page can show one stretch a million times. */
async function readPieces(document: PdfDocument, number: number, most: number): Promise<PdfPiece[]> {
  const page = await document.getPage(number);
  const reader = page.streamTextContent().getReader();
  const pieces: PdfPiece[] = [];
  // The parser waits for what it has made to be taken, and is ended with the document where nobody goes on.
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items) {
      if (item.str === undefined) continue;
      pieces.push({
        str: item.str,
        x: item.transform[4],
        y: item.transform[5],
        width: item.width,
        height: item.height,
      });
    }
    if (pieces.length >= most) return pieces;
  }
  page.cleanup();
  return pieces;
}
