import type { Source } from "../issues/source";
import type { PlainScheme } from "../study/read-parts";
import { plainCodeList } from "./parse-code-list";
import { plainCodebook } from "./parse-codebook";

/** The scheme in a file of another format than our own, by the ending of its name: a codebook if it is .qdc, else a list. */
export function plainScheme(source: Source): PlainScheme {
  return /\.qdc$/i.test(source.file) ? plainCodebook(source) : plainCodeList(source);
}
