import { toSource } from "../issues/source";
import type { Rule } from "../model/scheme";
import { isRecord } from "../text/check";
import { parseYaml } from "../text/yaml";
import type { Pattern } from "./pattern";
import { joinWords } from "./tokens";

/** A rule in one line of YAML, as an analyst would write it; `parseRule` reads it back. */
export function ruleText(any: readonly Pattern[], not: readonly Pattern[]): string {
  const [only, ...more] = any;
  if (only === undefined) return "";
  if (more.length === 0 && not.length === 0 && only.kind === "words") return joinWords(only.words);
  const isRecordAlready = more.length === 0 && only.kind !== "words";
  const fields = isRecordAlready ? fieldsOf(only) : [`any: ${listText(any)}`];
  return `{ ${[...fields, ...(not.length === 0 ? [] : [`not: ${listText(not)}`])].join(", ")} }`;
}

/** The plain value of a rule that `ruleText` wrote: text, or a record. Text that is no record is a rule of words. */
export function parseRule(text: string): Rule {
  if (!text.trimStart().startsWith("{")) return text;
  const { value } = parseYaml(toSource("", text));
  return isRecord(value) ? value : text;
}

function fieldsOf(pattern: Pattern): string[] {
  switch (pattern.kind) {
    case "words":
      return [`any: ${patternText(pattern)}`];
    case "stem": {
      const language = pattern.isStated ? [`language: ${pattern.language}`] : [];
      return [`stem: ${scalar(joinWords(pattern.words))}`, ...language];
    }
    case "match":
      return [`match: ${JSON.stringify(pattern.pattern)}`];
    case "near":
      return [`near: ${listText(pattern.members)}`, `within: ${pattern.within}`];
  }
}

function listText(patterns: readonly Pattern[]): string {
  return `[${patterns.map(patternText).join(", ")}]`;
}

function patternText(pattern: Pattern): string {
  return pattern.kind === "words" ? scalar(joinWords(pattern.words)) : `{ ${fieldsOf(pattern).join(", ")} }`;
}

// What YAML takes for text without quotation marks. Words that mean true, false or nothing, and numbers, do not pass.
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)\p{L}[\p{L}\p{M}\p{N} '*-]*$/iu;

function scalar(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text);
}
