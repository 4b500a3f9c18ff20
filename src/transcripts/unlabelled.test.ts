import { describe, expect, test } from "vitest";
import { segmentText } from "./plain-text";

/** Each turn as "label | words | start to end", with what there is of the time in seconds. */
function spoken(text: string): string[] {
  return segmentText(text).turns.map(({ label, start, end, time }) => {
    const seconds = time?.filter((each) => each !== null).join(" to ");
    return [label, text.slice(start, end), ...(seconds === undefined ? [] : [seconds])].join(" | ");
  });
}

describe("a text without labels", () => {
  test("A text without labels has a turn for each paragraph.", () => {
    expect(spoken("  I got up.\nIt rained.\n\n\nI went to bed.\n")).toEqual([
      " | I got up.\nIt rained.",
      " | I went to bed.",
    ]);
  });

  test("A text without labels and without blank lines has a turn for each line.", () => {
    expect(spoken("I got up.\nIt rained.\nI went to bed.\n")).toEqual([
      " | I got up.",
      " | It rained.",
      " | I went to bed.",
    ]);
  });

  test("A bracketed time stamp before a paragraph is its time.", () => {
    expect(spoken("[00:00:02] I got up.\n\n10:30 I left. [00:00:09]\n\n[00:00:12]\n")).toEqual([
      " | I got up. | 2",
      " | 10:30 I left. [00:00:09]",
    ]);
  });

  test("Titles and facts above the first paragraph are no turn.", () => {
    const text =
      "Interview with C05\nDate: 3 May\nParticipant: C05\nInterviewer: Tess Marlowe\n\nI got up.\n\nDate: never.";
    expect(spoken(text)).toEqual([" | I got up.", " | Date: never."]);
    expect(spoken("Interview with C05\nDate: 3 May\n\nA title\n=====\n\nI got up.")).toEqual([" | I got up."]);
  });

  test("Where only the interviewer has a label, every other paragraph is a turn of its own.", () => {
    expect(
      spoken(
        "Interview with P1\nDate: 3 May\n\nI start here.\n\nMODERATOR: Yes.\n\nOkay, so.\n\nThat's it.\n\nMODERATOR: Thanks.\n",
      ),
    ).toEqual([" | I start here.", "MODERATOR | Yes.", " | Okay, so.", " | That's it.", "MODERATOR | Thanks."]);
  });

  test("An empty text has no turns.", () => {
    expect(spoken("")).toEqual([]);
    expect(spoken(" \n\t\n")).toEqual([]);
  });
});
