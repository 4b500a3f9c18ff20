// A small generator of random numbers, so that a seed gives the same corpus on every machine.

/** Numbers that look random and follow from a seed. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number between two others, both included. */
  between(low: number, high: number): number;
  /** True with the given probability, 0..1. */
  chance(probability: number): boolean;
  /** One of a list, each as likely as the others. Throws if the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** So many different entries of a list, in random order; all of them if there are no more. */
  sample<T>(list: readonly T[], size: number): T[];
}

/** Random numbers from a seed, a 32-bit whole number. The generator is mulberry32, by Tommy Ettinger (public domain). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick(list) {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new RangeError("There is nothing to pick from.");
      return chosen;
    },
    sample(list, size) {
      const left = [...list];
      const taken = [];
      while (taken.length < size && left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1));
      return taken;
    },
  };
}
