// What a measured round has to show: a time is worth nothing if the work was not done.

/** Throws if there are more or fewer of something than the corpus promises. */
export function expectEqual(what: string, found: number, promised: number): void {
  if (found !== promised) throw new Error(`The study has ${found} ${what}; the corpus has ${promised}.`);
}

/** Throws if there are fewer of something than there should be at least. */
export function expectAtLeast(what: string, found: number, least: number): void {
  if (found < least) throw new Error(`The study has ${found} ${what}; there should be ${least} at least.`);
}
