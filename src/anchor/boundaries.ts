// Letters, digits and marks of scripts that put blanks between words. In the others a word's edge cannot be seen.
const WORD =
  /^(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}])[\p{L}\p{N}\p{M}]/u;
// What belongs to the character before it: combining marks, variation selectors, skin tones, the joiner of emoji.
const CONTINUES = /^[\p{M}\p{EMod}\u200d]/u;
const JOINER = "\u200d";
// "don't" and "co-worker" are one word each, as in src/text/words.ts.
const INNER = /^['’‐-]/;

/** True if the offset (UTF-16 code units) is inside a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff && offset < text.length;
}

/** True if text cut at this offset leaves a part of a character on either side: a pair, a combining mark, a joined emoji. */
export function cutsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  return splitsPair(text, offset) || CONTINUES.test(characterAt(text, offset)) || text[offset - 1] === JOINER;
}

/** True if text cut at this offset leaves a part of a word or of a character on either side: "pe|er", "can|'t". */
export function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  if (cutsCharacter(text, offset)) return true;
  const before = characterBefore(text, offset);
  const after = characterAt(text, offset);
  if (WORD.test(before)) return WORD.test(after) || (INNER.test(after) && WORD.test(characterAt(text, offset + 1)));
  return INNER.test(before) && WORD.test(after) && WORD.test(characterBefore(text, offset - 1));
}

function characterAt(text: string, offset: number): string {
  return text.slice(offset, offset + 2);
}

function characterBefore(text: string, offset: number): string {
  return text.slice(splitsPair(text, offset - 1) ? offset - 2 : Math.max(0, offset - 1), offset);
}
