import type { Issue } from "../issues/issue";
import type { Source } from "../issues/source";
import { tooMany, tooManyTranscripts } from "../issues/too-many";
import { MOST_SPEAKERS, MOST_TRANSCRIPTS, MOST_TURNS } from "../text/limits";

/** The issue of a text with more lines than any transcript of its format has; null for all others. */
export function tooManyLines({ file, text }: Pick<Source, "file" | "text">, most: number): Issue | null {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    if (++lines > most) return tooMany(file, `${most} lines`);
  }
  return null;
}

/**
 * The issue of a file with more transcripts than a study has, or more turns than any transcript has, in all of them
 * together; null for all others.
 */
export function tooManyTurns(
  file: string,
  transcripts: readonly { readonly turns: readonly { readonly label: string }[] }[],
): Issue | null {
  if (transcripts.length > MOST_TRANSCRIPTS) return tooManyTranscripts({ file }, MOST_TRANSCRIPTS);
  const turns = transcripts.reduce((sum, each) => sum + each.turns.length, 0);
  if (turns > MOST_TURNS) return tooMany(file, `${MOST_TURNS} turns`);
  if (turns <= MOST_SPEAKERS) return null;
  // Transcripts of a survey have one each, and are counted above.
  const most = (each: (typeof transcripts)[number]): boolean =>
    new Set(each.turns.map(({ label }) => label)).size > MOST_SPEAKERS;
  return transcripts.some((each) => each.turns.length > MOST_SPEAKERS && most(each))
    ? tooMany(file, `${MOST_SPEAKERS} speakers`)
    : null;
}
