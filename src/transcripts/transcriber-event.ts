import type { XmlAttributes } from "../text/xml-attributes";

// How Transcriber marks events that are no noises.
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["pronounce", "pron="],
  ["language", "lang="],
  ["lexical", "lex="],
]);

/**
 * What Transcriber shows for a comment, "{unclear}", or an event: "[cough]" between words, "[laugh-] ... [-laugh]" around
 * them, "[+laugh]" and "[laugh+]" for the word before and behind; other kinds have a prefix, as in "[lang=fr-]".
 */
export function eventText(name: string, attributes: XmlAttributes): string {
  const what = (attributes.get("desc") || attributes.get("type") || "").trim();
  if (what === "") return "";
  if (name === "Comment") return `{${what}}`;
  const said = `${PREFIXES.get(attributes.get("type") ?? "") ?? ""}${what}`;
  switch (attributes.get("extent")) {
    case "begin":
      return `[${said}-]`;
    case "end":
      return `[-${said}]`;
    case "previous":
      return `[+${said}]`;
    case "next":
      return `[${said}+]`;
    default:
      return `[${said}]`;
  }
}
