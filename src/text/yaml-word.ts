const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ._'-]*$/u;
const MEANS_MORE = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/** A word as it can stand in YAML, also inside braces: as it is, or in quotation marks where it would mean something else. */
export function yamlWord(word: string): string {
  return PLAIN.test(word) && !MEANS_MORE.test(word) ? word : JSON.stringify(word);
}
