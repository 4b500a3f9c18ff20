import type { Reading } from "../transcripts/reading";
import { looksLikeDoc, readDoc } from "./doc";
import { looksLikeDocx, readDocx } from "./docx";
import { looksLikeOdt, readOdt } from "./odt";
import { looksLikePdf, readPdf } from "./pdf";
import { looksLikeXlsx, readXlsx } from "./xlsx";

/** A format of documents that are no text: how it is called, how it is told by its bytes, and how it is read. */
interface DocumentFormat {
  readonly name: string;
  looksLike(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array, file: string): Promise<Reading>;
}

const FORMATS: readonly DocumentFormat[] = [
  { name: "Word", looksLike: looksLikeDocx, read: readDocx },
  { name: "OpenDocument", looksLike: looksLikeOdt, read: readOdt },
  { name: "Excel", looksLike: looksLikeXlsx, read: readXlsx },
  { name: "Word 97", looksLike: looksLikeDoc, read: readDoc },
  { name: "PDF", looksLike: looksLikePdf, read: readPdf },
];

/** The format of a document, by its bytes; null if it is in none of these. */
export function documentFormatOf(bytes: Uint8Array): DocumentFormat | null {
  return FORMATS.find((each) => each.looksLike(bytes)) ?? null;
}
