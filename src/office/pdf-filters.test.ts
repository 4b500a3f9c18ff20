import { describe, expect, test } from "vitest";
import { lzwSize, pdfLayers, withoutDigits, withoutLzw, withoutRuns } from "./pdf-filters";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder().decode(data);

describe("filters of a PDF", () => {
  test("the layers are those of the dictionary, in their order", () => {
    expect(pdfLayers("<< /Length 9 /Filter [/ASCII85Decode /AHx /#46lateDecode /LZW] >>")).toEqual([
      "base 85",
      "hexadecimal",
      "zip",
      "lzw",
    ]);
    expect(pdfLayers("<< /Type /Font /F1 2 0 R >>")).toEqual([]);
  });

  test("digits are read as bytes, up to the mark behind them", () => {
    expect(text(withoutDigits(bytes("48 65\n6C6c6F>00"), "hexadecimal"))).toBe("Hello");
    expect(text(withoutDigits(bytes("87cURD]j7BEbo7~>00"), "base 85"))).toBe("Hello world");
    expect([...withoutDigits(bytes("z"), "base 85")]).toEqual([0, 0, 0, 0]);
    expect([...withoutDigits(bytes("7>"), "hexadecimal")]).toEqual([0x70]);
  });

  test("the size of a stream of LZW is told without unpacking it", () => {
    // The example of ISO 32000, 7.4.4.2: 45 45 45 45 45 65 45 45 45 66.
    const example = Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]);
    expect(lzwSize(example, 1000)).toBe(10);
    expect(lzwSize(example, 4)).toBe(4);
  });

  test("LZW and runs are unpacked, no farther than asked", () => {
    const example = Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]);
    expect([...withoutLzw(example, 1000)]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    expect([...withoutLzw(example, 4)]).toEqual([45, 45, 45, 45]);
    // Three bytes as they are, one four times, the end.
    const runs = Uint8Array.from([2, 65, 66, 67, 253, 68, 128, 69]);
    expect(text(withoutRuns(runs, 1000))).toBe("ABCDDDD");
    expect(text(withoutRuns(runs, 5))).toBe("ABCDD");
  });
});
