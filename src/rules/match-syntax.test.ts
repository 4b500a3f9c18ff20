import nlp from "compromise";
import { expect, test } from "vitest";
import { readMatchSyntax } from "./match-syntax";

test.each([
  ["#Pronoun (can|could) get better", [["can", "could"], ["get"], ["better"]]],
  ["[#Noun] café? !never *", []],
  ["(peer worker|carer) #Verb", [["peer", "carer"]]],
  ["(peer|#Noun) meets", [["meets"]]],
  ["[<who>peer worker] . worked{1,2}", [["peer"], ["worker"], ["worked"]]],
  ["^well then$", [["well"], ["then"]]],
  ["/^hop(e|ing)$/ {walk/verb} %Noun|Verb% <noun> @hasComma helped~", []],
  ["will not stop", [["stop"]]],
  ["can Très", [["can"], ["tres"]]],
])("%j needs %j", (pattern, required) => {
  expect(readMatchSyntax(pattern)).toEqual({ required });
});

test.each([
  ["", "It is empty"],
  ["#Pronoun (can|could", 'A bracket or "/" does not close'],
  ["can)", 'A bracket or "/" does not close'],
  ["[#Noun", 'A "[" has no partner'],
  ["#Noun]", 'A "[" or "]" has no partner'],
  ["#Pronuon", 'There is no tag "#Pronuon"'],
  ["(#Nuon|a)", 'There is no tag "#Nuon"'],
  ["/(/", "/(/ is no regular expression"],
  ["? a", '"?" stands behind nothing'],
  ["(can||could)", '"(can||could)" has an empty part'],
  ["a|b", '"|" means nothing in "a|b"'],
  ["well, then", '"," means nothing in "well,"'],
])("%j is wrong: %s", (pattern, problem) => {
  expect(readMatchSyntax(pattern)).toMatchObject({ problem });
});

// What compromise knows, which its types do not tell.
interface Model {
  readonly one: {
    readonly tagSet: Readonly<Record<string, unknown>>;
    readonly contractions: readonly { readonly word?: string; readonly out?: readonly string[] | string }[];
    readonly aliases: Readonly<Record<string, string>>;
  };
}
const { one } = nlp.model() as unknown as Model;

test("every tag of compromise is known, and its misspelling is not", () => {
  const tags = Object.keys(one.tagSet);
  expect(tags.length).toBeGreaterThan(80);
  for (const tag of tags) {
    expect([tag, readMatchSyntax(`#${tag}`)]).toEqual([tag, { required: [] }]);
    expect(readMatchSyntax(`#${tag}x`)).toHaveProperty("problem");
  }
});

test("words that compromise finds in short forms are not looked for in the text", () => {
  const outs = one.contractions.flatMap(({ word = "", out = [] }) =>
    [out].flat().flatMap((each) => (word.includes(each.toLowerCase()) ? [] : each.toLowerCase())),
  );
  const hidden = [...outs, ...Object.values(one.aliases)];
  expect(hidden.length).toBeGreaterThan(40);
  for (const word of [...hidden, "is", "had", "would", "did"]) {
    const read = readMatchSyntax(word);
    expect([word, read]).toEqual([word, { required: [] }]);
  }
});
