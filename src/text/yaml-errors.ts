// What the YAML parser says, put so that it helps somebody who never read the YAML specification. The first row whose
// pattern fits "CODE message" is taken.
const QUOTE_IT = 'Put the whole value into "double" quotation marks.';
const PUT_IN_LINE = "Keys of one record, and dashes of one list, stand exactly under each other.";
const EXPLANATIONS: readonly (readonly [pattern: RegExp, message: string, hint: string])[] = [
  [
    /^TAB_AS_INDENT/,
    "A tab indents this line, and YAML allows only blanks there.",
    "Replace the tab by blanks, and those in the lines below as well.",
  ],
  [/^DUPLICATE_KEY/, "This key is in its record twice.", "Keep one of the two, or give them different names."],
  [/Unexpected ,/, "There is a comma too many here.", "Remove it."],
  [/^MISSING_CHAR Missing ,/, "A comma is missing here.", "Part the values of a list or record by commas."],
  [
    /^MULTIPLE_DOCS/,
    'A line "---" begins a second document, and a file can hold only one.',
    "Remove the line, or put what is below it into a file of its own.",
  ],
  [
    /Missing closing ["']quote/,
    "A quotation mark opens here and never closes.",
    "Close it. An apostrophe closes 'single' quotation marks: text that has one must stand in \"double\" ones.",
  ],
  [
    /at node end$/,
    "There is more text behind the end of this value.",
    `${QUOTE_IT} An apostrophe closes 'single' ones.`,
  ],
  [
    /^BLOCK_AS_IMPLICIT_KEY/,
    'A second ": " follows on the first, or a line below is indented too far.',
    'A value with ": " in it must stand in "double" quotation marks. Otherwise mend the indentation.',
  ],
  [
    /^MULTILINE_IMPLICIT_KEY|Implicit map keys need/,
    'This line has no ": " between a key and its value.',
    'Write a blank behind the colon, as in "title: My study". A no-break blank, as from a word processor, is none.',
  ],
  [/^BAD_SCALAR_START/, "A value cannot begin with this character.", QUOTE_IT],
  [/and end with a [\]}]/, "A bracket opens here and never closes.", 'Close "[" with "]" and "{" with "}".'],
  [/^BAD_INDENT|Sequence item without -/, "This line stands too far to the left or to the right.", PUT_IN_LINE],
  [/^TAG_RESOLVE_FAILED/, 'A word that begins with "!" has a special meaning in YAML and would be lost.', QUOTE_IT],
  [/^RESOURCE_EXHAUSTION/, "Lists or records stand too deep within one another.", "Write them side by side."],
];

/** A plain message and hint for an error or warning of the YAML parser; its own words where no explanation fits. */
export function explainYaml(code: string, message: string): { message: string; hint: string } {
  const [first = message] = message.split("\n");
  const found = EXPLANATIONS.find(([pattern]) => pattern.test(`${code} ${first}`));
  if (found !== undefined) return { message: found[1], hint: found[2] };
  return {
    message: `This is not valid YAML: ${first.replace(/\.$/, "")}.`,
    hint: "Check the indentation, and put values with special characters into quotation marks.",
  };
}
