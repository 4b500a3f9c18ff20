import { byteText } from "../text/byte-text";
import { canonicalText } from "../text/canonical";
import { decodeSingleByte } from "../text/code-pages";
import type { Block } from "../transcripts/document";
import { looksLikeHtml } from "../transcripts/html";
import { readHtml } from "../transcripts/html-document";
import { looksLikeRtf } from "../transcripts/rtf";
import { readRtfText } from "../transcripts/rtf-text";
import { decodeText } from "./decode-text";
import { pageOfMht } from "./mht-page";

/**
 * What a part shows that a Word document holds whole in another format, as programs make that write HTML into an empty
 * document; null for a format that is not read here. Its lines are none of the document's.
 */
export function readChunk(bytes: Uint8Array, name: string): readonly Block[] | null {
  const bare = byteText(bytes.subarray(0, 200));
  if (looksLikeRtf(bare)) return withoutLines(readRtfText(byteText(bytes), decodeSingleByte, () => 1).blocks);
  const page = pageOfMht(bytes);
  const decoded = decodeText(name, page ?? bytes);
  if ("issue" in decoded) return null;
  const text = canonicalText(decoded.text);
  if (looksLikeHtml(text)) return withoutLines(readHtml(text).blocks);
  if (!name.toLowerCase().endsWith(".txt")) return null;
  return text.split("\n").flatMap((line): Block[] => {
    return line.trim() === "" ? [] : [{ kind: "paragraph", text: line, bold: [], heading: 0, lines: [null] }];
  });
}

function withoutLines(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind === "paragraph") return { ...block, lines: block.lines.map(() => null) };
    return block.kind === "aside" ? block : { ...block, rows: block.rows.map((row) => row.map(withoutLines)) };
  });
}
