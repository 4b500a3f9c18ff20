import { expect, test } from "vitest";
import { crc32 } from "./crc32";

test("crc32 is the checksum of zip archives", () => {
  // The check value of the catalogue of CRC algorithms (CRC-32/ISO-HDLC).
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});
