import { sep } from "node:path";
import { InputError } from "../issues/input-error";
import { issue } from "../issues/issue";

/** Files that a user has named, or whose folders, with forward slashes. */
export interface Given {
  readonly files: readonly string[];
  /** Files of the folders that are no transcripts. */
  readonly passedOver: readonly string[];
}

/**
 * The files without those that have these names: of a file, of a folder it is in, or the end of its path; `*` stands for any
 * letters but "/". Throws `InputError` for a name that no file has, since it is a slip, and if nothing is left.
 */
export function without(
  { files, passedOver }: Given,
  names: readonly string[],
): Given & { readonly excepted: readonly string[] } {
  const all = [...files, ...passedOver];
  const excepted = new Set<string>();
  const slips = names.filter((name) => {
    const pattern = patternOf(name);
    const found = all.filter((file) => pattern.test(file.normalize("NFC")));
    for (const file of found) excepted.add(file);
    return found.length === 0;
  });
  if (slips.length > 0) {
    const hint = "Give a file's name, the name of a folder it is in, or the end of its path; * stands for any letters.";
    throw new InputError(
      slips.map((name) => issue("wrong-option", `No file here is called "${name}", to be left out.`, { hint })),
    );
  }
  const kept = files.filter((file) => !excepted.has(file));
  if (kept.length === 0) {
    const hint = "Leave out fewer of them.";
    throw new InputError([issue("wrong-option", "All transcripts here are to be left out.", { hint })]);
  }
  return {
    files: kept,
    passedOver: passedOver.filter((file) => !excepted.has(file)),
    excepted: all.filter((file) => excepted.has(file)),
  };
}

function patternOf(name: string): RegExp {
  const plain = name
    .normalize("NFC")
    .split(sep)
    .join("/")
    .replace(/^(?:\.?\/)+|\/+$/g, "");
  const escaped = plain.replace(/[\\^$.+?()[\]{}|]/g, "\\$&").replace(/\*+/g, "[^/]*");
  return new RegExp(`(?:^|/)${escaped}(?:/|$)`, "u");
}
