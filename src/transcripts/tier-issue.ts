import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";

const MOST_NAMES = 5;

/** The issue that names tiers whose words are no turns. */
export function tierNotSpeech(source: Source, names: readonly string[], why: string, hint: string): Issue {
  const named = names.slice(0, MOST_NAMES).map((name) => `"${name.slice(0, 60)}"`);
  const list = `${named.join(", ")}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ""}`;
  const message = `The ${names.length === 1 ? "tier" : "tiers"} ${list} ${names.length === 1 ? "makes" : "make"} no turns: ${why}.`;
  return issue("tier-not-speech", message, { hint, place: { file: source.file } });
}
