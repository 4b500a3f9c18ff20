import type { ByteView } from "./compound-file";

/** A stretch of a Word 97 file (offsets in its main stream) and its properties that matter here. */
export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inTable: boolean;
  readonly rowEnd: boolean;
}

const PAGE = 512;
const PLAIN = { bold: false, hidden: false, deleted: false, inTable: false, rowEnd: false };
// The codes of single properties, by [MS-DOC] 2.6.
const DELETED = 0x0800;
const BOLD = 0x0835;
const HIDDEN = 0x083c;
const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const LONG_TABLE = 0xd608;
/** The bytes of a property's value, by the upper bits of its code; null where a byte tells. */
const LENGTHS = [1, 1, 2, 4, 2, 2, null, 3];

/**
 * The properties of characters or of paragraphs in the order of the file. `at` and `length` tell where their index stands in
 * the table stream. Of more than `most` no more are read than that, and some.
 */
export function propertyRuns(
  main: ByteView,
  table: ByteView,
  { at, length, of, most }: { at: number; length: number; of: "characters" | "paragraphs"; most: number },
): PropertyRun[] {
  const count = Math.max(0, Math.floor((Math.min(length, table.bytes.length - at) - 4) / 8));
  const runs: PropertyRun[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < count && runs.length <= most; index++) {
    const page = table.u32(at + (count + 1) * 4 + index * 4) * PAGE;
    // Each page is named once; a hostile file could name one a million times.
    if (page + PAGE > main.bytes.length || seen.has(page)) continue;
    seen.add(page);
    const inPage = main.u8(page + PAGE - 1);
    for (let run = 0; run < inPage; run++) {
      const entry = page + (inPage + 1) * 4 + run * (of === "characters" ? 1 : 13);
      const start = main.u32(page + run * 4);
      const end = main.u32(page + (run + 1) * 4);
      runs.push({ start, end, ...propertiesOf(main, page, { offset: main.u8(entry) * 2, of }) });
    }
  }
  return runs.sort((a, b) => a.start - b.start);
}

function propertiesOf(
  main: ByteView,
  page: number,
  { offset, of }: { offset: number; of: "characters" | "paragraphs" },
): Omit<PropertyRun, "start" | "end"> {
  const on = new Set<number>();
  const first = page + offset;
  let at = first + 1;
  let end = at + main.u8(first);
  if (of === "paragraphs") {
    // The length counts pairs of bytes; a style stands before the properties.
    const short = main.u8(first);
    at = first + (short === 0 ? 4 : 3);
    end = short === 0 ? first + 2 + main.u8(first + 1) * 2 : first + short * 2;
  }
  end = Math.min(end, page + PAGE);
  while (offset > 0 && at + 2 < end) {
    const code = main.u16(at);
    at += 2;
    if (main.u8(at) !== 0) on.add(code);
    at += code === LONG_TABLE ? main.u16(at) + 1 : (LENGTHS[code >> 13] ?? main.u8(at) + 1);
  }
  return {
    bold: on.has(BOLD),
    hidden: on.has(HIDDEN),
    deleted: on.has(DELETED),
    inTable: on.has(IN_TABLE),
    rowEnd: on.has(ROW_END),
  };
}

/** Finds the run that holds an offset; a stretch between two runs is one without properties. Fast for ascending offsets. */
export function runFinder(runs: readonly PropertyRun[]): (offset: number) => PropertyRun {
  let at = 0;
  return (offset) => {
    const here = runs[at];
    if (here === undefined || offset < here.start || offset >= here.end) {
      let low = 0;
      let high = runs.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((runs[middle]?.start ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      at = Math.max(0, low - 1);
    }
    const run = runs[at];
    if (run !== undefined && offset >= run.start && offset < run.end) return run;
    const next = run !== undefined && run.start > offset ? run : runs[at + 1];
    return { ...PLAIN, start: offset, end: next?.start ?? Number.POSITIVE_INFINITY };
  };
}
