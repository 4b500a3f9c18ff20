/** How a stream of a PDF is packed, as its dictionary says: the layers, the outermost first. */
export type PdfLayer = "hexadecimal" | "base 85" | "zip" | "lzw" | "runs";

const LAYERS: ReadonlyMap<string, PdfLayer> = new Map([
  ["ASCIIHexDecode", "hexadecimal"],
  ["AHx", "hexadecimal"],
  ["ASCII85Decode", "base 85"],
  ["A85", "base 85"],
  ["FlateDecode", "zip"],
  ["Fl", "zip"],
  ["LZWDecode", "lzw"],
  ["LZW", "lzw"],
  ["RunLengthDecode", "runs"],
  ["RL", "runs"],
]);

/** The layers that a dictionary names, in their order. */
export function pdfLayers(dictionary: string): PdfLayer[] {
  // A letter of a name may be written as its number.
  const plain = dictionary.replace(/#([\da-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return [...plain.matchAll(/\/([A-Z][A-Za-z\d]{1,15})/g)].flatMap(([, name = ""]) => LAYERS.get(name) ?? []);
}

/** The bytes that stand as digits of base 16 or base 85; wrong digits are passed over. */
export function withoutDigits(stream: Uint8Array, layer: "hexadecimal" | "base 85"): Uint8Array {
  return layer === "hexadecimal" ? fromHexadecimal(stream) : fromBase85(stream);
}

const END = 0x3e;
const TILDE = 0x7e;
const FIRST_OF_85 = 0x21;
const LAST_OF_85 = 0x75;
const FOUR_ZEROS = 0x7a;

function fromHexadecimal(stream: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(stream.length / 2 + 1);
  let length = 0;
  let high = -1;
  for (const code of stream) {
    if (code === END) break;
    const digit = Number.parseInt(String.fromCharCode(code), 16);
    if (Number.isNaN(digit)) continue;
    if (high < 0) high = digit * 16;
    else {
      bytes[length++] = high + digit;
      high = -1;
    }
  }
  if (high >= 0) bytes[length++] = high;
  return bytes.subarray(0, length);
}

function fromBase85(stream: Uint8Array): Uint8Array {
  // A "z" stands for four bytes.
  const bytes = new Uint8Array(stream.length * 4 + 4);
  let length = 0;
  let value = 0;
  let digits = 0;
  const flush = (count: number): void => {
    for (let nth = 0; nth < count; nth++) bytes[length++] = (value / 256 ** (3 - nth)) & 255;
    value = 0;
    digits = 0;
  };
  for (const code of stream) {
    if (code === TILDE) break;
    if (code === FOUR_ZEROS && digits === 0) flush(4);
    else if (code >= FIRST_OF_85 && code <= LAST_OF_85) {
      value = value * 85 + code - FIRST_OF_85;
      if (++digits === 5) flush(4);
    }
  }
  if (digits > 1) {
    const count = digits - 1;
    for (; digits < 5; digits++) value = value * 85 + 84;
    flush(count);
  }
  return bytes.subarray(0, length);
}

const CLEAR = 256;
const STOP = 257;
const MOST_CODES = 4096;

/**
 * Tells of each code of a stream packed by LZW, in its order, how many bytes it stands for and, of one that is no byte itself,
 * where they are among those before; until `take` gives false.
 */
function readLzw(stream: Uint8Array, take: (code: number, length: number, from: number) => boolean): void {
  const starts = new Int32Array(MOST_CODES + 1);
  const lengths = new Int32Array(MOST_CODES + 1).fill(1);
  let next = STOP + 1;
  let width = 9;
  let before = 0;
  let size = 0;
  let bits = 0;
  let held = 0;
  for (const byte of stream) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >>> bits) & ((1 << width) - 1);
    held &= (1 << bits) - 1;
    if (code === STOP) return;
    if (code === CLEAR) {
      next = STOP + 1;
      width = 9;
      before = 0;
      continue;
    }
    if (before > 0 && next < MOST_CODES) {
      starts[next] = size - before;
      lengths[next++] = before + 1;
    }
    before = lengths[code] ?? 1;
    size += before;
    if (!take(code, before, starts[code] ?? 0)) return;
    // A width ends one code early unless the dictionary says otherwise, which nobody does.
    if (next + 1 >= 1 << width && width < 12) width++;
  }
}

/** How many bytes a stream packed by LZW holds, or `most` if they are more. The bytes themselves are not made. */
export function lzwSize(stream: Uint8Array, most: number): number {
  let size = 0;
  readLzw(stream, (_, length) => {
    size += length;
    return size < most;
  });
  return Math.min(size, most);
}

/** The bytes that stand packed by LZW, no more than `most`. */
export function withoutLzw(stream: Uint8Array, most: number): Uint8Array {
  const bytes = new Uint8Array(lzwSize(stream, most));
  let at = 0;
  readLzw(stream, (code, length, from) => {
    if (code < CLEAR) bytes[at++] = code;
    // The last byte of a code that has just been made is the first of its own.
    else for (let nth = 0; nth < length && at < bytes.length; nth++) bytes[at++] = bytes[from + nth] ?? 0;
    return at < bytes.length;
  });
  return bytes;
}

/** The bytes that stand as runs (RunLengthDecode), no more than `most`. */
export function withoutRuns(stream: Uint8Array, most: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(most, stream.length * 64));
  let size = 0;
  for (let at = 0; at < stream.length && size < bytes.length; ) {
    const length = stream[at++] ?? 0;
    if (length === 128) break;
    const count = Math.min(length < 128 ? length + 1 : 257 - length, bytes.length - size);
    if (length < 128) {
      bytes.set(stream.subarray(at, at + count), size);
      at += length + 1;
    } else bytes.fill(stream[at++] ?? 0, size, size + count);
    size += count;
  }
  return bytes.subarray(0, size);
}
