const MAGIC: readonly (readonly number[])[] = [
  // Zip archives: Word, OpenDocument, Excel.
  [0x50, 0x4b, 0x03, 0x04],
  // PDF.
  [0x25, 0x50, 0x44, 0x46],
  // Word and Excel of before 2007.
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** True for bytes that begin as a document does which is no text: Word, OpenDocument, Excel, PDF. */
export function looksLikeDocument(bytes: Uint8Array): boolean {
  return MAGIC.some((magic) => magic.every((byte, index) => bytes[index] === byte));
}
