import { expect, test } from "vitest";
import { findNear } from "./approximate";
import { fitWords } from "./fit-words";
import { quoted } from "./quotes.fixture";
import { resolve } from "./resolve";

/** The words at which changed words are found; null if they are found nowhere. */
function placed(text: string, words: string): string | null {
  const { accepted } = findNear(text, words);
  return accepted && text.slice(accepted.start, accepted.end);
}

// Each text was edited after the words were coded. A search by characters alone begins or ends at the wrong word in all.
test.each([
  [
    "a word put in before the last ones",
    "he picked up his mattress and went back to his own bed",
    "And he picked up his mattress and went back to his really own bed. He did.",
    "he picked up his mattress and went back to his really own bed",
  ],
  [
    "a bracket put in behind the first word",
    "No view. Let her. I heard you, I'm thinking about the two of them next door.",
    "She asked. No [inaudible] view. Let her. I heard you, I'm thinking about the two of them next door. And?",
    "No [inaudible] view. Let her. I heard you, I'm thinking about the two of them next door.",
  ],
  [
    "the last sentence moved to the front",
    "I said love, I'm the wrong sort of peer, I'm who they hide them from. You want Hamish.",
    "You want Hamish. I said love, I'm the wrong sort of peer, I'm who they hide them from. And she says fine.",
    "I said love, I'm the wrong sort of peer, I'm who they hide them from.",
  ],
  [
    "a name put for another where a sentence begins",
    "Danny wouldnt let me take the bus that morning",
    "I drove. Robin wouldnt let me take the bus that morning, so.",
    "Robin wouldnt let me take the bus that morning",
  ],
  [
    "a name put for another in the middle of a sentence",
    "it was that long since I had seen Maree",
    "And it was that long since I had seen Robin, it was.",
    "it was that long since I had seen Robin",
  ],
  [
    "a bracket put for a name and what is hers",
    "Sandy's dead, and I would take another if you had one",
    "Hm. [name]'s dead, and I would take another if you had one. No.",
    "[name]'s dead, and I would take another if you had one",
  ],
  [
    "the last word of the sentence changed",
    "it was like we were the ones who were catching.",
    "Yes, it was like we were the ones who were contagious. I went.",
    "it was like we were the ones who were contagious.",
  ],
  [
    "the last word gone: the next one is not taken for it",
    "and in the evening we would all go home together",
    "and in the evening we would all go home because it rained",
    "and in the evening we would all go home",
  ],
  [
    "two words written as one",
    "every body knew that the ward was closed on Sundays",
    "Well, everybody knew that the ward was closed on Sundays.",
    "everybody knew that the ward was closed on Sundays",
  ],
])("%s", (_, words, text, found) => {
  expect(placed(text, words)).toBe(found);
});

test("a word that is the same behind a speaker's name in the next line is not taken", () => {
  const text = "P: I'd not been thinking about February as a thing that was going to, I\n\nINT: Did you ask?";
  const { range } = resolve(
    text,
    quoted("I'd not been thinking about February as a thing that was going to, I did it."),
  );
  expect(range && text.slice(range.start, range.end)).toBe(
    "I'd not been thinking about February as a thing that was going to, I",
  );
});

test("too few of the words there are none", () => {
  const text = "One thing and then another, and that was all there was to it in the end.";
  expect(fitWords(text, "a wholly different set of words that stands nowhere", { start: 0, end: 50 })).toBeNull();
});
