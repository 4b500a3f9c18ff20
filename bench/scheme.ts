// An invented coding scheme: themes, of which two have subthemes, codes of which some serve two themes, and categories.
// Half of the codes have a rule each.
import { capitalised } from "./language";
import type { Random } from "./random";

const THEMES = 8;
const SUBTHEMES = 2;
const CATEGORIES = 6;

/** A scheme.yaml with so many codes, named with the words given, and the codes' ids. The rules go to every second code. */
export function makeScheme(
  random: Random,
  words: readonly string[],
  count: number,
  rules: readonly string[],
): { readonly yaml: string; readonly codes: readonly string[] } {
  const names = random.sample(words, count + THEMES + 2 * SUBTHEMES + CATEGORIES);
  const take = (size: number): string[] => names.splice(0, size);
  const [codes, themes, categories] = [take(count), take(THEMES), take(CATEGORIES)];
  const parents = themes.slice(0, 2);
  const subthemes = parents.map((parent) => ({ parent, ids: take(SUBTHEMES) }));
  // Codes stand in subthemes where a theme has some; every eighth stands in another theme as well.
  const leaves = themes.flatMap((theme) => subthemes.find(({ parent }) => parent === theme)?.ids ?? [theme]);
  const codesOf = (leaf: number): string[] =>
    codes.filter((_, code) => code % leaves.length === leaf || (code % 8 === 0 && (code + 3) % leaves.length === leaf));
  const parentOf = (id: string): string | undefined => subthemes.find(({ ids }) => ids.includes(id))?.parent;
  const ruleOf = (code: number): string | undefined => (code % 2 === 0 ? rules[code / 2] : undefined);
  const lines = [
    "version: 1",
    "categories:",
    ...categories.map((id, index) => entry(id, index === 1 ? { parent: categories[0] } : {})),
    "codes:",
    ...codes.map((id, code) =>
      entry(id, {
        category: categories[code % CATEGORIES],
        definition: `What is said about ${id}`,
        suggest: ruleOf(code) && `[${ruleOf(code)}]`,
      }),
    ),
    "themes:",
    ...parents.map((id) => entry(id, {})),
    ...leaves.map((id, leaf) => entry(id, { parent: parentOf(id), codes: `[${codesOf(leaf).join(", ")}]` })),
  ];
  return { yaml: `${lines.join("\n")}\n`, codes };
}

function entry(id: string, fields: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined);
  return [`  - id: ${id}`, `    name: ${capitalised(id)}`, ...lines.map(([key, value]) => `    ${key}: ${value}`)].join(
    "\n",
  );
}
