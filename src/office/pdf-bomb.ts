import { Unzlib } from "fflate";
import { byteText } from "../text/byte-text";

/** All streams of a PDF but its pictures may have this many bytes together. */
const LARGEST = 100_000_000;
const STEP = 16_384;
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
  let total = 0;
  for (let at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
    if (text.startsWith("end", at - 3)) continue;
    const from = text.lastIndexOf("obj", at);
    const dictionary = text.slice(Math.max(from, at - 2000, 0), at);
    const start = at + (text[at + 6] === "\r" ? 8 : 7);
    const close = text.indexOf("endstream", start);
    const end = close === -1 ? bytes.length : close;
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) copy.fill(0, start, end);
    else {
      const stream = bytes.subarray(start, end);
      const runs = dictionary.includes("/RunLengthDecode") || /\/RL\b/.test(dictionary) ? RUN : 1;
      total += inflatedSize(stream, zipsOf(dictionary, stream), LARGEST - total) * runs;
      if (total >= LARGEST) return null;
    }
    if (close === -1) break;
    at = close;
  }
  return copy;
}

/** How many times a stream is zipped: as its dictionary says, and once at least if it begins as zipped bytes do. */
function zipsOf(dictionary: string, [first = 0, second = 0]: Uint8Array): number {
  const looksZipped = (first & 15) === 8 && (first * 256 + second) % 31 === 0;
  const named = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0;
  return Math.max(named, looksZipped ? 1 : 0);
}

/** The size of a stream that is zipped so many times, or `most` if it is more; of one that is not, its own. */
function inflatedSize(stream: Uint8Array, zips: number, most: number): number {
  if (zips === 0) return Math.min(stream.length, most);
  let largest = 0;
  const isEnough = (): boolean => largest >= most;
  const counted = (next: (data: Uint8Array) => void): ((data: Uint8Array) => void) => {
    let size = 0;
    return (data) => {
      size += data.length;
      largest = Math.max(largest, size);
      if (!isEnough()) next(data);
    };
  };
  let sink = inflater(
    counted(() => undefined),
    isEnough,
  );
  for (let layer = 1; layer < Math.min(zips, MOST_LAYERS); layer++) sink = inflater(counted(sink), isEnough);
  sink(stream);
  return Math.min(most, largest);
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
