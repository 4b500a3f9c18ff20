const MOST_ODD = 0.1;
// What nobody writes between two letters: signs, and quotation marks that open or close. Text of other encodings is
// full of them.
const ODD_BETWEEN_LETTERS = /(?<=\p{L})[‚ƒ„†‡ˆ‰‹“”•˜™›¡-©«-¶¸¹»-¿×÷](?=\p{L})/gu;
// A capital behind a small letter: "SchŠn".
const ODD_CAPITAL = /(?<=\p{Ll})[À-ÖØ-ÞŠŒŽŸ]/gu;

/** True if a text that was read as Windows-1252 looks like a Western language: hardly any sign stands where none can. */
export function isPlausibleWestern(text: string): boolean {
  const all = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const odd = count(ODD_BETWEEN_LETTERS) + count(ODD_CAPITAL);
  return odd <= all * MOST_ODD;
}
