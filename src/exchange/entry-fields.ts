import type { Category, Code, SchemeEntry, Theme } from "../model/scheme";

/** How a field of an entry is written where there is text alone: as it is, one item a line, or as JSON. */
export type FieldForm = "text" | "texts" | "data";

type Links = "kind" | "id" | "name" | "category" | "parent" | "codes";

// `satisfies` makes a new field of the model fail here, so that no format forgets it.
const CATEGORY = { definition: "text" } satisfies Record<Exclude<keyof Category, Links>, FieldForm>;
const CODE = {
  definition: "text",
  include: "text",
  exclude: "text",
  examples: "texts",
  suggest: "data",
  retired: "data",
} satisfies Record<Exclude<keyof Code, Links>, FieldForm>;
const THEME = {
  concept: "text",
  boundary: "text",
  question: "text",
  reviews: "data",
} satisfies Record<Exclude<keyof Theme, Links>, FieldForm>;

/** The fields of each kind of entry besides its id, name and links, with the forms that they are written in. */
export const ENTRY_FIELDS: Readonly<Record<SchemeEntry["kind"], Readonly<Record<string, FieldForm>>>> = {
  category: CATEGORY,
  code: CODE,
  theme: THEME,
};

/** The form of a field of any kind; undefined if no entry has it. */
export function formOf(field: string): FieldForm | undefined {
  const fields: Readonly<Record<string, FieldForm>> = { ...CATEGORY, ...CODE, ...THEME };
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** What an entry has in these fields. */
export type EntryTexts = Readonly<Record<string, unknown>>;

/** The fields of an entry, in the order above; those it does not have are left out. */
export function fieldsOf(entry: SchemeEntry): EntryTexts {
  const record: Readonly<Record<string, unknown>> = { ...entry };
  const names = Object.keys(ENTRY_FIELDS[entry.kind]).filter((name) => record[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

/** True if entries of a kind have a field. */
export function hasField(kind: SchemeEntry["kind"], field: string): boolean {
  return Object.hasOwn(ENTRY_FIELDS[kind], field);
}

/** True if two plain values say the same; the order of keys says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}

/** The value of a JSON text; undefined if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
