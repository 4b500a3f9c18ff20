import type { Range } from "../model/range";
import { overlaps } from "../model/range";
import type { Transcript, Turn } from "../model/transcript";
import { turnFinder, type Voice } from "../study/passages";
import { splitSentences } from "../text/sentences";
import { countWords } from "../text/words";

/** Stands where words were left out. */
export const OMISSION = "[...]";

/** A quote as it is printed. */
export interface QuoteText {
  /** The participant's words; white space runs are one blank, "[...]" stands for what was left out. */
  readonly text: string;
  /** Words printed, without the marks of omission. */
  readonly words: number;
  /** True if the quote ends before its passage does. */
  readonly cut: boolean;
}

/**
 * One participant's words in a passage, verbatim: other speakers' words between them are left out and marked, and what
 * exceeds `maxWords` is cut at the end of a sentence and marked. A first sentence longer than that stays whole.
 */
export function quoteText(transcript: Transcript, voices: readonly Voice[], maxWords: number): QuoteText {
  const pieces = voices.map((voice) => transcript.text.slice(voice.start, voice.end));
  const words = pieces.reduce((sum, piece) => sum + countWords(piece), 0);
  const { kept, cut } = words <= maxWords ? { kept: pieces, cut: false } : firstSentences(pieces, maxWords);
  const turnsIn = turnFinder(transcript.turns);
  let text = "";
  kept.forEach((piece, index) => {
    const [before, voice] = [voices[index - 1], voices[index]];
    if (before !== undefined && voice !== undefined) {
      const between = turnsIn({ start: before.end, end: voice.start });
      text += saysSomething(between, { start: before.end, end: voice.start }, transcript) ? ` ${OMISSION} ` : " ";
    }
    text += oneLine(piece);
  });
  return {
    text: cut ? `${text} ${OMISSION}` : text,
    words: kept.reduce((sum, piece) => sum + countWords(piece), 0),
    cut,
  };
}

/** As many whole sentences from the beginning as fit, and at least one; `cut` is false if that is everything. */
function firstSentences(pieces: readonly string[], maxWords: number): { kept: string[]; cut: boolean } {
  const kept: string[] = [];
  let words = 0;
  for (const [index, piece] of pieces.entries()) {
    let part = "";
    const sentences = splitSentences(piece);
    for (const [at, sentence] of sentences.entries()) {
      const more = countWords(sentence);
      if (words > 0 && words + more > maxWords) {
        if (part.trim() !== "") kept.push(part);
        return { kept, cut: true };
      }
      part += sentence;
      words += more;
      const isLast = at === sentences.length - 1 && index === pieces.length - 1;
      if (words >= maxWords && !isLast) return { kept: [...kept, part], cut: true };
    }
    kept.push(part);
  }
  return { kept, cut: false };
}

function saysSomething(turns: readonly Turn[], gap: Range, transcript: Transcript): boolean {
  return turns.some(
    (turn) =>
      overlaps(turn, gap) &&
      countWords(transcript.text.slice(Math.max(turn.start, gap.start), Math.min(turn.end, gap.end))) > 0,
  );
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, " ");
}
