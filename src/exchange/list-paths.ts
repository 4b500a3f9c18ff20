/** How names are parted that hold the names above them, such as "Care > Waiting". */
export type PathSeparator = ">" | "::" | "\\" | "/";

const SEPARATORS: readonly PathSeparator[] = [">", "::", "\\", "/"];

/**
 * The separator of names that are paths; null if they are none. A name with the mark in it is evidence if what stands before
 * the mark is a name of the list itself, or begins another such name. At least two names, and half of those with the mark,
 * must be: "pros/cons" alone is a name.
 */
export function pathSeparator(names: readonly string[]): PathSeparator | null {
  let best: { separator: PathSeparator; count: number } | null = null;
  const whole = new Set(names.map(folded));
  for (const separator of SEPARATORS) {
    const paths = names.map((name) => pathOf(name, separator)).filter((path) => path.length > 1);
    const heads = new Map<string, number>();
    for (const [head = ""] of paths) heads.set(folded(head), (heads.get(folded(head)) ?? 0) + 1);
    const isEvidence = ([head = "", ...rest]: readonly string[]): boolean => {
      const above = [head, ...rest.slice(0, -1)].join(separator);
      return (heads.get(folded(head)) ?? 0) > 1 || whole.has(folded(head)) || whole.has(folded(above));
    };
    const count = paths.filter(isEvidence).length;
    if (count >= 2 && count * 2 >= paths.length && count > (best?.count ?? 0)) best = { separator, count };
  }
  return best?.separator ?? null;
}

/** The parts of a name; the name alone if it begins or ends with the separator, or has two in a row. */
export function pathOf(name: string, separator: PathSeparator): readonly string[] {
  const parts = name.split(separator).map((part) => part.trim());
  return parts.includes("") ? [name.trim()] : parts;
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
