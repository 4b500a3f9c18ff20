import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeSingleByte } from "../text/code-pages";
import { decodeText } from "./decode-text";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** Bytes of a text in an encoding that has one byte a character, or two; found by decoding them all. */
function encode(label: string, text: string): Uint8Array {
  const codes = new Map<string, number[]>();
  const decoder =
    label === "windows-1252"
      ? { decode: (given: Uint8Array): string => decodeSingleByte(1252, [...given]) ?? "" }
      : new TextDecoder(label);
  for (let high = 255; high >= 0; high--) {
    const one = decoder.decode(bytes(high));
    if (one.length === 1 && one !== "\ufffd") codes.set(one, [high]);
    if (high < 0x81) continue;
    for (let low = 0x40; low < 255; low++) {
      const two = decoder.decode(bytes(high, low));
      if ([...two].length === 1 && two !== "\ufffd" && !codes.has(two)) codes.set(two, [high, low]);
    }
  }
  return Uint8Array.from([...text].flatMap((each) => codes.get(each) ?? []));
}

const told: readonly (readonly [label: string, name: string, text: string])[] = [
  ["windows-1252", "Latin-1 (ISO-8859-1)", "I: Yes?\nC1: The café there.\n"],
  ["windows-1252", 'Windows-1252 ("ANSI", "Western")', "P: It’s “fine” — really… we don’t know what they’ve done."],
  ["windows-1252", 'Windows-1252 ("ANSI", "Western")', "I: Wie fühlt ihr euch?\nP: Schön, größer, für alle. „Gut“"],
  ["windows-1252", "Latin-1 (ISO-8859-1)", "¿Cómo llegó usted? Mañana, después del año pasado."],
  ["windows-1250", "Windows-1250 (Central European)", "P: Źle, ale będzie lepiej. Ósmego września przyjechałem tu."],
  ["iso-8859-2", "Latin-2 (ISO-8859-2, Central European)", "P: Jutro będzie lepiej. Ósmego września jechałem łódką."],
  ["windows-1251", "Windows-1251 (Cyrillic)", "I: Как вы начали?\nP: Сама, в саду, с бабушкой много лет назад."],
  ["koi8-r", "KOI8-R (Cyrillic)", "I: Как вы начали?\nP: Сама, в саду, с бабушкой много лет назад."],
  ["iso-8859-7", "ISO-8859-7 (Greek)", "Πώς είσαι; Καλά, ευχαριστώ πολύ για όλα."],
  ["gb18030", "GB18030 (Chinese)", "你好，我们开始访谈吧。请先介绍一下你自己。"],
  ["big5", "Big5 (Chinese)", "你好，我們開始訪談吧。請先介紹一下你自己。"],
  ["shift_jis", "Shift JIS (Japanese)", "はい、それでは始めましょう。お名前を教えてください。"],
  ["euc-kr", "EUC-KR (Korean)", "안녕하세요, 인터뷰를 시작하겠습니다."],
];

describe("decodeText", () => {
  test.each(told)("%s is told surely, as %s: %s", (label, name, text) => {
    const decoded = decodeText("a.txt", encode(label, text));
    if (!("text" in decoded)) throw new Error("not decoded");
    expect(decoded.text).toBe(text);
    expect(decoded.assumed?.message).toBe(`This text is not in UTF-8; it was read as ${name}.`);
  });

  test("The info has the place of the first letter concerned.", () => {
    const decoded = decodeText("a.txt", encode("windows-1252", "I: Yes?\nC1: The café there.\n"));
    expect(decoded).toEqual({
      text: "I: Yes?\nC1: The café there.\n",
      assumed: {
        code: "encoding-assumed",
        severity: "info",
        message: "This text is not in UTF-8; it was read as Latin-1 (ISO-8859-1).",
        hint: "If letters look wrong, save it again as UTF-8.",
        place: { file: "a.txt", line: 2, column: 12, length: 1, excerpt: "C1: The café there." },
      },
    });
  });

  test.each([
    ["Mac Roman", encode("macintosh", "Très bien, c'était l'été dernier, à côté de la forêt.")],
    ["two letters of Chinese", encode("gb18030", "你好")],
    ["bytes that mean nothing", bytes(...Array.from({ length: 200 }, (_, index) => ((index * 7919) % 127) + 128))],
  ])("%s cannot be told", (_, given) => {
    const decoded = decodeText("a.txt", given);
    expect("issue" in decoded && [decoded.issue.code, decoded.issue.place?.line]).toEqual(["wrong-encoding", 1]);
  });

  test("UTF-8 with a wrong byte is no other encoding; the place is that of the byte.", () => {
    const utf8 = new TextEncoder().encode("Zoë, Čížek\nand Ž\nÜ");
    const damaged = Uint8Array.from([...utf8.slice(0, -2), 0xe4, ...utf8.slice(-2)]);
    expect(decodeText("a.txt", damaged)).toMatchObject({
      issue: {
        code: "wrong-encoding",
        hint: "Save it again as UTF-8. It is UTF-8 but for this place.",
        place: { file: "a.txt", line: 3, column: 1 },
      },
    });
  });

  test.each(["I: How?\nP: Señor 🙂", "Здравствуйте,\nкак дела", "你好吗\n我很好", "a"])(
    "UTF-16 without a byte order mark is told: %j",
    (text) => {
      const units = text.split("").map((unit) => unit.charCodeAt(0));
      const little = Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8]));
      const big = Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 255]));
      for (const each of [little, big]) {
        const decoded = decodeText("a.txt", each);
        expect("text" in decoded && [decoded.text, decoded.assumed?.code]).toEqual([text, "encoding-assumed"]);
      }
    },
  );

  test("Bytes with zeros that are no UTF-16 are no text.", () => {
    expect(decodeText("a.txt", bytes(65, 0, 66))).toMatchObject({ issue: { code: "binary-file" } });
    expect(decodeText("a.txt", bytes(0, 0, 0, 1, 0, 2))).toMatchObject({ issue: { code: "binary-file" } });
  });

  test("Well-formed text in UTF-8 comes back as it is; and no bytes make it throw.", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const plain = text.replaceAll("\0", "");
        expect(decodeText("a.txt", new TextEncoder().encode(`x${plain}`))).toEqual({ text: `x${plain}` });
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (given) => {
        const decoded = decodeText("a.txt", given);
        expect("text" in decoded || decoded.issue.severity === "error").toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
