import { inOnePiece } from "../text/one-piece";

/** A text that grows bit by bit. As a string it would be kept as all of these bits, each many times its size. */
export interface TextPieces {
  add(piece: string): void;
  /** The whole text; what is added then begins another one. */
  take(): string;
}

const AT_ONCE = 1 << 12;

/** A text of no letter. */
export function textPieces(): TextPieces {
  let joined: string[] = [];
  let open = "";
  let count = 0;
  return {
    add(piece) {
      open += piece;
      if (++count < AT_ONCE) return;
      joined.push(inOnePiece(open));
      open = "";
      count = 0;
    },
    take() {
      const text = joined.length === 0 ? open : joined.join("") + open;
      joined = [];
      open = "";
      count = 0;
      return text;
    },
  };
}
