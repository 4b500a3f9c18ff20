import { inspect } from "node:util";
import { expect, test } from "vitest";
import { displayable } from "./display";

const jupyter = (value: object): unknown => {
  const show: unknown = Reflect.get(value, Symbol.for("Jupyter.display"));
  return typeof show === "function" ? show() : undefined;
};

test("a displayable object prints itself in Node and in Jupyter, and has no new property to be seen", () => {
  const value = displayable({ a: 1 }, { text: () => "text", html: () => "<b>html</b>" });
  expect(inspect(value)).toBe("text");
  expect(jupyter(value)).toEqual({ "text/plain": "text", "text/html": "<b>html</b>" });
  expect(value).toEqual({ a: 1 });
  expect(JSON.stringify(value)).toBe('{"a":1}');
  expect(Object.keys(value)).toEqual(["a"]);
});

test("without HTML a notebook gets text alone", () => {
  expect(jupyter(displayable({}, { text: () => "text" }))).toEqual({ "text/plain": "text" });
});
