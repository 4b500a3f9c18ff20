import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeSingleByte } from "../text/code-pages";
import { decodeText } from "./decode-text";

// The folder of public data, which is not part of this repository; undefined where it is not named.
const REAL = process.env.POLYVOCAL_REAL_DATA && `${process.env.POLYVOCAL_REAL_DATA}/real`;

test.skipIf(REAL === undefined)("The three files of ddjethics are Windows-1252, as was expected.", () => {
  for (const name of ["annotations", "codebook", "corpus"]) {
    const bytes = new Uint8Array(readFileSync(`${REAL}/ddjethics_taguette_csv/files/${name}.csv`));
    const decoded = decodeText(name, bytes);
    if (!("text" in decoded)) throw new Error("not decoded");
    expect(decoded.assumed?.message).toContain("Windows-1252");
    expect(decoded.text).toBe(decodeSingleByte(1252, [...bytes]));
    if (name === "annotations") {
      expect(decoded.text).toContain("Austrian Press Council (Österreichischer");
      expect(decoded.assumed?.place?.line).toBeGreaterThan(1);
    }
  }
});

test.skipIf(REAL === undefined)("UTF-16 with a byte order mark is certain.", () => {
  const decoded = decodeText(
    "a.csv",
    new Uint8Array(readFileSync(`${REAL}/serdif_taguette/files/tasks/completion/taskSuccess.csv`)),
  );
  expect("text" in decoded && [decoded.text.slice(0, 4), decoded.assumed]).toEqual([",P1,", undefined]);
});
