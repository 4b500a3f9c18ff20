import type { Level } from "../analysis/entries";
import { entriesOf, type Scheme } from "../model/scheme";
import { codesOfCategory, codesOfTheme } from "../scheme/tree";

/**
 * The ids of `--theme` as ids of the rows' level. Where the rows are codes, a theme or category stands for the codes
 * inside it that are in use; all else stays as given.
 */
export function idsAtLevel(
  scheme: Scheme,
  level: Level | undefined,
  ids: readonly string[] | undefined,
): readonly string[] | undefined {
  if (level !== "code" || ids === undefined) return ids;
  const codes = entriesOf(scheme, "code");
  const inUse = new Set(codes.filter((code) => !code.retired).map((code) => code.id));
  const inside = (id: string): readonly string[] => {
    if (codes.some((code) => code.id === id)) return [id];
    if (entriesOf(scheme, "theme").some((theme) => theme.id === id)) return codesOfTheme(scheme, id);
    if (entriesOf(scheme, "category").some((category) => category.id === id)) return codesOfCategory(scheme, id);
    return [id];
  };
  return [
    ...new Set(
      ids.flatMap((id) => {
        const used = inside(id).filter((code) => inUse.has(code));
        return used.length === 0 ? [id] : used;
      }),
    ),
  ];
}
