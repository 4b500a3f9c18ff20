import type { CsvRow } from "../text/csv";

/** A row of a code list with its cells; those that are empty are undefined. */
export interface ListRow {
  readonly row: CsvRow;
  readonly name: string;
  readonly id: string | undefined;
  readonly parent: string | undefined;
  readonly kind: string | undefined;
  /** Names or ids of themes, parted by semicolons. */
  readonly themes: string | undefined;
  /** The other fields of the entry. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A name of the list in its place: of a row, or only named as what rows stand under. */
export interface Node {
  readonly name: string;
  readonly line: ListRow | undefined;
  parent: Node | undefined;
  /** True if others stand under it, or if its row names itself as its parent. */
  isParent: boolean;
  codeId: string | undefined;
  groupId: string | undefined;
}
