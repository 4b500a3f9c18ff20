import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentText } from "./plain-text";

interface Said {
  readonly label: string;
  readonly seconds: number;
  readonly paragraphs: readonly string[];
}

const two = (value: number): string => String(value).padStart(2, "0");
const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
const short = (seconds: number): string => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;

interface Style {
  readonly head: (said: Said) => string;
  readonly gap: string;
  readonly timed?: boolean;
}

const styles: Record<string, Style> = {
  colon: { head: ({ label }) => `${label}: `, gap: "\n" },
  "colon, blank lines": { head: ({ label }) => `${label}: `, gap: "\n\n" },
  "colon, words below": { head: ({ label }) => `${label}:\n`, gap: "\n\n" },
  tab: { head: ({ label }) => `${label}\t`, gap: "\n" },
  "bold, colon inside": { head: ({ label }) => `**${label}:** `, gap: "\n\n" },
  "bold, colon outside": { head: ({ label }) => `**${label}**: `, gap: "\n\n" },
  "time first": { head: ({ label, seconds }) => `[${clock(seconds)}] ${label}: `, gap: "\n", timed: true },
  "time after": { head: ({ label, seconds }) => `${label}: [${clock(seconds)}] `, gap: "\n", timed: true },
  "time between": { head: ({ label, seconds }) => `${label} (${short(seconds)}): `, gap: "\n\n", timed: true },
  "stamp line": { head: ({ label, seconds }) => `${label}  ${short(seconds)}\n`, gap: "\n\n", timed: true },
  "clock line": { head: ({ label, seconds }) => `${label}: ${clock(seconds)}\n`, gap: "\n\n", timed: true },
  brackets: { head: ({ label }) => `[${label}] `, gap: "\n" },
  "braces and colon": { head: ({ label }) => `{${label}}: `, gap: "\n" },
};

const openings = [
  "",
  "Note: ",
  "[laughs] ",
  "I said: no, ",
  "10:30, ",
  "https://a.b/c ",
  "The thing is: ",
  "(pause) ",
  "Well: ",
  "{sic} ",
  "- ",
  "So at 3:15 ",
];
const endings = [".", "?", "...", " -", "!", ". [inaudible]", ""];
const sentence = fc
  .tuple(
    fc.constantFrom(...openings),
    fc.array(fc.stringMatching(/^[a-zéß語]{1,8}$/u), { minLength: 1, maxLength: 25 }),
    fc.constantFrom(...endings),
  )
  .map(([opening, words, ending]) => opening + words.join(" ") + ending);

const casts = [
  ["Interviewer", "C01"],
  ["I", "P1", "P2"],
  ["INT", "RES"],
  ["Kirra", "Lorcan"],
  ["Tess", "Dr Pell", "Núria"],
  ["Interviewer", "Consumer peer worker 2", "Carer 1"],
  ["MODERATOR", "SPEAKER_01", "SPEAKER_02", "SPEAKER_03"],
];

/** A conversation in which everybody of the cast speaks three times or more, the first of them first. */
const conversation = fc.constantFrom(...casts).chain((cast) =>
  fc
    .tuple(
      fc.array(
        fc.record({
          label: fc.constantFrom(...cast),
          paragraphs: fc.array(sentence, { minLength: 1, maxLength: 3 }),
        }),
        { maxLength: 12 },
      ),
    )
    .map(([some]) =>
      [...[1, 2, 3].flatMap(() => cast.map((label) => ({ label, paragraphs: ["mm."] }))), ...some].map(
        (said, index) => ({ ...said, seconds: index * 7 + 1 }),
      ),
    ),
);

describe("a conversation of any content", () => {
  test.each(Object.entries(styles))("%s: it is read as it was written", (_, { head, gap, timed }) => {
    fc.assert(
      fc.property(
        conversation,
        fc.constantFrom("", "Interview with C01\nDate: 3 May\n\n", "# A title\n\n"),
        (said, header) => {
          const text = header + said.map((each) => head(each) + each.paragraphs.join(gap)).join(gap);
          const expected = said.map(({ label, seconds, paragraphs }) => [
            label,
            paragraphs.join(gap),
            timed ? [seconds, null] : undefined,
          ]);
          const turns = segmentText(text.normalize("NFC")).turns;
          expect(turns.map(({ label, start, end, time }) => [label, text.slice(start, end), time])).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });
});
