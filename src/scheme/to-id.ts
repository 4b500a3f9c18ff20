import { foldWord } from "../issues/suggest";

/** A name as an id: "Recovery is possible" gives "recovery-is-possible". A name without letters and digits gives "". */
export function toId(name: string): string {
  return foldWord(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
