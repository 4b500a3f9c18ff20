import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didYouMean, foldWord, hintsOf, nearest, nearestOf } from "./suggest";

test.each([
  ["hoep", "hope"],
  ["guilt-lfted", "guilt-lifted"],
  ["titel", "title"],
  ["defintion", "definition"],
  ["subtheme", "subthemes"],
  ["Kontrol", "control"],
  ["recovery", "recovery-possible"],
  ["manager", "Management"],
  ["NOTES FOR SAFETY", "notes-for-safety"],
  ["nunez", "Núñez"],
  ["kb", "KB"],
  ["P3", "P03"],
])("the slip %s is near to %s", (word, known) => {
  expect(nearest(word, [known])).toBe(known);
});

test.each([
  ["carer", "clinician"],
  ["nurse", "consumer"],
  ["hope-self", "hope-others"],
  ["being-heard", "being-seen"],
  ["carer-own-peer", "carer-kept-out"],
  ["P13", "P03"],
  ["participant-13", "participant-03"],
  ["year2", "year"],
  ["a", "b"],
  ["", "hope"],
  ["hope", ""],
  ["-", "--"],
])("%s is no slip for %s", (word, known) => {
  expect(nearest(word, [known])).toBeUndefined();
});

test("the nearest word wins, and the first of equally near ones", () => {
  expect(nearest("hoep", ["hopes", "hope", "HOPE"])).toBe("hope");
  expect(nearest("hope", [])).toBeUndefined();
});

test("every word that can be read is nearest to itself", () => {
  const word = fc.string({ unit: "grapheme", maxLength: 20 }).filter((each) => foldWord(each) !== "");
  fc.assert(fc.property(word, (each) => nearest(each, ["hope", each]) === each || foldWord(each) === "hope"));
});

test.each([
  ["Service-User", "service user"],
  ["  service__user ", "service user"],
  ["Núñez", "nunez"],
  ["STRASSE", "strasse"],
])("%j is folded to %j", (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});

describe("didYouMean", () => {
  test("offers the nearest word", () => {
    expect(didYouMean("hoep", ["trust", "hope"])).toBe('Did you mean "hope"?');
  });
  test("names the known words where none is near", () => {
    expect(didYouMean("zebra", ["hope", "trust"])).toBe("Known are: hope, trust.");
    expect(didYouMean("zebra", ["hope"])).toBe("Known is: hope.");
  });
  test("names twelve words at most, and says how many more there are", () => {
    const words = Array.from({ length: 14 }, (_, index) => `w${index}`);
    expect(didYouMean("zebra", words)).toBe("Known are: w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11 and 2 more.");
  });
  test("says nothing where nothing is known", () => {
    expect(didYouMean("hope", [])).toBeUndefined();
  });
});

test("a finder for many words finds what is found for each, up to a million pairs", () => {
  const find = nearestOf(["hope", "burden"]);
  expect(["hoep", "brden", "trust"].map(find)).toEqual(["hope", "burden", undefined]);
  const among = nearestOf(Array.from({ length: 400_000 }, (_, nth) => (nth === 7 ? "hope" : `${nth}`)));
  expect([among("hoep"), among("hoep"), among("hoep")]).toEqual(["hope", "hope", undefined]);
  const all = hintsOf(Array.from({ length: 1_000_001 }, (_, nth) => (nth === 0 ? "hope" : `${nth}`)));
  const known = "Known are: hope, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 999989 more.";
  expect([all("hoep"), all("hoep")]).toEqual(['Did you mean "hope"?', known]);
});
