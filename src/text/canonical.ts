/** The canonical form of a text: byte order mark off, NFC, line ends LF. */
export function canonicalText(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const unixLines = withoutMark.includes("\r") ? withoutMark.replace(/\r\n?/g, "\n") : withoutMark;
  return unixLines.normalize("NFC");
}

/** A short fingerprint of a text (FNV-1a, 32 bits, eight hexadecimal digits). For noticing changes, not for security. */
export function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
