// Invented rules that propose codes, of every form but grammar patterns: words and phrases, letters left open, stems, and
// words near each other.
import type { Language } from "./language";
import type { Random } from "./random";

// Ranks of words: phrases and nearness are of words that everybody says often, all else of words that most say.
const FREQUENT = [3, 30] as const;
const COMMON = [60, 1500] as const;

/** So many rules as YAML, their words taken from the language; the forms by turns. */
export function makeRules(random: Random, { words }: Language, count: number): string[] {
  const oneOf = ([from, to]: readonly [number, number]): string =>
    random.pick(words.slice(from, to).filter((word) => /^[a-z]{3,}$/.test(word)));
  const frequent = (): string => oneOf(FREQUENT);
  const common = (): string => oneOf(COMMON);
  const forms: readonly (() => string)[] = [
    common,
    () => `${frequent()} ${frequent()}`,
    () => `${common().slice(0, 4)}*`,
    () => `{ stem: ${common()} }`,
    () => `{ near: [${frequent()}, ${frequent()}], within: 8 }`,
    () => `{ any: [${common()}, ${common()}, ${common()}], not: ${frequent()} }`,
    () => `${frequent()} * ${frequent()}`,
    () => `"*${common().slice(-4)}"`,
    () => `{ any: [{ stem: ${common()} }, ${common()}] }`,
    () => `{ near: [{ stem: ${common()} }, ${frequent()}, ${frequent()}], within: 20 }`,
  ];
  return Array.from({ length: count }, (_, index) => forms[index % forms.length]?.() ?? common());
}
