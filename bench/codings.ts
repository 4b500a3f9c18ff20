// Invented codings of a conversation: which words get which code, as marks in the transcript and as stand-off rows.
import type { Conversation, Stretch } from "./conversation";
import type { Random } from "./random";

/** A coding as a row of a CSV file. Offsets are those of the conversation's text. */
export interface StandOff extends Stretch {
  readonly code: string;
  readonly quote: string;
  /** As much text before the quote as tells it from the others; "" where it stands once. */
  readonly prefix: string;
}

/** What codings are made from: the codes to choose from, and a source of short notes. */
export interface Coder {
  readonly codes: readonly string[];
  note(): string;
}

/**
 * The conversation's text with so many codings written into it: two thirds as `[[code]]` behind a paragraph, one third as
 * `{==words==}{>>code<<}`; a few marks name two codes, a few hold a memo.
 */
export function withMarks(random: Random, { text, turns }: Conversation, coder: Coder, count: number): string {
  const insertions: { readonly at: number; readonly text: string }[] = [];
  let left = count;
  for (const turn of random.sample(
    turns.filter((each) => !each.asked),
    count,
  )) {
    if (left === 0) break;
    const codes = random.sample(coder.codes, left > 1 && random.chance(0.1) ? 2 : 1);
    left -= codes.length;
    const paragraph = random.pick(turn.paragraphs);
    if (random.chance(2 / 3)) {
      insertions.push({ at: paragraph.end, text: codes.map((code) => ` [[${code}]]`).join("") });
    } else {
      const { start, end } = someWords(random, text, random.pick(paragraph.sentences), random.between(3, 12));
      const memo = random.chance(0.1) ? `: ${coder.note()}` : "";
      insertions.push({ at: start, text: "{==" }, { at: end, text: `==}{>>${codes.join(", ")}${memo}<<}` });
    }
  }
  let marked = "";
  let from = 0;
  for (const { at, text: mark } of insertions.sort((a, b) => a.at - b.at)) {
    marked += text.slice(from, at) + mark;
    from = at;
  }
  return marked + text.slice(from);
}

/**
 * So many codings as rows, in the order of the text: parts of sentences, several sentences, stretches over a question of the
 * interviewer's, and a tenth that are two words, most of which stand elsewhere too.
 */
export function makeStandOff(random: Random, conversation: Conversation, coder: Coder, count: number): StandOff[] {
  const { text } = conversation;
  const rows: StandOff[] = [];
  while (rows.length < count) {
    const range = chooseWords(random, conversation);
    const quote = text.slice(range.start, range.end);
    rows.push({ ...range, quote, code: random.pick(coder.codes), prefix: leastPrefix(text, range.start, quote) });
  }
  return rows.sort((a, b) => a.start - b.start || a.end - b.end);
}

function chooseWords(random: Random, { text, turns }: Conversation): Stretch {
  const kind = random.next();
  if (kind < 0.05) {
    // From the end of an answer, over the next question, to the start of the next answer.
    const index = 1 + 2 * random.between(0, Math.floor(turns.length / 2) - 2);
    const first = turns[index]?.paragraphs.at(-1)?.sentences.at(-1);
    const last = turns[index + 2]?.paragraphs[0]?.sentences[0];
    if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  }
  const turn = random.pick(turns.filter((each) => !each.asked));
  if (kind < 0.15) return repeatedWords(random, text, turn);
  const { sentences } = random.pick(turn.paragraphs);
  if (kind < 0.4 && sentences.length > 1) {
    const start = random.between(0, sentences.length - 2);
    const end = Math.min(sentences.length - 1, start + random.between(1, 3));
    return { start: sentences[start]?.start ?? 0, end: sentences[end]?.end ?? 0 };
  }
  return someWords(random, text, random.pick(sentences), random.between(6, 24));
}

/** Two words in a row of a turn that stand elsewhere too; any two if none do. */
function repeatedWords(random: Random, text: string, turn: Stretch): Stretch {
  const words = wordsIn(text, turn);
  const pairs = words.slice(1).map(({ end }, index) => ({ start: words[index]?.start ?? turn.start, end }));
  const repeated = pairs.filter(({ start, end }) => !standsOnce(text, text.slice(start, end)));
  return repeated.length > 0 ? random.pick(repeated) : someWords(random, text, turn, 2);
}

/** So many words in a row of a sentence, or all of them. */
function someWords(random: Random, text: string, sentence: Stretch, count: number): Stretch {
  const words = wordsIn(text, sentence);
  const first = random.between(0, Math.max(0, words.length - count));
  const last = Math.min(words.length - 1, first + count - 1);
  return { start: words[first]?.start ?? sentence.start, end: words[last]?.end ?? sentence.end };
}

/** The words of a sentence. Marks at their ends belong to them. */
function wordsIn(text: string, { start, end }: Stretch): Stretch[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

function standsOnce(text: string, part: string): boolean {
  return text.indexOf(part, text.indexOf(part) + 1) < 0;
}

function leastPrefix(text: string, start: number, quote: string): string {
  for (let from = start; from > 0; from = text.lastIndexOf(" ", from - 2) + 1) {
    if (standsOnce(text, text.slice(from, start) + quote)) return text.slice(from, start);
  }
  return text.slice(0, start);
}
