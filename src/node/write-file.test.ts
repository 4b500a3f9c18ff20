import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inTemporaryFolder, textsIn } from "./temporary.fixture";
import { writeWhole } from "./write-file";

test("a file is written with the folders it stands in, and nothing beside it", () =>
  inTemporaryFolder(async (folder) => {
    await writeWhole(join(folder, "tables/2026/themes.md"), "| Hope |\n");
    expect(await textsIn(folder)).toEqual({ "tables/2026/themes.md": "| Hope |\n" });
  }));

test("a file that is there is replaced whole, by a shorter one too", () =>
  inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, "a.txt"), "a long text that was there");
    await writeWhole(join(folder, "a.txt"), "short");
    expect(await textsIn(folder)).toEqual({ "a.txt": "short" });
  }));

test("a link is replaced, and what it led to stays as it was", () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "elsewhere"));
    await writeFile(join(folder, "elsewhere/original.txt"), "original");
    await symlink("elsewhere/original.txt", join(folder, "link.txt"));
    await writeWhole(join(folder, "link.txt"), "new");
    expect(await textsIn(folder)).toEqual({ "elsewhere/original.txt": "original", "link.txt": "new" });
  }));

test("where a folder has the file's name, nothing is written or left behind", () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "themes.md"));
    await writeFile(join(folder, "themes.md/mine.txt"), "mine");
    const path = join(folder, "themes.md");
    await expect(writeWhole(path, "text")).rejects.toMatchObject({ code: "EISDIR", path });
    expect(await textsIn(folder)).toEqual({ "themes.md/mine.txt": "mine" });
  }));

test("where a file stands in the place of a folder, the error names the path given", () =>
  inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, "tables"), "a file");
    const path = join(folder, "tables/themes.md");
    await expect(writeWhole(path, "text")).rejects.toMatchObject({ path });
    expect(await textsIn(folder)).toEqual({ tables: "a file" });
  }));

test.runIf(process.platform === "linux")("a name that the disk cannot take leaves nothing behind", () =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, `${"n".repeat(300)}.md`);
    await expect(writeWhole(path, "text")).rejects.toMatchObject({ code: "ENAMETOOLONG", path });
    expect(await textsIn(folder)).toEqual({});
  }),
);
