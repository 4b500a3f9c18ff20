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
      return issue(
        "quote-not-found",
        `These words, coded "${code}", are not in "${transcript.id}"; the coding does not count.`,
        {
          hint: `${near}Copy the words from the transcript as they stand there now.`,
          place,
        },
      );
    }
    case "ambiguous": {
      const places = resolution.candidates;
      const [message, hint] =
        places.length === 1
          ? [
              `These words, coded "${code}", are in "${transcript.id}"${lines(places)}, but not between their prefix and suffix`,
              "Correct the columns prefix and suffix, or leave them empty if these are the words.",
            ]
          : [
              `These words, coded "${code}", are in "${transcript.id}" ${places.length} times${lines(places)}`,
              "Add some of the words before them in a column prefix, or behind them in a column suffix.",
            ];
      return issue("quote-found-twice", `${message}; the coding does not count.`, { hint, place });
    }
    case "approximate":
      return issue(
        "quote-approximate",
        `These words, coded "${code}", are in "${transcript.id}" only approximately${lines(resolution.range === null ? [] : [resolution.range])}.`,
        { hint: "Compare them with the transcript. The coding counts, and the notes of tables say so.", place },
      );
    case "moved":
      return issue("quote-moved", `These words, coded "${code}", stand elsewhere in "${transcript.id}" than before.`, {
        place,
      });
    case "exact":
      if (!resolution.typography) return undefined;
      return issue(
        "quote-differs-in-typography",
        `These words, coded "${code}", differ from "${transcript.id}" in white space, quotation marks or dashes only.`,
        { place },
      );
  }
}
