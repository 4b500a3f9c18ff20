import type { Resolution } from "../anchor/resolve";
import { type Issue, issue } from "../issues/issue";
import { type Origin, originPlace } from "../issues/source";
import type { Transcript } from "../model/transcript";
import { lineOf } from "./passages";

/** What there is to say about how a coding's words were found; undefined if they stand where and as they should. */
export function anchorIssue(
  resolution: Resolution,
  transcript: Transcript,
  code: string,
  origin: Origin | undefined,
): Issue | undefined {
  const words = `These words, coded "${code}",`;
  return foundIssue(resolution, transcript, origin, {
    words,
    without: "the coding does not count",
    approximate: "The coding counts, and the notes of tables say so.",
    mend: "Correct the columns prefix and suffix, or leave them empty if these are the words.",
    add: "Add some of the words before them in a column prefix, or behind them in a column suffix.",
  });
}

/** The same of the words that a memo is about. */
export function memoAnchorIssue(
  resolution: Resolution,
  transcript: Transcript,
  memo: string,
  origin: Origin | undefined,
): Issue | undefined {
  return foundIssue(resolution, transcript, origin, {
    words: `The words that the memo "${memo}" is about`,
    without: "the memo is kept, without a place",
    approximate: "The memo has its place there.",
    mend: "Correct the prefix and suffix of its quote, or leave them empty if these are the words.",
    add: "Add some of the words before them as the prefix of its quote, or behind them as its suffix.",
  });
}

/** Whose words they are, what follows where they are not found, or found approximately, and how to say which are meant. */
interface Wording {
  readonly words: string;
  readonly without: string;
  readonly approximate: string;
  readonly mend: string;
  readonly add: string;
}

function foundIssue(
  resolution: Resolution,
  transcript: Transcript,
  origin: Origin | undefined,
  { words, without, approximate, mend, add }: Wording,
): Issue | undefined {
  const place = originPlace(origin);
  const lines = (offsets: readonly { readonly start: number }[]): string => {
    const found = offsets.slice(0, 5).map(({ start }) => lineOf(transcript, start));
    if (found.some((line) => line === null)) return "";
    return ` (${found.length === 1 ? "line" : "lines"} ${found.join(", ")}${offsets.length > 5 ? " and more" : ""})`;
  };
  switch (resolution.status) {
    case "lost": {
      const near =
        resolution.candidates.length === 0
          ? ""
          : `The nearest words stand in ${transcript.id}${lines(resolution.candidates)}. `;
      return issue("quote-not-found", `${words} are not in "${transcript.id}"; ${without}.`, {
        hint: `${near}Copy the words from the transcript as they stand there now.`,
        place,
      });
    }
    case "ambiguous": {
      const places = resolution.candidates;
      const [message, hint] =
        places.length === 1
          ? [`${words} are in "${transcript.id}"${lines(places)}, but not between their prefix and suffix`, mend]
          : [`${words} are in "${transcript.id}" ${places.length} times${lines(places)}`, add];
      return issue("quote-found-twice", `${message}; ${without}.`, { hint, place });
    }
    case "approximate":
      return issue(
        "quote-approximate",
        `${words} are in "${transcript.id}" only approximately${lines(resolution.range === null ? [] : [resolution.range])}.`,
        { hint: `Compare them with the transcript. ${approximate}`, place },
      );
    case "moved":
      return issue("quote-moved", `${words} stand elsewhere in "${transcript.id}" than before.`, {
        place,
      });
    case "exact":
      if (!resolution.typography) return undefined;
      return issue(
        "quote-differs-in-typography",
        `${words} differ from "${transcript.id}" in white space, quotation marks or dashes only.`,
        { place },
      );
  }
}
