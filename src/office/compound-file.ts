/** Numbers in bytes, least significant byte first; 0 behind their end. */
export interface ByteView {
  readonly bytes: Uint8Array;
  u8(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
}

/** A view of these bytes. */
export function byteView(bytes: Uint8Array): ByteView {
  const u8 = (at: number): number => bytes[at] ?? 0;
  const u16 = (at: number): number => u8(at) | (u8(at + 1) << 8);
  return { bytes, u8, u16, u32: (at) => u16(at) + u16(at + 2) * 0x10000 };
}

/** A compound file, as old Office programs write: a small file system in one file. */
export interface CompoundFile {
  /** Names of the streams and folders at its root. */
  readonly names: ReadonlySet<string>;
  /** True if its tables tell of bytes that are not there, or a stream that was taken ended early. */
  isCut(): boolean;
  /** The bytes of a stream at its root; null if there is none of this name, or no such stream can be. */
  stream(name: string): Uint8Array | null;
}

interface Entry {
  readonly start: number;
  readonly size: number;
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAST = 0xfffffff0;
const HEADER_TABLES = 109;
const ENTRY = 128;
const NONE = 0xffffffff;

/** True for bytes that begin as a compound file does. */
export function looksLikeCompound(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/** Opens a compound file; null if the bytes are none. Chains of sectors that lead in circles or outside end there. */
export function openCompound(bytes: Uint8Array): CompoundFile | null {
  if (!looksLikeCompound(bytes)) return null;
  const view = byteView(bytes);
  const shift = view.u16(0x1e);
  if (shift !== 9 && shift !== 12) return null;
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size);
  const offsetOf = (sector: number): number => (sector + 1) * size;
  const perSector = size / 4;

  const tables: number[] = [];
  for (let index = 0; index < HEADER_TABLES; index++) tables.push(view.u32(0x4c + index * 4));
  let more = view.u32(0x44);
  for (let count = 0; more < sectors && count < sectors; count++) {
    for (let index = 0; index < perSector - 1; index++) tables.push(view.u32(offsetOf(more) + index * 4));
    more = view.u32(offsetOf(more) + (perSector - 1) * 4);
  }
  const next = (sector: number): number => {
    const table = tables[Math.floor(sector / perSector)] ?? NONE;
    return table < sectors ? view.u32(offsetOf(table) + (sector % perSector) * 4) : NONE;
  };
  const chain = (start: number, follow: (sector: number) => number, most: number): number[] => {
    const found: number[] = [];
    for (let at = start; at < LAST && found.length < most; at = follow(at)) found.push(at);
    return found;
  };
  const read = (start: number, length: number): Uint8Array => {
    const parts = chain(start, next, Math.min(sectors, Math.ceil(length / size))).filter((sector) => sector < sectors);
    return joined(
      parts.map((sector) => bytes.subarray(offsetOf(sector), offsetOf(sector) + size)),
      length,
    );
  };

  const directory = byteView(read(view.u32(0x30), bytes.length));
  const root = { start: directory.u32(0x74), size: directory.u32(0x78) };
  const entries = entriesOf(directory);
  const isMissing = (table: number, index: number): boolean => {
    if (table >= LAST) return false;
    if (offsetOf(table) + size > bytes.length || (index - 1) * perSector > sectors) return true;
    // Sectors that nothing uses need not be there.
    for (let at = 0; at < perSector; at++) {
      const isOutside = offsetOf(index * perSector + at) >= bytes.length;
      if (isOutside && view.u32(offsetOf(table) + at * 4) !== NONE) return true;
    }
    return false;
  };
  let isShort = tables.some(isMissing) || directory.bytes.length % ENTRY !== 0;
  const whole = (stream: Uint8Array, length: number): Uint8Array => {
    if (stream.length < length) isShort = true;
    return stream;
  };
  const cutoff = view.u32(0x38);
  const miniShift = Math.min(view.u16(0x20), shift);
  return {
    names: new Set(entries.keys()),
    isCut: () => isShort,
    stream(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.size > bytes.length) {
        isShort = true;
        return null;
      }
      if (entry.size >= cutoff) return whole(read(entry.start, entry.size), entry.size);
      const mini = 1 << miniShift;
      const miniStream = read(root.start, Math.min(root.size, bytes.length));
      const miniTable = byteView(read(view.u32(0x3c), view.u32(0x40) * size));
      const follow = (sector: number): number =>
        sector * 4 < miniTable.bytes.length ? miniTable.u32(sector * 4) : NONE;
      const parts = chain(entry.start, follow, Math.ceil(entry.size / mini));
      const found = parts.map((sector) => miniStream.subarray(sector * mini, (sector + 1) * mini));
      return whole(joined(found, entry.size), entry.size);
    },
  };
}

/** The entries at the root; those of embedded documents, which may have the same names, are not among them. */
function entriesOf(directory: ByteView): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const seen = new Set<number>();
  const open = [directory.u32(0x4c)];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const at = index * ENTRY;
    if (seen.has(index) || at + ENTRY > directory.bytes.length) continue;
    seen.add(index);
    const length = Math.min(64, directory.u16(at + 0x40));
    let name = "";
    for (let unit = 0; unit + 2 < length; unit += 2) name += String.fromCharCode(directory.u16(at + unit));
    entries.set(name, { start: directory.u32(at + 0x74), size: directory.u32(at + 0x78) });
    open.push(directory.u32(at + 0x44), directory.u32(at + 0x48));
  }
  return entries;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(
    Math.min(
      length,
      parts.reduce((sum, part) => sum + part.length, 0),
    ),
  );
  let at = 0;
  for (const part of parts) {
    const fitting = part.subarray(0, whole.length - at);
    whole.set(fitting, at);
    at += fitting.length;
  }
  return whole;
}
