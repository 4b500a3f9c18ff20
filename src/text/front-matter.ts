import { type Issue, issue } from "../issues/issue";
import type { Source } from "../issues/source";

/** Where the front matter of a text stands (UTF-16 code units). */
export interface FrontMatterRange {
  /** Where the YAML begins: the line below the opening `---`. */
  readonly start: number;
  /** Where the YAML ends: the beginning of the closing `---`. */
  readonly end: number;
  /** Where the body begins: the line below the closing `---`. */
  readonly bodyStart: number;
}

const FENCE = /^---[ \t]*$/m;
// "key:" with white space or the line's end behind it, as the first thing written.
const FIRST_KEY = /^(?:[ \t]*(?:#.*)?\r?\n)*["']?[\p{L}_][^:\r\n]*:(?=\s|$)/u;

/**
 * Where the YAML front matter of a text stands; null if it has none. It opens with `---` as the very first line and
 * closes with the next `---` line. A `---` with anything but a key below it is a rule, and belongs to the text.
 */
export function splitFrontMatter(source: Source): FrontMatterRange | null {
  const start = frontMatterStart(source.text);
  if (start === null) return null;
  const rest = source.text.slice(start);
  const close = FENCE.exec(rest);
  if (close === null) return null;
  const yaml = rest.slice(0, close.index);
  if (yaml.trim() !== "" && !FIRST_KEY.test(yaml)) return null;
  const below = /\r?\n/.exec(rest.slice(close.index));
  const bodyStart = below === null ? source.text.length : start + close.index + below.index + below[0].length;
  return { start, end: start + close.index, bodyStart };
}

/** The issue for front matter that opens and never closes; undefined if there is none such. */
export function unclosedFrontMatter(source: Source): Issue | undefined {
  const start = frontMatterStart(source.text);
  if (start === null || splitFrontMatter(source) !== null || !FIRST_KEY.test(source.text.slice(start)))
    return undefined;
  if (FENCE.test(source.text.slice(start))) return undefined;
  return issue("broken-yaml", 'The front matter opens with "---" and never closes.', {
    hint: 'Write "---" on a line of its own below the last key. If the first line is only a rule, remove it.',
    place: source.linePlace(1),
  });
}

function frontMatterStart(text: string): number | null {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  return open === null ? null : open[0].length;
}
