import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { giveBack, readBytes } from "./file-bytes";
import { inTemporaryFolder } from "./temporary.fixture";

const LINE = "Ana: Somebody who had been there, ä.\n";

test("the bytes of a large file are those that are there, whatever size it was thought to have, and can be given back", async () => {
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, "large.txt");
    await writeFile(path, LINE.repeat(250_000));
    const whole = await readFile(path);
    expect(whole.length).toBe(9_500_000);
    for (const size of [whole.length, whole.length - 1_000_000, whole.length + 1]) {
      expect(whole.equals(await readBytes(path, size))).toBe(true);
    }
    const bytes = await readBytes(path, whole.length);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    giveBack(bytes);
    expect(bytes.length).toBe(0);
    expect(text.length).toBe(9_250_000);
    expect(text.endsWith(LINE)).toBe(true);
  });
});

test("bytes that somebody else made stay", () => {
  const bytes = new Uint8Array([1, 2, 3]);
  giveBack(bytes);
  expect([...bytes]).toEqual([1, 2, 3]);
});
