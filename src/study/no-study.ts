import { argumentError } from "../issues/call";

/** Throws `InputError` for a first argument that is no study, such as that of a `loadStudy` nobody waited for. */
export function refuseNoStudy(given: unknown): void {
  if (typeof given === "object" && given !== null && "codings" in given && "transcripts" in given) return;
  const isPromise = typeof given === "object" && given !== null && "then" in given;
  const hint = isPromise
    ? "Write await before it: await loadStudy(folder)."
    : "Give what loadStudy or createStudy gives.";
  throw argumentError("first", given, "a study", hint);
}
