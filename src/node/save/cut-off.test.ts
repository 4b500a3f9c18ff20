import { spawn } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InputError } from "../../issues/input-error";
import { loadStudy } from "../load-study";
import { saveInSteps, saveStudy } from "../save-study";
import { inTemporaryFolder, textsIn } from "../temporary.fixture";
import { RECORD } from "./record";
import { FIRST, other, wordOf } from "./two-studies.fixture";

// Within the packages' folder, so that the program finds them.
const program = resolve("node_modules/.cache", `polyvocal-cut-off-${process.pid}`, "cut-off.mjs");

beforeAll(async () => {
  const entry = "src/node/save/cut-off.fixture.ts";
  await build({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
});

afterAll(() => rm(dirname(program), { recursive: true, force: true }));

async function inStudyFolder(work: (folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    for (const [path, text] of Object.entries(FIRST)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await work(folder);
  });
}

/** Runs the program; with `after` kills it so many milliseconds after it has begun to save. */
function run(folder: string, mode: readonly string[], after?: number): Promise<{ output: string; killed: boolean }> {
  const child = spawn(process.execPath, [program, folder, ...mode], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (data: Buffer) => {
    if (output === "" && after !== undefined) setTimeout(() => child.kill("SIGKILL"), after);
    output += data.toString();
  });
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (_, signal) => done({ output, killed: signal === "SIGKILL" }));
  });
}

/** What stands in the folder besides the study's files. */
async function leftOver(folder: string): Promise<string[]> {
  return Object.keys(await textsIn(folder)).filter((file) => file.includes(".polyvocal"));
}

/** Looks at a folder after a save was cut off: loading gives one of the studies and writes nothing, and saving works. */
async function examine(folder: string): Promise<string> {
  const before = await textsIn(folder);
  const study = await loadStudy(folder);
  const word = wordOf(study);
  expect(["first", "second"]).toContain(word);
  expect(await textsIn(folder)).toEqual(before);
  const next = other(study);
  await saveStudy(next, folder);
  expect(wordOf(await loadStudy(folder))).toBe(wordOf(next));
  expect(await leftOver(folder)).toEqual([]);
  return word;
}

describe("a save that is cut off", () => {
  test("at any step leaves the old study or the new one", async () => {
    const words: string[] = [];
    for (let step = 1; ; step++) {
      let finished = false;
      await inStudyFolder(async (folder) => {
        const { output, killed } = await run(folder, ["once", String(step)]);
        finished = !killed;
        if (killed) words.push(await examine(folder));
        else expect(Number(output)).toBe(step - 1);
      });
      if (finished) break;
    }
    // One moment decides: before it the study is the old one, and from then on the new one.
    expect(words.length).toBeGreaterThan(25);
    const decided = words.indexOf("second");
    expect(words.slice(0, decided).every((word) => word === "first")).toBe(true);
    expect(words.slice(decided).every((word) => word === "second")).toBe(true);
  }, 120_000);

  test("at random moments, again and again, leaves one or the other, and no more than that", async () => {
    await inStudyFolder(async (folder) => {
      for (let time = 0; time < 15; time++) {
        const { killed } = await run(folder, ["ever"], (time * 37) % 61);
        expect(killed).toBe(true);
        const study = await loadStudy(folder);
        expect(["first", "second"]).toContain(wordOf(study));
        if (time % 5 === 4) await examine(folder);
      }
    });
  }, 120_000);

  test("a save that was cut off while it carried out another one's record is carried out by the third", async () => {
    await inStudyFolder(async (folder) => {
      const last = async (ending: string): Promise<void> => {
        const study = await loadStudy(folder);
        const stuck = new Error("cut off");
        const work = saveInSteps(other(study), folder, {}, (done) => {
          if (done.startsWith(ending)) throw stuck;
        });
        await expect(work).rejects.toThrow(stuck);
      };
      await last("decided");
      expect(await readdir(folder)).toContain(RECORD);
      expect(wordOf(await loadStudy(folder))).toBe("second");
      await last("placed codings");
      expect(wordOf(await loadStudy(folder))).toBe("second");
      expect(await examine(folder)).toBe("second");
    });
  });
});

describe("a folder that others write into", () => {
  test("takes one of two saves at the same time, and never a mix", async () => {
    await inStudyFolder(async (folder) => {
      const study = await loadStudy(folder);
      const [a, b] = await Promise.allSettled([saveStudy(other(study), folder), saveStudy(other(study), folder)]);
      const refused = [a, b].flatMap((each) => (each?.status === "rejected" ? [each.reason] : []));
      expect(refused).toHaveLength(1);
      expect(refused[0] instanceof InputError && refused[0].issues[0]?.code).toBe("save-under-way");
      expect(wordOf(await loadStudy(folder))).toBe("second");
    });
  });

  test("is read as one study or the other while it is saved into", async () => {
    await inStudyFolder(async (folder) => {
      const child = run(folder, ["ever"], 1500);
      const words = new Set<string>();
      let done = false;
      const end = child.then(() => {
        done = true;
      });
      while (!done) words.add(wordOf(await loadStudy(folder)));
      await end;
      expect([...words].filter((word) => word !== "first" && word !== "second")).toEqual([]);
    });
  }, 60_000);

  test("keeps what a save needs, and is rid of what a save left behind", async () => {
    await inStudyFolder(async (folder) => {
      const left = ".polyvocal-save-0123456789ab-1.tmp";
      await writeFile(join(folder, left), "half");
      await writeFile(join(folder, "codings", left), "half");
      await writeFile(join(folder, "codings/.polyvocal-0123456789ab.tmp"), "a table's");
      expect(wordOf(await loadStudy(folder))).toBe("first");
      const study = await loadStudy(folder);
      await saveStudy(study, folder);
      expect(await leftOver(folder)).toEqual(["codings/.polyvocal-0123456789ab.tmp"]);
    });
  });

  test.each([
    '{"format":1,"files":[{"file":"../x","temporary":null}]}',
    '{"format":1,"files":[{"file":"/etc/x","temporary":"/etc/.polyvocal-save-0123456789ab-1.tmp"}]}',
    '{"format":1,"files":[{"file":"x","temporary":"../.polyvocal-save-0123456789ab-1.tmp"}]}',
    '{"format":1,"files":[{"file":"x","temporary":"scheme.yaml"}]}',
    '{"format":2,"files":[]}',
    "half",
  ])("is not trusted with a record that no save writes: %s", async (record) => {
    await inStudyFolder(async (folder) => {
      const study = await loadStudy(folder);
      await writeFile(join(folder, RECORD), record);
      await expect(loadStudy(folder)).rejects.toThrow("The record of an unfinished save cannot be read.");
      await expect(saveStudy(other(study), folder)).rejects.toThrow("The record of an unfinished save cannot be read.");
    });
  });

  test("with a lock of another computer, or of a program that runs, is left alone", async () => {
    await inStudyFolder(async (folder) => {
      const study = await loadStudy(folder);
      for (const owner of [{ process: 1, host: "elsewhere", nonce: "1" }, {}]) {
        await writeFile(join(folder, ".polyvocal-lock"), JSON.stringify(owner));
        await expect(saveStudy(other(study), folder)).rejects.toThrow("Another save is under way in this folder");
      }
    });
  });
});
