// Intl.Segmenter takes the point of these for the end of a sentence. Compared without case.
const ABBREVIATIONS = new Set(
  "dr mr mrs ms prof st jr sr vs etc approx dept e.g i.e cf ca fig vol pp a.m p.m u.k u.s".split(" "),
);
const LAST_WORD = /([\p{L}.]+)\.["'”’)\]]*\s*$/u;

/**
 * The sentences of a text, each with the white space behind it, so that they join to the text again. Points of common
 * abbreviations ("Dr.", "e.g.") do not end one. English rules, whatever the locale.
 */
export function splitSentences(text: string): string[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const sentences: string[] = [];
  let open = "";
  for (const { segment } of segmenter.segment(text)) {
    open += segment;
    const last = LAST_WORD.exec(segment)?.[1]?.toLowerCase();
    if (last !== undefined && ABBREVIATIONS.has(last)) continue;
    sentences.push(open);
    open = "";
  }
  if (open !== "") sentences.push(open);
  return sentences;
}
