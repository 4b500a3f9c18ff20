import { Unzlib } from "fflate";
import { byteText } from "../text/byte-text";
import { lzwSize, pdfLayers, withoutDigits } from "./pdf-filters";
import { unrolledIn } from "./pdf-numbers";

/** How large a stream is. */
interface PdfSize {
  readonly bytes: number;
  /** How many of the bytes are letters, digits and signs. */
  readonly signs: number;
}

/**
 * What all streams of a PDF but its pictures may have together. Fonts are large and not of signs; the orders of a page are,
 * and the parser needs a second and a gigabyte for six million of them.
 */
const LARGEST: PdfSize = { bytes: 40_000_000, signs: 10_000_000 };
const STEP = 16_384;
// Letters that all fonts together map: 65,536 of a font that maps all, of several fonts.
const MOST_UNROLLED = 5_000_000;
const LONGEST_DICTIONARY = 2000;
const MOST_LAYERS = 4;
// A run of RunLengthDecode has 64 times its bytes at most.
const RUN = 64;

/**
 * The bytes of a PDF with its pictures blanked, which the words do not need: what is called a picture cannot be anything
 * else then. Null for a PDF whose other streams unzip to far more than any transcript has: a bomb.
 */
export function withoutPictures(bytes: Uint8Array): Uint8Array | null {
  const text = byteText(bytes);
  const copy = new Uint8Array(bytes);
  let behindLast = 0;
  let unrolled = unrolledIn(text);
  const unroll = (part: string): void => {
    unrolled += unrolledIn(part);
  };
  let bytesSoFar = 0;
  let signsSoFar = 0;
  for (let at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
    if (text.startsWith("end", at - 3)) continue;
    // Never farther back than the stream before: a file can hold the word a million times.
    const window = text.slice(Math.max(behindLast, at - LONGEST_DICTIONARY), at);
    const dictionary = window.slice(Math.max(0, window.lastIndexOf("obj")));
    const start = at + (text[at + 6] === "\r" ? 8 : 7);
    const close = text.indexOf("endstream", start);
    const end = close === -1 ? bytes.length : close;
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) copy.fill(0, start, end);
    else {
      const stream = bytes.subarray(start, end);
      const most = { bytes: LARGEST.bytes - bytesSoFar, signs: LARGEST.signs - signsSoFar };
      const size = unpackedSize(stream, dictionary, most, unroll);
      bytesSoFar += size.bytes;
      signsSoFar += size.signs;
      if (bytesSoFar >= LARGEST.bytes || signsSoFar >= LARGEST.signs) return null;
    }
    if (unrolled > MOST_UNROLLED) return null;
    if (close === -1) break;
    at = close;
    behindLast = close;
  }
  return unrolled > MOST_UNROLLED ? null : copy;
}

/** The size of a stream without its layers, or `most` if it is more; `take` gets what was zipped. */
function unpackedSize(stream: Uint8Array, dictionary: string, most: PdfSize, take: (text: string) => void): PdfSize {
  const layers = pdfLayers(dictionary);
  let inner = stream;
  let outermost = layers[0];
  while (outermost === "hexadecimal" || outermost === "base 85") {
    inner = withoutDigits(inner, outermost);
    layers.shift();
    outermost = layers[0];
  }
  const runs = layers.includes("runs") ? RUN : 1;
  const zips = layers.filter((layer) => layer === "zip").length;
  if (layers.includes("lzw")) {
    // Nobody packs twice what only grows by it.
    if (zips > 0) return most;
    const size = lzwSize(inner, most.bytes) * runs;
    return { bytes: size, signs: size };
  }
  // Digits within a zipped stream are twice its size at most, and zipped once more only to do harm.
  if (zips > 1 && layers.some((layer) => layer === "hexadecimal" || layer === "base 85")) return most;
  const { bytes, signs } = inflatedSize(inner, Math.max(zips, looksZipped(inner) ? 1 : 0), most, take);
  return { bytes: bytes * runs, signs: signs * runs };
}

function looksZipped([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 15) === 8 && (first * 256 + second) % 31 === 0;
}

/** How many of these bytes are letters, digits and signs, as all orders of a page are. */
function signsIn(data: Uint8Array): number {
  let signs = 0;
  for (let at = 0; at < data.length; at++) {
    const byte = data[at] ?? 0;
    if (byte > 0x20 && byte < 0x7f) signs++;
  }
  return signs;
}

/** The size of a stream that is zipped so many times, or `most` if it is more; of one that is not, its own. */
function inflatedSize(stream: Uint8Array, zips: number, most: PdfSize, take: (text: string) => void): PdfSize {
  if (zips === 0) return { bytes: stream.length, signs: signsIn(stream) };
  let largest = 0;
  let signs = 0;
  const inside: string[] = [];
  const isEnough = (): boolean => largest >= most.bytes || signs >= most.signs;
  const counted = (next: (data: Uint8Array) => void): ((data: Uint8Array) => void) => {
    let size = 0;
    return (data) => {
      size += data.length;
      largest = Math.max(largest, size);
      if (!isEnough()) next(data);
    };
  };
  let sink = inflater(
    counted((data) => {
      signs += signsIn(data);
      inside.push(byteText(data));
    }),
    isEnough,
  );
  for (let layer = 1; layer < Math.min(zips, MOST_LAYERS); layer++) sink = inflater(counted(sink), isEnough);
  sink(stream);
  if (!isEnough()) take(inside.join(""));
  return { bytes: largest, signs };
}

/** Unzips what it is given piece by piece, and says nothing of what is broken: that is the parser's to tell. */
function inflater(write: (data: Uint8Array) => void, isEnough: () => boolean): (data: Uint8Array) => void {
  let isBroken = false;
  const stream = new Unzlib((data) => write(data));
  return (data) => {
    try {
      for (let at = 0; at < data.length && !isBroken && !isEnough(); at += STEP) {
        stream.push(data.subarray(at, at + STEP));
      }
    } catch {
      isBroken = true;
    }
  };
}
