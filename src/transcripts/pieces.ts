import type { DraftTurn } from "./reading";
import type { TimeSpan } from "./times";

/** A stretch of speech that a format cuts for reasons of its own, such as a subtitle or a recogniser's segment. */
export interface Piece {
  readonly label: string;
  readonly words: string;
  readonly time?: TimeSpan | undefined;
  readonly line: number | null;
  /**
   * Who speaks. Pieces in a row that have the same voice are one turn; a piece without a voice is a turn of its own, since
   * nothing says that the one before it goes on.
   */
  readonly voice?: string | undefined;
}

/** The pieces of one speaker in a row joined into turns with a blank; pieces without words are left out. */
export function joinPieces(pieces: Iterable<Piece>): DraftTurn[] {
  const { add, finish } = pieceJoiner();
  for (const { label, voice, words, time, line } of pieces) add(label, voice, words, time, line);
  return finish();
}

/** Joins pieces that come one by one, and need no record each. */
export interface PieceJoiner {
  /** Adds a piece, as `Piece` has it. */
  add(label: string, voice: string | undefined, words: string, time: TimeSpan | undefined, line: number | null): void;
  /** The turns of all pieces. */
  finish(): DraftTurn[];
}

/** A joiner that has no piece yet. */
export function pieceJoiner(): PieceJoiner {
  const turns: DraftTurn[] = [];
  // The turn that is open: its first piece, and its words. They are joined when it is whole: what is added to a text bit by
  // bit is kept as all of these bits.
  let isOpen = false;
  let label = "";
  let voice: string | undefined;
  let line: number | null = null;
  let time: TimeSpan | undefined;
  let first = "";
  let said: string[] | null = null;
  const finish = (): DraftTurn[] => {
    if (isOpen) turns.push(turnOf(label, said === null ? first : said.join(" "), time, line));
    isOpen = false;
    said = null;
    return turns;
  };
  return {
    add(nextLabel, nextVoice, nextWords, nextTime, nextLine) {
      const words = nextWords.trim();
      if (words === "") return;
      if (isOpen && voice === nextVoice) {
        if (said === null) said = [first, words];
        else said.push(words);
        time = spanOf(time, nextTime);
        return;
      }
      finish();
      if (nextVoice === undefined) {
        turns.push(turnOf(nextLabel, words, nextTime, nextLine));
        return;
      }
      isOpen = true;
      label = nextLabel;
      voice = nextVoice;
      line = nextLine;
      time = nextTime;
      first = words;
    },
    finish,
  };
}

/** From the first start to the last end; undefined if neither span is known. */
export function spanOf(first: TimeSpan | undefined, next: TimeSpan | undefined): TimeSpan | undefined {
  if (first === undefined || next === undefined) return first ?? next;
  const [start, end] = first;
  const [from, to] = next;
  return [Math.min(start, from), end === null || to === null ? (end ?? to) : Math.max(end, to)];
}

function turnOf(label: string, words: string, time: TimeSpan | undefined, line: number | null): DraftTurn {
  return time === undefined ? { label, words, line } : { label, words, time, line };
}
