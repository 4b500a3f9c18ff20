import type { Issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { tooMany } from "../issues/too-many";
import { MOST_TURNS } from "../text/limits";

/** The issue of a text with more lines than any transcript of its format has; null for all others. */
export function tooManyLines({ file, text }: Pick<Source, "file" | "text">, most: number): Issue | null {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    if (++lines > most) return tooMany(file, `${most} lines`);
  }
  return null;
}

/** The issue of a file with more turns than any transcript has, in all its transcripts together; null for all others. */
export function tooManyTurns(
  file: string,
  transcripts: readonly { readonly turns: { readonly length: number } }[],
): Issue | null {
  const turns = transcripts.reduce((sum, each) => sum + each.turns.length, 0);
  return turns > MOST_TURNS ? tooMany(file, `${MOST_TURNS} turns`) : null;
}
