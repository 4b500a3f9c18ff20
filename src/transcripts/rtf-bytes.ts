import type { ByteDecoder } from "../text/code-pages";

const MULTI_BYTE = new Set([932, 936, 949, 950, 1361]);

/** True for a byte that means what the code page says. */
export function isHighByte(code: number): boolean {
  return code >= 0x80 && code <= 0xff;
}

/** True for a byte that is the first of a character of two in a code page. */
export function isLeadByte(page: number, byte: number): boolean {
  const isLead = byte > 0x80 && byte < 0xff && !(page === 932 && byte >= 0xa0 && byte <= 0xdf);
  return isLead && MULTI_BYTE.has(page);
}

const MOST_KNOWN = 1000;

/** The same decoder, which decodes a byte by itself once: a letter with an accent mostly stands alone. */
export function withKnownBytes(decode: ByteDecoder): ByteDecoder {
  const known = new Map<number, string | null>();
  return (page, bytes) => {
    const [byte] = bytes;
    if (byte === undefined || bytes.length > 1) return decode(page, bytes);
    const key = page * 256 + byte;
    const found = known.get(key);
    if (found !== undefined) return found;
    const decoded = decode(page, bytes);
    if (known.size < MOST_KNOWN) known.set(key, decoded);
    return decoded;
  };
}
