import { join } from "node:path";
import { readIfThere } from "../files";
import type { Overlay } from "../folder";
import { parseRecord, RECORD } from "./record";

/**
 * The files of a folder as an unfinished save shall leave them; nothing if no save is unfinished. A file that has reached
 * its place already is read there.
 */
export async function unfinishedSave(folder: string): Promise<Overlay> {
  const record = await readIfThere(join(folder, RECORD));
  if (record === null || "refused" in record) return new Map();
  const files = parseRecord(new TextDecoder().decode(record));
  return new Map(
    files.map(({ file, temporary }) => [
      file,
      temporary === null
        ? null
        : async () => (await readIfThere(join(folder, temporary))) ?? (await readIfThere(join(folder, file))),
    ]),
  );
}
