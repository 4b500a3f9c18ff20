import { open, readFile } from "node:fs/promises";

// Smaller files do not matter.
const LARGE = 8_000_000;

/**
 * The bytes of a file of a known size. Those of a large file are in room that `giveBack` can free: the garbage collector would
 * leave them beside the file's text until it has nothing better to do.
 */
export async function readBytes(path: string, size: number): Promise<Uint8Array> {
  if (size < LARGE) return readFile(path);
  const bytes = new Uint8Array(new ArrayBuffer(size, { maxByteLength: size }));
  const file = await open(path);
  try {
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
      if (at === size && (await file.read(new Uint8Array(1), 0, 1, size)).bytesRead === 0) return bytes;
    }
  } finally {
    await file.close();
  }
  // It grew or shrank meanwhile.
  return readFile(path);
}

/** Frees the room of bytes that nobody looks at any more, if it can be freed; they are gone then. */
export function giveBack({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.resizable) buffer.resize(0);
}
