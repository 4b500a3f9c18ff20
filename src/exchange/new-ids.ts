import { toId } from "../scheme/to-id";

/** Gives ids to entries of one kind that state none: no two alike, and none that another entry states. */
export interface NewIds {
  /** An id of the name; where that is taken, with the id of what it is in before it; where that is too, with a number. */
  of(name: string, within?: string | undefined): string;
}

/** New ids beside those that are stated. `word` stands for names without letters and digits. */
export function newIds(stated: Iterable<string>, word: string): NewIds {
  const taken = new Set(stated);
  const numbers = new Map<string, number>();
  const isFree = (id: string): boolean => !taken.has(id) && taken.add(id).has(id);
  return {
    of(name, within) {
      const own = toId(name) || word;
      if (isFree(own)) return own;
      const longer = within === undefined ? own : `${within}-${own}`;
      if (isFree(longer)) return longer;
      let number = numbers.get(longer) ?? 2;
      while (!isFree(`${longer}-${number}`)) number++;
      numbers.set(longer, number + 1);
      return `${longer}-${number}`;
    },
  };
}
