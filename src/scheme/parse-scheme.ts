import { argumentError } from "../issues/call";
import { InputError } from "../issues/input-error";
import { hasErrors } from "../issues/issue";
import { toSource } from "../issues/source";
import type { Scheme } from "../model/scheme";
import { canonicalText } from "../text/canonical";
import { parseYaml } from "../text/yaml";
import { readScheme } from "./read-scheme";

/**
 * The coding scheme in a YAML or JSON text, with themes, codes and categories nested or flat. Throws `InputError` with
 * all problems at once; an empty text is an empty scheme.
 *
 * @param file The name that messages give the text; "scheme.yaml" by default.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(`
 * themes:
 *   - id: hope
 *     name: Peer workers bring hope
 *     codes: [{ id: recovery-possible }]
 * `);
 * scheme.entries.map((entry) => entry.name); // => ["Peer workers bring hope", "Recovery possible"]
 * ```
 */
export function parseScheme(text: string, file = "scheme.yaml"): Scheme {
  if (typeof text !== "string") {
    throw argumentError("first", text, "text", "A plain value is read by createStudy({ scheme: value, ... }).");
  }
  const yaml = parseYaml(toSource(file, canonicalText(text)));
  if (hasErrors(yaml.issues)) throw new InputError(yaml.issues);
  const { scheme, issues } = readScheme(yaml.value, yaml);
  if (hasErrors(issues)) throw new InputError(issues);
  return scheme;
}
