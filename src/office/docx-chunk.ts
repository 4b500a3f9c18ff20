import { byteText } from "../text/byte-text";
import { canonicalText } from "../text/canonical";
import { decodeSingleByte } from "../text/code-pages";
import type { DocumentText } from "../transcripts/document";
import { documentBuilder } from "../transcripts/document-builder";
import { looksLikeHtml } from "../transcripts/html";
import { readHtml } from "../transcripts/html-document";
import { looksLikeRtf } from "../transcripts/rtf";
import { readRtfText } from "../transcripts/rtf-text";
import { decodeText } from "./decode-text";
import { pageOfMht } from "./mht-page";

/**
 * What a part shows that a Word document holds whole in another format, as programs make that write HTML into an empty
 * document; null for a format that is not read here.
 */
export function readChunk(bytes: Uint8Array, name: string): DocumentText | null {
  const bare = byteText(bytes.subarray(0, 200));
  if (looksLikeRtf(bare)) return readRtfText(byteText(bytes), decodeSingleByte, () => 1).document;
  const page = pageOfMht(bytes);
  const decoded = decodeText(name, page ?? bytes);
  if ("issue" in decoded) return null;
  const text = canonicalText(decoded.text);
  if (looksLikeHtml(text)) return readHtml(text).document;
  if (!name.toLowerCase().endsWith(".txt")) return null;
  const builder = documentBuilder();
  for (const line of text.split("\n")) {
    builder.text(line);
    builder.endParagraph();
  }
  return builder.finish();
}
