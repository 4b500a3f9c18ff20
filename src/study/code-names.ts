import type { Category, Code, Scheme, Theme } from "../model/scheme";
import { entriesOf } from "../model/scheme";
import { historyOf, type SchemeHistory } from "../scheme/history";

/** Finds codes by the words that codings use for them. */
export interface CodeNames {
  /**
   * Id of the code with this id, or else of the only one with this name in any case; else the same among the codes of
   * earlier versions, newest first. Undefined if there never was one.
   */
  idOf(word: string): string | undefined;
  /** Every id of the scheme as it is, for hints. */
  readonly ids: readonly string[];
  /** True if the entry of this id or name (category, theme or code) holds the code, directly or through others, or ever did. */
  holds(parent: string, code: string): boolean;
}

/** The codes of a scheme by id and name. */
export function codeNames(scheme: Scheme, history: SchemeHistory = historyOf(scheme)): CodeNames {
  const versions = history.versions.toReversed().flatMap((version) => history.at(version) ?? []);
  const finders = versions.map(codeFinder);
  return {
    idOf: (word) => {
      for (const find of finders) {
        const id = find(word);
        if (id !== undefined) return id;
      }
      // A code that was added and merged in one change is in no version.
      return history.everKnown.has(`code ${word}`) ? word : undefined;
    },
    ids: entriesOf(scheme, "code").map((code) => code.id),
    holds: (parent, code) => versions.some((each) => ancestors(each, code).has(parent.toLowerCase())),
  };
}

function codeFinder(scheme: Scheme): (word: string) => string | undefined {
  const codes = entriesOf(scheme, "code");
  const ids = new Set(codes.map((code) => code.id));
  const byName = new Map<string, string | undefined>();
  for (const code of codes) {
    const name = code.name.toLowerCase();
    byName.set(name, byName.has(name) ? undefined : code.id);
  }
  return (word) => (ids.has(word) ? word : byName.get(word.toLowerCase()));
}

/** Ids and names, in lower case, of everything a code is in. */
function ancestors(scheme: Scheme, code: string): Set<string> {
  const categories = new Map(entriesOf(scheme, "category").map((each) => [each.id, each]));
  const themes = new Map(entriesOf(scheme, "theme").map((each) => [each.id, each]));
  const found = new Set<string>();
  const climb = (id: string | null, among: ReadonlyMap<string, Category | Theme>): void => {
    // Themes and categories never go in a circle once they are read.
    for (let entry = among.get(id ?? ""); entry !== undefined; entry = among.get(entry.parent ?? "")) {
      found.add(entry.id.toLowerCase()).add(entry.name.toLowerCase());
    }
  };
  climb(entriesOf(scheme, "code").find((each: Code) => each.id === code)?.category ?? null, categories);
  for (const theme of themes.values()) if (theme.codes.includes(code)) climb(theme.id, themes);
  return found;
}
