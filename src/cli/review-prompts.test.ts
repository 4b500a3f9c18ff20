import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { sink } from "./io.fixture";
import { terminalPrompts } from "./review-prompts";

/** What is given for these keys, pressed one after the other. */
async function answered<T>(
  keys: readonly string[],
  ask: (prompts: ReturnType<typeof terminalPrompts>) => Promise<T>,
): Promise<{ given: T; screen: string }> {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const { stream, text } = sink({ columns: 80 });
  const asking = ask(terminalPrompts(input, stream));
  for (const key of keys) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    input.write(key);
  }
  return { given: await asking, screen: text() };
}

const choices = [
  { value: "accept", label: "Accept" },
  { value: "reject", label: "Reject", hint: "it is kept" },
] as const;
const [down, enter, turnBack] = ["\u001b[B", "\r", "\u001b"];

test("arrow keys and Enter choose, Escape turns back", async () => {
  const { given, screen } = await answered([down, enter], (ask) => ask.choose("What is it?", choices));
  expect(given).toBe("reject");
  expect(screen).toContain("What is it?");
  expect((await answered([turnBack], (ask) => ask.choose("What is it?", choices))).given).toBe(null);
});

test("a code is found by typing, and a memo is written", async () => {
  expect((await answered(["r", "e", "j", enter], (ask) => ask.find("Which?", choices))).given).toBe("reject");
  expect((await answered(["H", "m", enter], (ask) => ask.write("Memo", ""))).given).toBe("Hm");
});
