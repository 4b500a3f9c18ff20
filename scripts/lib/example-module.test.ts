import { expect, test } from "vitest";
import { exampleModule } from "./example-module";

const preamble = (name: string) => (name === "study" ? "const study = 1;" : undefined);

test.each([
  ["behind an expression", "f(1); // => 2", "f(1)", "2"],
  ["in the line below", "f(1);\n// => 2", "f(1)", "2"],
  ["over several lines", "f(1); // => a\n//    b\n// c", "f(1)", "a\n   b\nc"],
  ["behind a declaration", "const a = f(1); // => 2", "a", "2"],
  ["behind what is printed", "console.log(f(1)); // => 2", "f(1)", "2"],
  ["behind an expression without a semicolon", "await f(1) // => 2", "await f(1)", "2"],
])("a value is stated %s", (_, code, expression, expected) => {
  expect(exampleModule(code, preamble).statements).toEqual([{ expression, expected }]);
});

test("each statement ends where the next begins", () => {
  const { statements } = exampleModule("f(1); // => 2\n// => 3\ng(); // => 4", preamble);
  expect(statements.map(({ expected }) => expected)).toEqual(["2", "4"]);
});

test("a comment that states nothing is a comment", () => {
  expect(exampleModule("f(1); // two\n// more", preamble).statements).toEqual([]);
});

test("a value stated behind something that has none is a mistake", () => {
  expect(() => exampleModule("for (const a of b) f(a); // => 2", preamble)).toThrow("that has no value");
});

test.each([
  ["used", "f(study);", true],
  ["declared by the example", "const study = 2; f(study);", false],
  ["a key alone", "f({ study: 1 });", false],
  ["a property alone", "f().study;", false],
  ["a shorthand property", "f({ study });", true],
])("the preamble gives a name that is %s", (_, code, given) => {
  expect(exampleModule(code, preamble).typescript.includes("const study = 1;")).toBe(given);
});
