import type { Scheme } from "../model/scheme";
import { VERSION } from "../model/version";
import type { Provenance } from "../table/content";

/** How a table came to be: the function, its options as plain data (functions by their name), and both versions. */
export function provenanceOf(name: string, scheme: Scheme, options: object = {}): Provenance {
  const given = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, typeof value === "function" ? `function ${value.name || "(no name)"}` : value]);
  return {
    function: name,
    options: Object.fromEntries(given),
    schemeVersion: scheme.version,
    packageVersion: VERSION,
  };
}
