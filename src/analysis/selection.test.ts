import { describe, expect, test } from "vitest";
import { createStudy } from "../study/create-study";
import { type SelectionOptions, selectPassages } from "./selection";

const LONG = "It was a very long road home that winter night";
const study = createStudy({
  participants: [{ id: "A", group: "carer" }],
  transcripts: [
    { id: "t", text: `I: Well, was it?\nA: ${LONG}, yes.\nI: And then?\nA: Yes, yes.\nI: So?\nA: Yes, yes.` },
  ],
  scheme: { codes: ["x", { id: "old", retired: true }] },
  codings: [
    { id: "exact", transcript: "t", code: "x", quote: "a very long road", coder: "KB" },
    { id: "approximate", transcript: "t", code: "x", quote: "a very lung road home that wintar night" },
    { id: "ambiguous", transcript: "t", code: "x", quote: "Yes, yes.", coder: "KB" },
    { id: "lost", transcript: "t", code: "x", quote: "nobody ever said such a thing as this" },
    { id: "asked", transcript: "t", code: "x", quote: "And then?", coder: "KB" },
    { id: "retired", transcript: "t", code: "old", quote: "long road home" },
    { id: "suggested", transcript: "t", code: "x", quote: "winter night", status: "suggested" },
    { id: "rejected", transcript: "t", code: "old", quote: "winter night", status: "rejected" },
  ],
});

function selected(options: SelectionOptions): [string, object] {
  const { passages, leftOut } = selectPassages(study, options);
  const some = Object.entries(leftOut).filter(([, number]) => number > 0);
  return [passages.map((each) => each.coding).join(" "), Object.fromEntries(some)];
}

describe("selectPassages", () => {
  test.each<[SelectionOptions, string, object]>([
    [{}, "exact approximate", { ambiguous: 1, lost: 1, withoutParticipant: 1, retired: 1, suggested: 1, rejected: 1 }],
    [{ coders: ["KB"] }, "exact", { ambiguous: 1, withoutParticipant: 1 }],
    [{ coders: [null] }, "approximate", { lost: 1, retired: 1, suggested: 1, rejected: 1 }],
    [{ status: ["suggested"] }, "suggested", { rejected: 1 }],
    [
      { status: ["coded", "suggested", "rejected"] },
      "exact approximate suggested",
      { ambiguous: 1, lost: 1, withoutParticipant: 1, retired: 2 },
    ],
  ])("takes of %j what can be counted, and counts the rest by its reason", (options, passages, leftOut) => {
    expect(selected(options)).toEqual([passages, leftOut]);
  });

  test.each<[object, string]>([
    [{ coders: ["kb"] }, 'The option "coders" cannot be "kb". Did you mean "KB"?'],
    [{ coders: "KB" }, 'The option "coders" must be a list, and is "KB". It can hold "KB".'],
    [{ coders: [] }, 'The option "coders" must be a list, and is an empty list. It can hold "KB".'],
    [{ status: ["done"] }, 'The option "status" cannot be "done". It can be "coded", "suggested", "rejected".'],
    [
      { status: "coded" },
      'The option "status" must be a list, and is "coded". It can hold "coded", "suggested", "rejected".',
    ],
    [{ status: [] }, 'The option "status" must be a list, and is an empty list.'],
  ])("refuses %j", (options, message) => {
    expect(() => selected(options)).toThrow(message);
  });
});
