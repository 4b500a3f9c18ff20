import { posix } from "node:path";
import { issue } from "../../issues/issue";
import { writeScheme } from "../../scheme/write-scheme";
import { sameValue } from "../../text/same-value";
import type { Plan } from "./plan";
import { withLf, withLineEndsOf } from "./text-file";

// Codebooks and code lists of other programs. They have no place for the history of a scheme, and are read, never written.
const OF_OTHERS = /\.(qdc|csv|tsv)$/i;

/**
 * The file that the scheme is to be written to; null if it is in its file already. What another program made stays as it is:
 * a scheme.yaml beside it takes its place, and study.yaml has to name that.
 */
export function schemeFileOf({ study, reading }: Plan): { readonly file: string; readonly isNew: boolean } | null {
  // A scheme that was only found in the codings is found there again.
  if (reading !== null && sameValue(study.scheme, reading.study.scheme)) return null;
  const file = reading?.schemeFile ?? "scheme.yaml";
  if (!OF_OTHERS.test(file)) return { file, isNew: false };
  return { file: posix.join(posix.dirname(file), "scheme.yaml"), isNew: true };
}

/**
 * Plans the file of the scheme.
 *
 * @param isTaken Whether a file that is no part of the study yet has the name of the one to be written.
 */
export function planScheme(plan: Plan, isTaken: boolean): void {
  const target = schemeFileOf(plan);
  if (target === null) return;
  const { file, isNew } = target;
  if (isNew && isTaken) {
    const other = plan.reading?.schemeFile ?? "";
    const message = `The scheme of "${other}" was changed, which only a file of its own can hold, and "${file}" is there already.`;
    const hint = `study.yaml does not name it: rename or remove "${file}", and save again. "${other}" stays as it is.`;
    plan.issues.push(issue("cannot-be-saved", message, { hint, place: { file } }));
    return;
  }
  const there = isNew ? null : plan.textOf(file);
  const text = writeScheme(plan.study.scheme, there === null ? null : withLf(there.text));
  plan.write(file, there === null ? text : withLineEndsOf(text, there.text));
}
