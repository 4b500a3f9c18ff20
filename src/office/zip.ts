import { Inflate } from "fflate";
import { crc32 } from "./crc32";

/** A part of a zip archive that cannot be read, and why. */
export class ZipProblem extends Error {
  constructor(readonly reason: "broken" | "too large" | "encrypted") {
    super(reason);
  }
}

/** A zip archive whose parts are taken out one by one. */
export interface ZipArchive {
  readonly names: ReadonlySet<string>;
  /** The bytes of a part; null if there is none of this name. Throws a `ZipProblem`. */
  read(name: string): Uint8Array | null;
}

interface Entry {
  readonly checksum: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** True if two parts have this name, of which nobody can tell which is meant. */
  readonly isTwice: boolean;
  readonly compressed: number;
  readonly header: number;
}

// All parts that are taken out of one archive may have so many bytes together: a hundred times those of the archive, but 20
// million anyway and never more than 60. What an archive says of itself is not believed.
const MOST_RATIO = 100;
const LEAST_LIMIT = 20_000_000;
const GREATEST_LIMIT = 60_000_000;

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const LARGE_END = 0x06064b50;
const LARGE_LOCATOR = 0x07064b50;
const WIDE = 0xffffffff;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 20_000;
// One step of inflating makes at most a thousand times as many bytes.
const STEP = 16_384;

/** True for bytes that begin as a zip archive does. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** How many bytes may still be taken out, of an archive and of those in it. */
export interface ZipBudget {
  left: number;
}

/** What may be taken out of these bytes. */
export function zipBudget({ length }: Uint8Array): ZipBudget {
  return { left: Math.min(GREATEST_LIMIT, Math.max(LEAST_LIMIT, length * MOST_RATIO)) };
}

/** Opens a zip archive; null if the bytes are none, or have no directory at their end. */
export function openZip(bytes: Uint8Array, budget = zipBudget(bytes)): ZipArchive | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  if (entries === null) return null;
  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const data = unzipped(bytes, view, entry, budget.left);
      // Flipped bits can change words, and nothing else would show it.
      if (crc32(data) !== entry.checksum) throw new ZipProblem("broken");
      budget.left -= data.length;
      return data;
    },
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> | null {
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - LONGEST_COMMENT);
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest) return null;
  const large = largeDirectory(bytes, view, end);
  const count = Math.min(large?.count ?? view.getUint16(end + 10, true), MOST_ENTRIES);
  let at = large?.at ?? view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) break;
    const length = view.getUint16(at + 28, true);
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(length, 1000)));
    const extra = at + 46 + length;
    const wide = wideNumbers(view, extra, Math.min(bytes.length, extra + view.getUint16(at + 30, true)));
    // In the order of the format, each only where the number of 32 bits says that it does not fit.
    const numberAt = (place: number): number => {
      const narrow = view.getUint32(place, true);
      return narrow === WIDE ? (wide.shift() ?? narrow) : narrow;
    };
    numberAt(at + 24);
    const compressed = numberAt(at + 20);
    const header = numberAt(at + 42);
    const isTwice = entries.has(name);
    entries.set(name, {
      checksum: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      isTwice,
      compressed,
      header,
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.size === 0 ? null : entries;
}

/** Where the directory of an archive in the large form (Zip64) stands, and how many entries it has; null for any other. */
function largeDirectory(bytes: Uint8Array, view: DataView, end: number): { at: number; count: number } | null {
  if (view.getUint16(end + 10, true) !== 0xffff && view.getUint32(end + 16, true) !== WIDE) return null;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LARGE_LOCATOR) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > bytes.length || view.getUint32(at, true) !== LARGE_END) return null;
  return { at: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)) };
}

/** The numbers of 64 bits that stand among the further fields of an entry. */
function wideNumbers(view: DataView, start: number, end: number): number[] {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const stop = Math.min(end, at + 4 + view.getUint16(at + 2, true));
    const numbers: number[] = [];
    for (let next = at + 4; next + 8 <= stop; next += 8) numbers.push(Number(view.getBigUint64(next, true)));
    return numbers;
  }
  return [];
}

function unzipped(bytes: Uint8Array, view: DataView, entry: Entry, limit: number): Uint8Array {
  const { header, method, compressed } = entry;
  if (entry.encrypted) throw new ZipProblem("encrypted");
  if (entry.isTwice) throw new ZipProblem("broken");
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL) throw new ZipProblem("broken");
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const data = bytes.subarray(start, start + compressed);
  if (data.length < compressed) throw new ZipProblem("broken");
  if (method === 0) {
    if (data.length > limit) throw new ZipProblem("too large");
    return data;
  }
  if (method !== 8) throw new ZipProblem("broken");
  return inflated(data, limit);
}

function inflated(data: Uint8Array, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const inflate = new Inflate((chunk, final) => {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    isWhole ||= final;
  });
  try {
    for (let at = 0; at < data.length && length <= limit; at += STEP) {
      inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    }
  } catch (error) {
    throw error instanceof ZipProblem ? error : new ZipProblem("broken");
  }
  if (length > limit) throw new ZipProblem("too large");
  if (!isWhole) throw new ZipProblem("broken");
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
