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
  const turns: DraftTurn[] = [];
  // The words are joined when a turn is whole: what is added to a text bit by bit is kept as all of these bits.
  let open: { readonly first: Piece; readonly said: string[]; time: TimeSpan | undefined } | undefined;
  for (const piece of pieces) {
    const words = piece.words.trim();
    if (words === "") continue;
    if (open !== undefined && open.first.voice === piece.voice) {
      open.said.push(words);
      open.time = spanOf(open.time, piece.time);
      continue;
    }
    if (open !== undefined) turns.push(turnOf(open.first, open.said.join(" "), open.time));
    open = undefined;
    if (piece.voice === undefined) turns.push(turnOf(piece, words, piece.time));
    else open = { first: piece, said: [words], time: piece.time };
  }
  if (open !== undefined) turns.push(turnOf(open.first, open.said.join(" "), open.time));
  return turns;
}

/** From the first start to the last end; undefined if neither span is known. */
export function spanOf(first: TimeSpan | undefined, next: TimeSpan | undefined): TimeSpan | undefined {
  if (first === undefined || next === undefined) return first ?? next;
  const [start, end] = first;
  const [from, to] = next;
  return [Math.min(start, from), end === null || to === null ? (end ?? to) : Math.max(end, to)];
}

function turnOf({ label, line }: Piece, words: string, time: TimeSpan | undefined): DraftTurn {
  return time === undefined ? { label, words, line } : { label, words, time, line };
}
