import { LONGEST_YAML, MOST_YAML_LINES, MOST_YAML_VALUES } from "./limits";
import { explainYaml } from "./yaml-errors";

/** A problem of a YAML text as a whole. */
export interface YamlBomb {
  readonly code: "too-large" | "broken-yaml";
  readonly message: string;
  readonly hint: string;
}

// The parser takes gigabytes for a million brackets or dashes within one another before it gives up.
const DEEPEST = 1000;

/** Why a YAML text is not given to the parser, which would take minutes or gigabytes for it; null if it is as others are. */
export function yamlBomb(text: string): YamlBomb | null {
  if (text.length > LONGEST_YAML) return tooLarge(`${LONGEST_YAML} characters`);
  let depth = 0;
  let values = 0;
  let lines = 0;
  // How many dashes and question marks begin a value since the line began: each is a list or record within the last.
  let nested = 0;
  let isIndent = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === RETURN) {
      if (code === LINE_FEED) lines++;
      nested = 0;
      isIndent = true;
    } else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      values++;
      depth++;
      isIndent = false;
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) {
      values++;
      depth = Math.max(0, depth - 1);
      isIndent = false;
    } else if (isBreaking(code) && !(text.charCodeAt(at - 1) > BLANK)) {
      // What is written so is mostly wrong, and each is an error of its own.
      values++;
      isIndent = false;
    } else if (isIndent && (code === DASH || code === QUESTION)) {
      values++;
      nested++;
    } else if (depth > 0 ? code === COLON || code === COMMA : code === COLON && endsWord(text.charCodeAt(at + 1))) {
      values++;
      isIndent = false;
    } else if (code !== BLANK) isIndent = false;
    if (depth > DEEPEST || nested > DEEPEST) {
      return { code: "broken-yaml", ...explainYaml("RESOURCE_EXHAUSTION", "") };
    }
    if (values > MOST_YAML_VALUES) return tooLarge(`${MOST_YAML_VALUES} keys and values`);
    if (lines > MOST_YAML_LINES) return tooLarge(`${MOST_YAML_LINES} lines`);
  }
  return null;
}

/** The problem of a YAML text with more than so much. */
export function tooLarge(most: string, what = "file"): YamlBomb {
  const hint =
    what === "file" ? "Part it into several files." : "Put what is no fact about the text below the second ---.";
  return { code: "too-large", message: `The ${what} has more than ${most}, and was not read.`, hint };
}

/** True where a colon ends a key and is not within a word; NaN is the end of the text. */
function endsWord(next: number): boolean {
  return !(next > BLANK);
}

/** True for the signs of anchors, aliases and directives, where they begin a word. */
function isBreaking(code: number): boolean {
  return code === ASTERISK || code === AMPERSAND || code === PERCENT;
}

const LINE_FEED = 10;
const RETURN = 13;
const BLANK = 32;
const PERCENT = 37;
const AMPERSAND = 38;
const ASTERISK = 42;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const QUESTION = 63;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
