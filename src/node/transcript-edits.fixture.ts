// Edits as people make them in transcripts after these were coded, drawn from a seed, on a text that remembers for each
// of its characters which one of the original it is or stands for.

/** A text under edit. `origins` has, for each UTF-16 code unit, the offset in the original; -1 for inserted text. */
export interface EditedText {
  readonly text: string;
  readonly origins: readonly number[];
}

/** One kind of edit; null where the text gives no occasion for it. */
type Edit = (edited: EditedText, draw: (below: number) => number) => EditedText | null;

export function unedited(text: string): EditedText {
  return { text, origins: Array.from({ length: text.length }, (_, index) => index) };
}

/** Numbers from a seed: the same in every run (mulberry32). */
export function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** The new words stand for the ones they replace. */
function replaced({ text, origins }: EditedText, start: number, end: number, words: string): EditedText {
  const stands = Array.from({ length: words.length }, (_, index) => origins[Math.min(start + index, end - 1)] ?? -1);
  return {
    text: text.slice(0, start) + words + text.slice(end),
    origins: [...origins.slice(0, start), ...stands, ...origins.slice(end)],
  };
}

function inserted({ text, origins }: EditedText, at: number, words: string): EditedText {
  return {
    text: text.slice(0, at) + words + text.slice(at),
    origins: [...origins.slice(0, at), ...Array.from(words, () => -1), ...origins.slice(at)],
  };
}

function deleted({ text, origins }: EditedText, start: number, end: number): EditedText {
  return { text: text.slice(0, start) + text.slice(end), origins: [...origins.slice(0, start), ...origins.slice(end)] };
}

function matches(text: string, pattern: RegExp): { start: number; end: number; words: string }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: match[0],
  }));
}

const LINE = /[^\n]+/g;
const SENTENCE = /(?<=[.?!] )[A-Z][^.?!\n]*[.?!](?= )/g;

const ODD_LETTERS = "etaoinshrdlu";

export const EDITS: Readonly<Record<string, Edit>> = {
  "a letter mended": (edited, draw) => {
    const words = matches(edited.text, /\p{L}{4,}/gu);
    const word = words[draw(words.length)];
    if (word === undefined) return null;
    const at = word.start + draw(word.words.length);
    return replaced(edited, at, at + 1, ODD_LETTERS.charAt(draw(ODD_LETTERS.length)));
  },
  "a doubled word taken out, or a filler": (edited, draw) => {
    const fillers = matches(edited.text, /\b(?:um|er|you know|I mean|well),? /g);
    const filler = fillers[draw(fillers.length)];
    return filler === undefined ? null : deleted(edited, filler.start, filler.end);
  },
  "a missed word put in": (edited, draw) => {
    const blanks = matches(edited.text, /(?<=\p{L}) (?=\p{L})/gu);
    const blank = blanks[draw(blanks.length)];
    const words = ["just ", "really ", "sort of ", "[inaudible] "];
    return blank === undefined ? null : inserted(edited, blank.end, words[draw(words.length)] ?? "");
  },
  "a name replaced throughout": (edited, draw) => {
    const names = matches(edited.text, /(?<=[a-z,] )[A-Z][a-z]{2,}/g);
    const name = names[draw(names.length)]?.words;
    if (name === undefined) return null;
    const other = ["[name]", "[worker 2]", "Robin", "Al"][draw(4)] ?? "";
    const places = matches(edited.text, new RegExp(`\\b${name}\\b`, "g")).reverse();
    return places.reduce((text, { start, end }) => replaced(text, start, end, other), edited);
  },
  "a paragraph put in": (edited, draw) => {
    const lines = matches(edited.text, LINE);
    const line = lines[draw(lines.length)];
    const words = ["Interviewer: Shall I shut the window?\n", "[A trolley goes past. The recording stops.]\n", "\n"];
    return line === undefined ? null : inserted(edited, line.start, words[draw(words.length)] ?? "");
  },
  "a paragraph taken out": (edited, draw) => {
    const lines = matches(edited.text, LINE);
    const line = lines[draw(lines.length)];
    return line === undefined ? null : deleted(edited, line.start, Math.min(edited.text.length, line.end + 1));
  },
  "a paragraph pasted a second time": (edited, draw) => {
    const lines = matches(edited.text, LINE);
    const [line, before] = [lines[draw(lines.length)], lines[draw(lines.length)]];
    if (line === undefined || before === undefined) return null;
    const { text, origins } = edited;
    // The second copy holds the words that were coded as much as the first.
    return {
      text: `${text.slice(0, before.start)}${line.words}\n${text.slice(before.start)}`,
      origins: [
        ...origins.slice(0, before.start),
        ...origins.slice(line.start, line.end),
        -1,
        ...origins.slice(before.start),
      ],
    };
  },
  "two sentences swapped": (edited, draw) => {
    const sentences = matches(edited.text, SENTENCE);
    const at = draw(sentences.length - 1);
    const [first, second] = [sentences[at], sentences[at + 1]];
    if (first === undefined || second === undefined || second.start !== first.end + 1) return null;
    const { text, origins } = edited;
    const swap = <T>(from: (start: number, end: number) => T) => [
      from(0, first.start),
      from(second.start, second.end),
      from(first.end, second.start),
      from(first.start, first.end),
      from(second.end, text.length),
    ];
    return {
      text: swap((start, end) => text.slice(start, end)).join(""),
      origins: swap((start, end) => origins.slice(start, end)).flat(),
    };
  },
  "quotation marks and dashes set as a word processor does": (edited) => {
    const marks = matches(edited.text, /["']|\.\.\.| -- | - /g).reverse();
    const typeset: Readonly<Record<string, string>> = { "'": "’", "...": "…", " -- ": "—", " - ": " – " };
    return marks.reduce(
      (text, { start, end, words }) =>
        replaced(text, start, end, typeset[words] ?? (/\S/.test(edited.text[start - 1] ?? " ") ? "”" : "“")),
      edited,
    );
  },
  "a comma taken out": (edited, draw) => {
    const commas = matches(edited.text, /,(?= )/g);
    const comma = commas[draw(commas.length)];
    return comma === undefined ? null : deleted(edited, comma.start, comma.end);
  },
  "a full stop and a capital made of a comma": (edited, draw) => {
    const commas = matches(edited.text, /, [a-z]/g);
    const comma = commas[draw(commas.length)];
    if (comma === undefined) return null;
    return replaced(edited, comma.start, comma.end, `. ${comma.words.slice(2).toUpperCase()}`);
  },
  "a line broken, or two joined": (edited, draw) => {
    const blanks = matches(edited.text, /(?<=[a-z]) (?=[a-z])/g);
    const blank = blanks[draw(blanks.length)];
    return blank === undefined ? null : replaced(edited, blank.start, blank.end, "\n");
  },
  "the interviewer named otherwise throughout": (edited) => {
    const labels = matches(edited.text, /^(?:Interviewer|I|INT)(?=:)/gm).reverse();
    return labels.length === 0
      ? null
      : labels.reduce(
          (text, { start, end, words }) => replaced(text, start, end, words === "INT" ? "Interviewer" : "INT"),
          edited,
        );
  },
};
