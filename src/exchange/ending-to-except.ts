import { asArgument } from "../text/argument";

/**
 * What to leave out of an import in which talks are there in several formats, as a sentence: the ending that parts most of
 * them, or the endings that part as many. Null if none parts two or more, and most: an ending is named only if each file with
 * it has its like under another one.
 *
 * @param clashes The files of each talk that is there more than once.
 * @param files All files that are given.
 */
export function endingToExcept(clashes: readonly (readonly string[])[], files: readonly string[]): string | null {
  const several = clashes.filter((clash) => new Set(clash).size > 1);
  const solved = new Map<string, number>();
  const spared = new Set<string>();
  for (const clash of several) {
    for (const ending of new Set(clash.map(endingOf))) {
      const others = new Set(clash.filter((file) => endingOf(file) !== ending));
      if (ending === "" || others.size === 0) continue;
      if (others.size === 1) solved.set(ending, (solved.get(ending) ?? 0) + 1);
      for (const file of clash) if (endingOf(file) === ending) spared.add(file);
    }
  }
  const whole = [...solved].filter(([ending]) => {
    return files.every((file) => endingOf(file) !== ending || spared.has(file));
  });
  const most = Math.max(0, ...whole.map(([, count]) => count));
  if (most < 2 || most * 2 <= several.length) return null;
  const names = whole.flatMap(([ending, count]) => (count === most ? `--except ${asArgument(`*${ending}`)}` : []));
  const all = most === several.length ? `all ${most} talks` : `${most} of the ${several.length} talks`;
  return `For ${all} that are here twice at once: ${names.join(" or ")}.`;
}

/** The ending of a file's name as it is written, with its point; "" if there is none. */
function endingOf(file: string): string {
  return /\.[^./\\]{1,20}$/.exec(file)?.[0] ?? "";
}
