// A word is a run of letters, digits and marks, with apostrophes and hyphens inside it: "don't" and "co-worker" are one.
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‐-][\p{L}\p{N}\p{M}]+)*/gu;

/** The number of words in a text. "don't" and "co-worker" are one word each; a stretch of CJK without blanks is one. */
export function countWords(text: string): number {
  let count = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) count++;
  return count;
}
