/** Text in lower case, without accents, with plain apostrophes: what compromise compares words by. */
export function foldLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ＇]/g, "'")
    .toLowerCase();
}
