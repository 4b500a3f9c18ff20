import { argumentError } from "../issues/call";
import { isRecord } from "../text/check";

/**
 * Throws `InputError` for an argument that is no scheme; for a study says where it has its own.
 *
 * @param others What it could be as well, to go on with the sentence.
 */
export function refuseNoScheme(place: "first" | "second", given: unknown, others = ""): void {
  if (isRecord(given) && Array.isArray(given.entries) && Array.isArray(given.changes)) return;
  const hint =
    isRecord(given) && isRecord(given.scheme)
      ? "Give the study's own: study.scheme."
      : "Give study.scheme, or what parseScheme gives.";
  throw argumentError(place, given, `a scheme${others}`, hint);
}
