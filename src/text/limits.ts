// What one file can have at most: far more than any that people made, and so much that it is read in seconds. More is the
// issue "too-large". docs/transcripts.md tells them ("Hostile files").

/** Bytes of any file. With five times as much memory, it fits where Node's programs have two gigabytes. */
export const LARGEST_FILE = 250_000_000;
/** Turns of all transcripts in one file. */
export const MOST_TURNS = 2_000_000;
/** Transcripts in one file: each has a text, turns and facts of its own, which take a kilobyte however few its words are. */
export const MOST_TRANSCRIPTS = 100_000;
/** People who speak in one file, told by their labels. */
export const MOST_SPEAKERS = 100_000;
/** Subtitles, or stretches of them that one voice speaks, and intervals of a tier; several can make a turn. */
export const MOST_PIECES = 1_500_000;
/** Lines of running text. */
export const MOST_LINES = 2_500_000;
/** Lines of subtitles, of which each has some. */
export const MOST_SUBTITLE_LINES = 6_000_000;
/** Signs that open or close a coding mark, and commas between codes. */
export const MOST_MARK_SIGNS = 400_000;
/** Identifiers and codes of a ROCK source, of which each utterance has some. */
export const MOST_ROCK_MARKS = 2_000_000;
/** Lines of a document, those within paragraphs too. */
export const MOST_DOCUMENT_LINES = 2_500_000;
/** The same where they are short, 24 letters on average or less. */
export const MOST_SHORT_LINES = 1_000_000;
/** Records and lists of a JSON text. */
export const MOST_RECORDS = 2_000_000;
/** Different keys of a JSON text, those left out that are numbers. */
export const MOST_JSON_KEYS = 250_000;
/** Rows of a table: as many as a sheet of Excel has. */
export const MOST_ROWS = 1_048_576;
/** Cells of a table. */
export const MOST_CELLS = 5_000_000;
/** Rows of a table that belongs to a study (participants, codings, codes), and lines of a .jsonl; the header not counted. */
export const MOST_TABLE_ROWS = 100_000;
/** Columns of such a table: as many as a sheet of Excel has. */
export const MOST_COLUMNS = 16_384;
/** Cells of such a table. */
export const MOST_TABLE_CELLS = 2_000_000;
/** Characters of one row of it, and of one line of a .jsonl. */
export const LONGEST_ROW = 1_000_000;
/** Characters of the whole of it. */
export const LONGEST_TABLE = 30_000_000;
/** Characters of the front matter of a transcript or a memo. */
export const LONGEST_FRONT_MATTER = 100_000;
/** Codes and sets of a REFI-QDA codebook. */
export const MOST_CODEBOOK_ENTRIES = 100_000;
/** Keys, items, brackets, anchors and directives of any other YAML. */
export const MOST_YAML_VALUES = 100_000;
/** Lines of any other YAML: those of long texts are no values. */
export const MOST_YAML_LINES = 500_000;
/** Characters of any other YAML. */
export const LONGEST_YAML = 20_000_000;
/** Marks that compose with the letter before them, in a row. */
export const MOST_COMBINING = 100;
