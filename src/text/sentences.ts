// Intl.Segmenter takes the point of these for the end of a sentence. Compared without case.
const ABBREVIATIONS = new Set(
  "dr mr mrs ms prof st jr sr vs etc approx dept e.g i.e cf ca fig vol pp a.m p.m u.k u.s".split(" "),
);
const LAST_WORD = /([\p{L}.]+)\.["'”’)\]]*$/u;
// More than an abbreviation with a letter before it and the quotation marks and brackets behind it.
const LONGEST_END = 24;

// Making one takes longer than parting a turn.
let segmenter: Intl.Segmenter | undefined;

// The rules of Unicode end a sentence at every line break. Lines of a hard-wrapped text break anywhere; an empty line
// still ends one.
const BREAKS = /\s*\n\s*/g;

/**
 * The sentences of a text, each with the white space behind it, so that they join to the text again. Points of common
 * abbreviations ("Dr.", "e.g.") do not end one, nor does a line break; an empty line does. English rules, whatever the
 * locale. Line ends are LF.
 */
export function splitSentences(text: string): string[] {
  segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
  const sentences: string[] = [];
  let open = "";
  // As long as the text, so that offsets are the same.
  const unwrapped = text.replace(BREAKS, (run) => (/\n.*\n/s.test(run) ? "\n" : " ").padStart(run.length));
  for (const { segment, index } of segmenter.segment(unwrapped)) {
    open += text.slice(index, index + segment.length);
    const last = LAST_WORD.exec(segment.trimEnd().slice(-LONGEST_END))?.[1]?.toLowerCase();
    if (last !== undefined && ABBREVIATIONS.has(last)) continue;
    sentences.push(open);
    open = "";
  }
  if (open !== "") sentences.push(open);
  return sentences;
}
