import english from "natural/lib/natural/stemmers/porter_stemmer.js";

/** Gives the stem of a word in lower case. */
export type Stemmer = (word: string) => string;

// English is at hand; the others are loaded when a rule asks for them. Held against Snowball's stemmers, of which these
// are translations, they differ in at most one of a hundred words.
const OTHERS: Readonly<Record<string, () => Promise<{ default: { stem(word: string): string } }>>> = {
  es: () => import("natural/lib/natural/stemmers/porter_stemmer_es.js"),
  fr: () => import("natural/lib/natural/stemmers/porter_stemmer_fr.js"),
  it: () => import("natural/lib/natural/stemmers/porter_stemmer_it.js"),
  pt: () => import("natural/lib/natural/stemmers/porter_stemmer_pt.js"),
  nl: () => import("natural/lib/natural/stemmers/porter_stemmer_nl.js"),
  de: () => import("natural/lib/natural/stemmers/porter_stemmer_de.js"),
  no: () => import("natural/lib/natural/stemmers/porter_stemmer_no.js"),
  sv: () => import("natural/lib/natural/stemmers/porter_stemmer_sv.js"),
  ru: () => import("natural/lib/natural/stemmers/porter_stemmer_ru.js"),
};

/** The languages that have a stemmer. */
export const STEMMED: readonly string[] = ["en", ...Object.keys(OTHERS)];

/** The language of a study that states none. */
export const DEFAULT_LANGUAGE = "en";

/** The language of a code without its region, and Norwegian for both of its forms: "en-AU" gives "en", "nb" gives "no". */
export function plainLanguage(code: string): string {
  const language = code.toLowerCase().replace(/[-_].*$/, "");
  return language === "nb" || language === "nn" ? "no" : language;
}

/** The stemmer of a language in `STEMMED`. */
export async function stemmerOf(language: string): Promise<Stemmer> {
  const others = OTHERS[language];
  const stemmer = others === undefined ? english : (await others()).default;
  return (word) => stemmer.stem(bareWord(word, language));
}

const ELISION = /^\p{L}{1,8}'(?=\p{L}{2})/u;

/** A word without the "'s" behind it, and in French and Italian without the article before it: "l'espoir". */
export function bareWord(word: string, language: string): string {
  if (!word.includes("'")) return word;
  const owner = word.replace(/'s?$/, "");
  return language === "fr" || language === "it" ? owner.replace(ELISION, "") : owner;
}
