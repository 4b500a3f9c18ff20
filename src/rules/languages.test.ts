import { expect, test } from "vitest";
import { bareWord, plainLanguage, STEMMED, stemmerOf } from "./languages";

// The stems are those of Snowball (snowballstemmer 3.1 for Python; "porter" for English, "dutch_porter" for Dutch).
test.each([
  ["en", { hoping: "hope", hoped: "hope", hopeful: "hope", therapies: "therapi", therapy: "therapi" }],
  ["es", { esperanza: "esper", esperanzas: "esper", caminando: "camin", canciones: "cancion", canción: "cancion" }],
  ["fr", { espérance: "esper", espérait: "esper", continuité: "continu", soutenait: "souten" }],
  ["it", { speranza: "speranz", speranze: "speranz", amici: "amic", parlavano: "parl" }],
  ["pt", { esperança: "esperanc", esperanças: "esperanc", falavam: "fal", trabalhadores: "trabalh" }],
  ["nl", { hoop: "hop", hopen: "hop", lichamelijke: "licham", gezinnen: "gezinn" }],
  ["de", { häuser: "haus", haus: "haus", ängste: "angst", kategorischen: "kategor" }],
  ["no", { håper: "håp", håpet: "håp", jentene: "jent", jenter: "jent" }],
  ["sv", { flickorna: "flick", flickor: "flick", hoppades: "hopp" }],
  ["ru", { надежда: "надежд", надежды: "надежд", важная: "важн", вагонов: "вагон" }],
])("the stems of %s are Snowball's", async (language, stems) => {
  const stem = await stemmerOf(language);
  expect(Object.fromEntries(Object.keys(stems).map((word) => [word, stem(word)]))).toEqual(stems);
});

test("these languages have stems", () => {
  expect(STEMMED).toEqual(["en", "es", "fr", "it", "pt", "nl", "de", "no", "sv", "ru"]);
});

test.each([
  ["EN", "en"],
  ["pt-BR", "pt"],
  ["nb", "no"],
  ["nn-NO", "no"],
  ["fi", "fi"],
])("%s is the language %s", (code, language) => {
  expect(plainLanguage(code)).toBe(language);
});

test.each([
  ["hope's", "en", "hope"],
  ["don't", "en", "don't"],
  ["o'clock", "en", "o'clock"],
  ["l'espoir", "fr", "espoir"],
  ["qu'elle", "fr", "elle"],
  ["dell'amore", "it", "amore"],
  ["l'espoir", "en", "l'espoir"],
])("%s in %s is %s", (word, language, bare) => {
  expect(bareWord(word, language)).toBe(bare);
});
