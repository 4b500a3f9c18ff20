import { describe, expect, test } from "vitest";
import { InputError } from "../issues/input-error";
import { nastyTable } from "./nasty.fixture";
import { toCsv } from "./render-csv";
import { toHtml } from "./render-html";
import { toText } from "./render-text";

/** What JavaScript can give, which the types refuse. */
function refused(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "nothing was refused";
}

describe("an option that there is not is refused", () => {
  const misspelt = <T extends object>(key: string): T => JSON.parse(JSON.stringify({ [key]: true }));

  test.each([
    ["toCsv", () => toCsv(nastyTable, misspelt("note")), 'There is no option "note". Did you mean "notes"?'],
    ["toHtml", () => toHtml(nastyTable, misspelt("pages")), 'There is no option "pages". Did you mean "page"?'],
    ["toText", () => toText(nastyTable, misspelt("witdh")), 'There is no option "witdh". Did you mean "width"?'],
    ["crosstab", () => nastyTable.crosstab(misspelt("celll")), 'There is no option "celll". Did you mean "cell"?'],
  ])("by %s", (_, call, message) => {
    expect(refused(call)).toContain(message);
  });
});
