import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "./make-folder";
import { inTemporaryFolder } from "./temporary.fixture";

test("makes all folders that are missing, and is content with those that are there", () =>
  inTemporaryFolder(async (folder) => {
    await makeFolder(join(folder, "a/b/c"));
    await makeFolder(join(folder, "a/b/c"));
    expect((await stat(join(folder, "a/b/c"))).isDirectory()).toBe(true);
  }));

test("rejects where a file is in the way", () =>
  inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, "a"), "");
    await expect(makeFolder(join(folder, "a/b"))).rejects.toMatchObject({ code: "EEXIST" });
    await expect(makeFolder(join(folder, "a"))).rejects.toMatchObject({ code: "EEXIST" });
  }));

test.skipIf(process.platform !== "linux")("ends where the system can make no folder (Linux only)", async () => {
  await expect(makeFolder("/proc/polyvocal/study")).rejects.toMatchObject({ code: "ENOENT" });
});
