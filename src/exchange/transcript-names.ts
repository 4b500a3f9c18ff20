import { group } from "d3-array";
import { type Issue, issue } from "../issues/issue";
import { fileStem, type TranscriptPart } from "../study/transcript-part";
import { asArgument } from "../text/argument";
import { listed } from "../text/plural";
import { endingToExcept } from "./ending-to-except";

// What one of the systems in use does not allow in a file's name, and the names that Windows keeps for itself.
const NOT_IN_NAMES = /[/\\:*?"<>|\p{Cc}]+/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 100;

/**
 * The transcripts with ids of which no two are alike: where files of several folders have the same name, the folder's name
 * stands before it. Those that still have the same are issues; `files` are all that are given.
 */
export function withOwnIds(
  parts: readonly TranscriptPart[],
  files: readonly string[],
): {
  readonly parts: readonly TranscriptPart[];
  readonly issues: readonly Issue[];
} {
  const counts = countsOf(parts.map(({ id }) => id));
  const named = parts.map((part) => {
    const folder = part.file.split("/").at(-2) ?? "";
    if (counts.get(keyOf(part.id)) === 1 || folder === "") return part;
    const id = `${folder.normalize("NFC")} ${part.id}`;
    return { ...part, id, title: part.title === part.id ? id : part.title };
  });
  const again = countsOf(named.map(({ id }) => id));
  const twins = named.flatMap(({ id, file }, index) =>
    (again.get(keyOf(id)) ?? 0) > 1 ? [{ id: parts[index]?.id ?? id, file }] : [],
  );
  const clashes = [...group(twins, ({ id }) => keyOf(id)).values()];
  const advice = endingToExcept(
    clashes.map((clash) => clash.map(({ file }) => file)),
    files,
  );
  // Said once, below the last of them.
  const issues = clashes.map((clash, index) => sameNames(clash, index === clashes.length - 1 ? advice : null));
  return { parts: named, issues };
}

function sameNames(twins: readonly Pick<TranscriptPart, "id" | "file">[], advice: string | null): Issue {
  const files = [...new Set(twins.map(({ file }) => file))];
  const id = twins[0]?.id;
  const place = { file: files[0] ?? "" };
  if (files.length < 2) {
    const message = `${twins.length} transcripts of this file would be called "${id}".`;
    return issue("duplicate-transcript", message, { hint: "Give them names of their own in the file.", place });
  }
  const named = files.length === 2 ? "Both" : "All of";
  const ends = files.map((file) => file.slice(file.lastIndexOf("/") + 1));
  const apart = new Set(ends).size === ends.length ? ends : files;
  const hint = `If they hold the same talk, leave out all but one: ${apart.map((each) => `--except ${asArgument(each)}`).join(" or ")}. If not, give them names of their own.${advice === null ? "" : ` ${advice}`}`;
  return issue("duplicate-transcript", `${named} ${listed(files)} would be the transcript "${id}".`, { hint, place });
}

/** Names of files for these ids, without ending: as they are where every system allows that. */
export function fileNames(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const allowed = id
      .replace(NOT_IN_NAMES, " ")
      .replace(/\s+/g, " ")
      .replace(/^[\s.~]+|[\s.]+$/g, "")
      .slice(0, LONGEST)
      .trim();
    const name = allowed === "" || RESERVED.test(allowed) ? `transcript ${allowed}`.trim() : allowed;
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} ${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** True if a transcript with this id can be a file of this name without stating its id. */
export function isNamedSo(id: string, name: string): boolean {
  return fileStem(`${name}.txt`) === id;
}

function countsOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(keyOf(id), (counts.get(keyOf(id)) ?? 0) + 1);
  return counts;
}

function keyOf(id: string): string {
  return id.toLowerCase();
}
