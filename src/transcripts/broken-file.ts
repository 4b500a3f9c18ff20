import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";
import type { XmlProblem } from "../text/xml";
import type { Reading } from "./reading";

/** The issue of a file that breaks off or contradicts its own format at an offset (UTF-16 code units). */
export function brokenFile(source: Source, message: string, at: number, hint: string): Issue {
  const { excerpt, ...place } = source.place(Math.max(0, Math.min(at, source.text.length - 1)));
  // A file without line breaks would print whole.
  const short = excerpt === undefined || excerpt.length > 400 ? {} : { excerpt };
  return issue("broken-file", message, { hint, place: { ...place, ...short } });
}

/** The issue of broken XML. */
export function brokenXml(source: Source, problem: XmlProblem, program: string): Issue {
  const hint = `What could be read was read. Export the file again from ${program}, or mend it at this place.`;
  return brokenFile(source, `The XML ${problem.message}.`, problem.at, hint);
}

/** The issues of a file, and one more if nobody says anything in it. */
export function withNoTurnIssue(source: Source, reading: Reading, hint: string): Reading {
  if (reading.drafts.some(({ turns }) => turns.length > 0)) return reading;
  const none = issue("transcript-without-turn", "No turn was found in this transcript.", {
    hint,
    place: { file: source.file },
  });
  return { drafts: reading.drafts, issues: [...reading.issues, none] };
}
