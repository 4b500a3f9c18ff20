import { mkdir, open, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LARGEST_FILE } from "../text/limits";
import { compareNames, filesIn, kindOf, readIfThere } from "./files";
import { inTemporaryFolder } from "./temporary.fixture";

test("links to files and folders are followed, and a folder within itself is not", async () => {
  await inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "study/texts/b"), { recursive: true });
    await mkdir(join(folder, "elsewhere/deep"), { recursive: true });
    await writeFile(join(folder, "study/texts/b/2.txt"), "two");
    await writeFile(join(folder, "elsewhere/deep/3.txt"), "three");
    await symlink("../../elsewhere", join(folder, "study/texts/a"));
    await symlink("../../elsewhere/deep/3.txt", join(folder, "study/texts/c.txt"));
    await symlink("..", join(folder, "study/texts/b/up"));
    await symlink("nowhere.txt", join(folder, "study/texts/dead.txt"));
    await symlink("itself.txt", join(folder, "study/texts/itself.txt"));
    expect(await filesIn(join(folder, "study"), "texts")).toEqual([
      "texts/a/deep/3.txt",
      "texts/b/2.txt",
      "texts/c.txt",
      "texts/dead.txt",
      "texts/itself.txt",
    ]);
    const at = (name: string): string => join(folder, "study/texts", name);
    expect(await Promise.all(["a", "c.txt", "dead.txt", "itself.txt"].map((name) => kindOf(at(name))))).toEqual([
      "folder",
      "file",
      null,
      "file",
    ]);
    expect(await readIfThere(at("dead.txt"))).toBe(null);
    expect(await readIfThere(at("itself.txt"))).toEqual({ refused: "its links go in a circle" });
    expect(await readIfThere(at("b"))).toEqual({ refused: "it is a folder" });
  });
});

test("a file that is larger than any transcript is not read, nor one that never ends", async () => {
  await inTemporaryFolder(async (folder) => {
    // All but its size is a hole, which takes no room on the disk.
    const large = await open(join(folder, "large.txt"), "w");
    await large.truncate(LARGEST_FILE + 1);
    await large.close();
    expect(await readIfThere(join(folder, "large.txt"))).toEqual({ refused: "it is too large", size: 250_000_001 });
    expect(await readIfThere("/dev/zero")).toEqual({ refused: "it is a pipe or a device" });
  });
});

test("names are ordered with their numbers as numbers, and otherwise by code unit", () => {
  const names = ["C10.txt", "c1.txt", "C2.txt", "C2 later.txt", "C02.txt", "Émile.txt", "12.txt", "9.txt"];
  expect(names.sort(compareNames)).toEqual([
    "9.txt",
    "12.txt",
    "C02.txt",
    "C2 later.txt",
    "C2.txt",
    "C10.txt",
    "c1.txt",
    "Émile.txt",
  ]);
});

test("the order does not depend on how names come in", () => {
  const names = ["a1", "a01", "a1b", "a", "b1", ""];
  const once = [...names].sort(compareNames);
  expect([...names].reverse().sort(compareNames)).toEqual(once);
});
