import { randomUUID } from "node:crypto";
import { link, open, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { InputError } from "../../issues/input-error";
import { issue } from "../../issues/issue";
import { isRecord } from "../../text/check";
import type { Step } from "./step";

const LOCK = ".polyvocal-lock";

/** Who holds a lock. */
interface Owner {
  readonly process: number;
  readonly host: string;
  readonly nonce: string;
}

/** True for a file that a program which was cut off while it took the lock left behind. */
export function isLeftLock(name: string): boolean {
  return name.startsWith(`${LOCK}-`);
}

// Locks of this process, since it may have the number of one that is gone.
const held = new Set<string>();

/**
 * Takes the lock of a study's folder, so that one save runs at a time, and gives what lets it go. A lock whose process is
 * gone is taken over. Throws `InputError` "save-under-way" where another save holds it.
 */
export async function lockFolder(folder: string, step: Step): Promise<() => Promise<void>> {
  return take(join(folder, LOCK), step);
}

async function take(path: string, step: Step): Promise<() => Promise<void>> {
  for (;;) {
    const nonce = randomUUID();
    if (await create(path, nonce, step)) {
      held.add(nonce);
      return async () => {
        await rm(path, { force: true });
        held.delete(nonce);
      };
    }
    const owner = await ownerOf(path);
    if (owner === null) continue;
    if (isAlive(owner)) throw underWay(path, owner);
    // Of those who find the same lock abandoned, one takes its successor's lock, and only then removes it.
    const release = await take(`${path}-${owner.nonce}`, step);
    try {
      if ((await ownerOf(path))?.nonce === owner.nonce) await rm(path, { force: true });
      await step("took over the lock");
    } finally {
      await release();
    }
  }
}

/** Makes the lock, with its owner in it from the first moment; false if there is one. */
async function create(path: string, nonce: string, step: Step): Promise<boolean> {
  const owner: Owner = { process: process.pid, host: hostname(), nonce };
  const own = `${path}-new-${nonce}`;
  const file = await open(own, "wx");
  try {
    await file.writeFile(JSON.stringify(owner));
  } finally {
    await file.close();
  }
  await step("wrote the lock");
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    return await createPlainly(path, owner);
  } finally {
    await rm(own, { force: true });
    await step("locked");
  }
}

/** Where the disk has no links. */
async function createPlainly(path: string, owner: Owner): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(JSON.stringify(owner)).finally(() => file.close());
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Who holds a lock; null if it is gone. */
async function ownerOf(path: string): Promise<Owner | null> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value) && typeof value.process === "number" && typeof value.nonce === "string") {
      return { process: value.process, host: String(value.host), nonce: value.nonce.replace(/[^0-9a-f-]/gi, "") };
    }
  } catch {
    // Not ours, or not written yet: somebody has to look.
  }
  return { process: 0, host: "", nonce: "" };
}

function isAlive({ process: number, host, nonce }: Owner): boolean {
  if (nonce === "" || host !== hostname()) return true;
  if (number === process.pid) return held.has(nonce);
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

function underWay(path: string, { process: number, host }: Owner): InputError {
  const who = host === hostname() ? `process ${number}` : `process ${number} on "${host}"`;
  return new InputError([
    issue("save-under-way", `Another save is under way in this folder (${who}).`, {
      hint: `Wait until it is done, load the study again, and save. If there is no such program, remove "${basename(path)}".`,
    }),
  ]);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
