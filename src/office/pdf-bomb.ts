import { Unzlib } from "fflate";
import { byteText } from "../text/byte-text";

/** All streams of a PDF but its pictures may have this many bytes together. */
const LARGEST = 100_000_000;
const STEP = 16_384;

/**
 * True for a PDF whose streams unzip to far more than any transcript has: a bomb. Pictures do not count, since they are
 * not looked at; a stream that is zipped twice counts as too large if it has more than a picture's zips.
 */
export function inflatesTooFar(bytes: Uint8Array): boolean {
  const text = byteText(bytes);
  let total = 0;
  for (let at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
    if (text.startsWith("end", at - 3)) continue;
    const from = text.lastIndexOf("obj", at);
    const dictionary = text.slice(Math.max(from, at - 2000, 0), at);
    const zips = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0;
    if (zips === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const start = at + (text[at + 6] === "\r" ? 8 : 7);
    const end = text.indexOf("endstream", start);
    const stream = bytes.subarray(start, end === -1 ? bytes.length : end);
    total += inflatedSize(stream, zips, LARGEST - total);
    if (total >= LARGEST) return true;
    if (end === -1) return false;
    at = end;
  }
  return false;
}

/** The size of a stream that is zipped so many times, or `most` if it is more. */
function inflatedSize(stream: Uint8Array, zips: number, most: number): number {
  let size = 0;
  let inner = 0;
  const count = (data: Uint8Array): void => {
    size += data.length;
  };
  let sink = inflater(count);
  for (let layer = 1; layer < Math.min(zips, 4); layer++) {
    const next = sink;
    sink = inflater((data) => {
      inner += data.length;
      if (inner < most && size < most) next(data);
    });
  }
  for (let at = 0; at < stream.length && size < most && inner < most; at += STEP) sink(stream.subarray(at, at + STEP));
  return Math.min(most, Math.max(size, inner));
}

/** Unzips what it is given piece by piece, and says nothing of what is broken: that is the parser's to tell. */
function inflater(write: (data: Uint8Array) => void): (data: Uint8Array) => void {
  let isBroken = false;
  const stream = new Unzlib((data) => write(data));
  return (data) => {
    if (isBroken) return;
    try {
      for (let at = 0; at < data.length; at += STEP) stream.push(data.subarray(at, at + STEP));
    } catch {
      isBroken = true;
    }
  };
}
