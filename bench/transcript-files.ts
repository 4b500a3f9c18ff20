// Invented transcripts in the formats that programs export, as large as asked for.
import { closeSync, openSync, writeSync } from "node:fs";
import { LABEL_STYLES, makeConversation } from "./conversation";
import type { Format, Said } from "./formats";
import { makeLanguage } from "./language";
import { seededRandom } from "./random";

/** Which letters the words have. */
export type Letters = "plain" | "typographic";

const SEED = 1;
// So much speech is invented; a larger file says it again, at other times.
const TURNS = 10_000;
const TURNS_AT_ONCE = 100;
const MILLISECONDS_A_LETTER = 70;
const PAUSE = 120;

/**
 * Writes a file in a format, of this many bytes or a little more, and of 100 turns at least. The same format and size give
 * the same file.
 *
 * @param letters "typographic" has curly apostrophes, dashes and accents, as word processors write them; "plain" is ASCII,
 * as recognisers write it. Programs keep a text with a single curly apostrophe in twice the memory.
 */
export function writeTranscript(file: string, format: Format, bytes: number, letters: Letters): void {
  const said = speech(letters);
  const handle = openSync(file, "w");
  let written = writeSync(handle, format.head);
  let time = 0;
  let index = 0;
  do {
    const parts: string[] = [];
    for (const last = index + TURNS_AT_ONCE; index < last; index++) {
      const { name, words } = saidAt(said, index, format.together ?? 1);
      const end = time + words.length * MILLISECONDS_A_LETTER;
      parts.push(format.turn({ index, name, words, start: time, end }));
      time = end + PAUSE;
    }
    written += writeSync(handle, parts.join(""));
  } while (written < bytes);
  writeSync(handle, format.foot);
  closeSync(handle);
}

/** A turn of a file that holds several of those that are invented. */
function saidAt(
  said: readonly Pick<Said, "name" | "words">[],
  index: number,
  together: number,
): Pick<Said, "name" | "words"> {
  const own = Array.from({ length: together }, (_, nth) => said[(index * together + nth) % said.length]);
  return { name: said[index % said.length]?.name ?? "", words: own.map((each) => each?.words ?? "").join(" ") };
}

const invented = new Map<Letters, readonly Pick<Said, "name" | "words">[]>();

/** What is said, from the seed; invented when first asked for. */
function speech(letters: Letters): readonly Pick<Said, "name" | "words">[] {
  const known = invented.get(letters) ?? invent(letters);
  invented.set(letters, known);
  return known;
}

function invent(letters: Letters): Pick<Said, "name" | "words">[] {
  const random = seededRandom(SEED);
  const language = makeLanguage(random, 6000);
  const [style] = LABEL_STYLES;
  if (style === undefined) throw new RangeError("There is no style of labels.");
  const person = { id: "Ana", name: "Ana" };
  const { text, turns } = makeConversation(random, language, { turns: TURNS, person, style });
  return turns.map(({ start, end, asked }) => {
    const words = text.slice(start, end).replace(/\s+/g, " ");
    return { name: asked ? "Interviewer" : "Ana", words: letters === "plain" ? inAscii(words) : words };
  });
}

function inAscii(words: string): string {
  return words
    .replaceAll("’", "'")
    .replaceAll("…", "...")
    .replaceAll("–", "-")
    .replaceAll("é", "e")
    .replaceAll("É", "E");
}
