const CHUNK = 0x2000;

/** A text in which each character is one of these bytes (U+0000 to U+00FF), as parsers of formats of bytes want it. */
export function byteText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return parts.join("");
}
