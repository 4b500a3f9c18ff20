import type { CodingInput } from "../coding/coding-input";
import { type Issue, issue } from "../issues/issue";
import type { Sourced } from "../issues/source";
import type { Category, Code, Scheme } from "../model/scheme";
import { count } from "../text/plural";
import type { TranscriptPart } from "./transcript-part";

/**
 * The scheme of a study that has none: the codes that codings use, in the order they first come up; what stands before
 * them in `[[parent>code]]` becomes their category. Version 1, without themes.
 */
export function inferScheme(
  parts: readonly TranscriptPart[],
  codings: readonly Sourced<CodingInput>[],
): { scheme: Scheme; issues: Issue[] } {
  const categories = new Map<string, Category>();
  const codes = new Map<string, Code>();
  const enter = (id: string, parents: readonly string[]): void => {
    let parent: string | null = null;
    for (const each of parents) {
      if (!categories.has(each)) categories.set(each, { kind: "category", id: each, name: each, parent });
      parent = each;
    }
    const known = codes.get(id);
    if (known === undefined || (known.category === null && parent !== null)) {
      codes.set(id, { kind: "code", id, name: id, category: parent });
    }
  };
  for (const part of parts) for (const { value } of part.codings) enter(value.code, value.parents);
  for (const { value } of codings) enter(value.code, []);
  const issues =
    codes.size === 0
      ? []
      : [
          issue(
            "scheme-inferred",
            `There is no scheme; the codes that codings use stand for it (${count(codes.size, "code")}).`,
            {
              hint: "Write scheme.yaml to name codes, define them and gather them into themes.",
            },
          ),
        ];
  return { scheme: { version: 1, entries: [...categories.values(), ...codes.values()], changes: [] }, issues };
}
