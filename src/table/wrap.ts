import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
// Characters that fill one place each: Latin letters, dashes, curly quotation marks. Measured by length, since
// string-width looks at every grapheme; without the soft hyphen and the signs that are emoji.
const NARROW = /^[ -~\u00A0-\u00A8\u00AA-\u00AC\u00AF-\u02FF\u2010-\u2027\u2030-\u203B]*$/;
// Closing marks of wide scripts stay with the character before.
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;

/** How many places of a terminal the text takes: 2 for wide letters and emoji, 0 for combining marks. */
export function displayWidth(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/**
 * The text in lines of at most this display width (at least 2), broken at blanks and around wide letters (Chinese has no
 * blanks). A word that is longer than a line is carried on in the next; nothing but the blanks at a break is left out.
 * Line breaks of the text stay.
 */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => (displayWidth(line) <= width ? line : wrapLine(line, width)));
}

/** The widest part of a text that `wrap` would keep together if it had room for it. */
export function longestWord(text: string): number {
  let longest = 0;
  for (const word of text.split(/[ \n]+/)) {
    for (const piece of pieces(word, Number.POSITIVE_INFINITY)) longest = Math.max(longest, displayWidth(piece));
  }
  return longest;
}

/** The text with zero-width spaces where words longer than this display width may break, for formats that wrap by themselves. */
export function breakable(text: string, width: number): string {
  return text.replace(/[^ \n]+/g, (word) => (displayWidth(word) <= width ? word : pieces(word, width).join("\u200B")));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  let filled = 0;
  let blanks = "";
  for (const token of line.match(/ +|[^ ]+/g) ?? []) {
    if (token.startsWith(" ")) {
      blanks = token;
      continue;
    }
    for (const piece of pieces(token, width)) {
      const needed = displayWidth(piece);
      if (current !== "" && filled + blanks.length + needed <= width) {
        current += blanks + piece;
        filled += blanks.length + needed;
      } else {
        if (current !== "") lines.push(current);
        current = piece;
        filled = needed;
      }
      blanks = "";
    }
  }
  return [...lines, current];
}

/** The parts of a word between which a line may break, each as wide as the line at most. */
function pieces(word: string, width: number): string[] {
  if (NARROW.test(word) && word.length <= width) return [word];
  const parts: string[] = [];
  let current = "";
  let filled = 0;
  let afterWide = false;
  for (const { segment } of graphemes.segment(word)) {
    const needed = displayWidth(segment);
    const breaks = (needed === 2 || afterWide) && !CLOSING.test(segment);
    if (current !== "" && (breaks || filled + needed > width)) {
      parts.push(current);
      current = "";
      filled = 0;
    }
    current += segment;
    filled += needed;
    afterWide = needed === 2;
  }
  return [...parts, current];
}
