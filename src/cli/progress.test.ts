import { expect, test } from "vitest";
import { sink } from "./io.fixture";
import { loadingBar } from "./progress";

/** What is written when 10 transcripts take so many milliseconds each. */
function writtenWhile(milliseconds: number, terminal: { columns?: number }): string {
  const { stream, text } = sink(terminal);
  let time = 0;
  const bar = loadingBar(stream, () => time);
  for (let done = 1; done <= 10; done++) {
    time += milliseconds;
    bar.update(done, 10);
  }
  bar.stop();
  return text();
}

test("a bar appears on a terminal once loading takes over a second", () => {
  expect(writtenWhile(200, { columns: 80 })).toContain("Reading transcripts");
});

test("a bar that was there is taken away again", () => {
  // Back to the line's beginning, and the line cleared.
  expect(writtenWhile(200, { columns: 80 }).endsWith("\u001b[1G\u001b[2K")).toBe(true);
});

test("no setting of the terminal is changed that an interruption would leave behind", () => {
  // Private modes, such as a hidden cursor.
  expect(writtenWhile(200, { columns: 80 })).not.toContain("\u001b[?");
});

test("no bar appears for less than a second", () => {
  expect(writtenWhile(99, { columns: 80 })).toBe("");
});

test("no bar appears where stderr is no terminal", () => {
  expect(writtenWhile(5000, {})).toBe("");
});
