import type { Readable } from "node:stream";
import { autocomplete, select, text } from "@clack/prompts";
import type { Output } from "./io";
import type { Ask } from "./review-session";

/** Asks in the terminal: arrow keys and Enter, Escape to turn back. */
export function terminalPrompts(input: Readable, output: Output): Ask {
  const answered = (given: string | symbol): string | null => (typeof given === "symbol" ? null : given);
  return {
    show: (screen) => {
      output.write(`\n${screen}\n`);
    },
    choose: async (message, choices) => {
      const given = await select<string>({
        message,
        options: choices.map(option),
        input,
        output,
        showInstructions: false,
      });
      return choices.find((each) => each.value === given)?.value ?? null;
    },
    find: async (message, choices) =>
      answered(await autocomplete<string>({ message, options: choices.map(option), input, output, maxItems: 10 })),
    write: async (message, initialValue) => answered(await text({ message, initialValue, input, output })),
  };
}

function option({ value, label, hint }: { value: string; label: string; hint?: string }): {
  value: string;
  label: string;
  hint?: string;
} {
  return { value, label, ...(hint === undefined ? {} : { hint }) };
}
