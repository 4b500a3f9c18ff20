/**
 * Gives where words stand in one text: the offsets (UTF-16 code units) at which they begin, in order, overlapping ones too.
 * Not more than `most` of them.
 */
export type WordSearch = (words: string, most?: number) => readonly number[];

// An index costs about as much as so many searches through the whole text.
const WORTH_AN_INDEX = 12;
// Code units by which the index tells stretches apart.
const KEY = 6;

/** A search of one text, letter by letter. */
export function plainSearch(text: string): WordSearch {
  return (words, most = Number.POSITIVE_INFINITY) => {
    const starts: number[] = [];
    if (words === "") return starts;
    for (let at = text.indexOf(words); at !== -1 && starts.length < most; at = text.indexOf(words, at + 1)) {
      starts.push(at);
    }
    return starts;
  };
}

/**
 * A search for many words in one text. After a few it makes an index of the places behind blanks. Wherever words with a
 * blank in them stand, what follows that blank stands at such a place, so that only those with the same letters there have
 * to be looked at; words without a blank are searched letter by letter.
 */
export function wordSearch(text: string): WordSearch {
  const plain = plainSearch(text);
  let searches = 0;
  let index: BlankIndex | undefined;
  return (words, most = Number.POSITIVE_INFINITY) => {
    if (++searches <= WORTH_AN_INDEX) return plain(words, most);
    const inner = innerStart(words);
    if (inner === -1) return plain(words, most);
    index ??= blankIndex(text);
    const starts: number[] = [];
    for (let place = index.first(words, inner); place !== -1 && starts.length < most; place = index.next(place)) {
      const start = index.offset(place) - inner;
      if (start >= 0 && text.startsWith(words, start)) starts.push(start);
    }
    return starts;
  };
}

/** The offset behind the first blank in the words that has enough letters behind it; -1 if there is none. */
function innerStart(words: string): number {
  for (let at = 1; at + KEY <= words.length; at++) if (isBehindBlank(words, at)) return at;
  return -1;
}

function isBehindBlank(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) <= 32 && text.charCodeAt(at) > 32;
}

/** The places of a text behind blanks, numbered in order; those with like letters are chained. */
interface BlankIndex {
  /** The first place that may begin with the letters at an offset of the words; -1 if none does. */
  first(words: string, at: number): number;
  /** The next such place behind one; -1 if there is none. */
  next(place: number): number;
  /** Where a place is. */
  offset(place: number): number;
}

function blankIndex(text: string): BlankIndex {
  const found: number[] = [];
  for (let at = 1; at + KEY <= text.length; at++) if (isBehindBlank(text, at)) found.push(at);
  const offsets = Int32Array.from(found);
  const mask = 2 ** Math.ceil(Math.log2(offsets.length + 1)) - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  const nexts = new Int32Array(offsets.length);
  // From the end, so that the first of like ones heads its chain.
  for (let place = offsets.length - 1; place >= 0; place--) {
    const slot = hashAt(text, offsets[place] ?? 0) & mask;
    nexts[place] = heads[slot] ?? -1;
    heads[slot] = place;
  }
  return {
    first: (words, at) => heads[hashAt(words, at) & mask] ?? -1,
    next: (place) => nexts[place] ?? -1,
    offset: (place) => offsets[place] ?? 0,
  };
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let step = 0; step < KEY; step++) hash = Math.imul(hash ^ text.charCodeAt(at + step), 0x01000193);
  return hash ^ (hash >>> 15);
}
