/**
 * Whole numbers of 32 bits, one after the other, in half the room that a list of them takes. Plain data, since it is filled
 * where every call counts.
 */
export interface NumberList {
  /** Only the first `length` of them count. */
  values: Int32Array;
  length: number;
}

const FIRST_ROOM = 16;

/** An empty list. */
export function numberList(): NumberList {
  return { values: new Int32Array(FIRST_ROOM), length: 0 };
}

/** Adds a number at the end. */
export function addNumber(list: NumberList, value: number): void {
  if (list.length === list.values.length) makeRoom(list, list.length + 1);
  list.values[list.length++] = value;
}

/** Puts numbers in before the one that stands at an index. */
export function insertNumbers(list: NumberList, at: number, inserted: NumberList): void {
  makeRoom(list, list.length + inserted.length);
  list.values.copyWithin(at + inserted.length, at, list.length);
  list.values.set(numbersOf(inserted), at);
  list.length += inserted.length;
}

/** The numbers, without a copy: what is added later may or may not show in them. */
export function numbersOf({ values, length }: NumberList): Int32Array {
  return values.subarray(0, length);
}

function makeRoom(list: NumberList, least: number): void {
  if (least <= list.values.length) return;
  // Room that nobody writes to takes no memory.
  const values = new Int32Array(Math.max(least, 2 * list.values.length));
  values.set(numbersOf(list));
  list.values = values;
}
