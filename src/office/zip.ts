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
  const count = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) break;
    const length = view.getUint16(at + 28, true);
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(length, 1000)));
    entries.set(name, {
      checksum: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      compressed: view.getUint32(at + 20, true),
      header: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.size === 0 ? null : entries;
}

function unzipped(bytes: Uint8Array, view: DataView, entry: Entry, limit: number): Uint8Array {
  const { header, method, compressed } = entry;
  if (entry.encrypted) throw new ZipProblem("encrypted");
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
