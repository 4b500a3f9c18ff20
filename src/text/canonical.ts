import { MOST_COMBINING } from "./limits";

/** The canonical form of a text: byte order mark off, NFC, line ends LF. */
export function canonicalText(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const unixLines = withoutMark.includes("\r") ? withoutMark.replace(/\r\n?/g, "\n") : withoutMark;
  return composed(unixLines);
}

// Normalization copies what it is given, and copies it again.
const AT_ONCE = 1 << 18;
// Below U+0300 nothing composes with what stands before it, so that a text can be cut there.
const COMBINING = 0x300;

// Letters and marks that neither compose with others nor decompose: those of Latin text, punctuation, Chinese characters.
const UNSURE = /[^\0-\u02ff\u2010-\u2027\u2030-\u205e\u4e00-\u9fff]/;

/** The text in NFC, which most texts are in already; of those, no copy is kept. */
function composed(text: string): string {
  if (!UNSURE.test(text) || hasPile(text)) return text;
  if (text.length <= AT_ONCE) return text.normalize("NFC");
  const pieces: string[] = [];
  let isSame = true;
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + AT_ONCE;
    while (end < text.length && text.charCodeAt(end) >= COMBINING) end++;
    const piece = text.slice(start, end);
    const normal = piece.normalize("NFC");
    isSame &&= normal === piece;
    pieces.push(normal);
  }
  return isSame ? text : pieces.join("");
}

// A pattern without a greatest number fails on a megabyte of marks.
const MARKS = new RegExp(`\\p{M}{30,${MOST_COMBINING + 1}}`, "gu");

/** True if more marks stand on one letter than any language has: to bring them into order takes the square of their number. */
function hasPile(text: string): boolean {
  for (const [marks] of text.matchAll(MARKS)) if (marks.length > MOST_COMBINING) return true;
  return false;
}

/** A short fingerprint of a text (FNV-1a, 32 bits, eight hexadecimal digits). For noticing changes, not for security. */
export function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
