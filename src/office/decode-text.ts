import { analyse } from "chardet";
import { type Issue, issue, type Place } from "../issues/issue";
import { toSource } from "../issues/source";
import { byteText } from "../text/byte-text";
import { decodeSingleByte } from "../text/code-pages";
import { isPlausibleWestern } from "./plausible-western";

/** A file's text; with an info if its encoding was not certain. Or the problem for which there is none. */
export type DecodedText = { readonly text: string; readonly assumed?: Issue } | { readonly issue: Issue };

/** The encodings that are tried, by the names chardet has for them; the names of TextDecoder and of people. */
const ENCODINGS: ReadonlyMap<string, readonly [label: string, name: string]> = new Map([
  ["ISO-8859-1", ["windows-1252", "Latin-1 (ISO-8859-1)"]],
  ["windows-1252", ["windows-1252", 'Windows-1252 ("ANSI", "Western")']],
  ["ISO-8859-2", ["iso-8859-2", "Latin-2 (ISO-8859-2, Central European)"]],
  ["windows-1250", ["windows-1250", "Windows-1250 (Central European)"]],
  ["ISO-8859-5", ["iso-8859-5", "ISO-8859-5 (Cyrillic)"]],
  ["windows-1251", ["windows-1251", "Windows-1251 (Cyrillic)"]],
  ["KOI8-R", ["koi8-r", "KOI8-R (Cyrillic)"]],
  ["ISO-8859-7", ["iso-8859-7", "ISO-8859-7 (Greek)"]],
  ["windows-1253", ["windows-1253", "Windows-1253 (Greek)"]],
  ["ISO-8859-8", ["windows-1255", "Windows-1255 (Hebrew)"]],
  ["windows-1255", ["windows-1255", "Windows-1255 (Hebrew)"]],
  ["ISO-8859-6", ["iso-8859-6", "ISO-8859-6 (Arabic)"]],
  ["windows-1256", ["windows-1256", "Windows-1256 (Arabic)"]],
  ["ISO-8859-9", ["windows-1254", "Windows-1254 (Turkish)"]],
  ["windows-1254", ["windows-1254", "Windows-1254 (Turkish)"]],
  ["windows-1257", ["windows-1257", "Windows-1257 (Baltic)"]],
  ["windows-1258", ["windows-1258", "Windows-1258 (Vietnamese)"]],
  ["Shift_JIS", ["shift_jis", "Shift JIS (Japanese)"]],
  ["EUC-JP", ["euc-jp", "EUC-JP (Japanese)"]],
  ["GB18030", ["gb18030", "GB18030 (Chinese)"]],
  ["Big5", ["big5", "Big5 (Chinese)"]],
  ["EUC-KR", ["euc-kr", "EUC-KR (Korean)"]],
]);

// chardet's confidence goes from 0 to 100. Of 23 sentences in 15 encodings the right one had 40 and more, and was 15 and
// more ahead; wrong guesses at random bytes and at two letters had less. Windows-1252 is by far the most frequent, and its
// text is looked at once more, so that less will do.
const ENOUGH = 40;
const AHEAD = 15;
const ENOUGH_WESTERN = 30;
const AHEAD_WESTERN = 10;
// Detection looks at so many bytes of lines that are not ASCII: about 50 ms.
const SAMPLE = 32_768;
const MOST_ASCII_OF_A_LINE = 200;

/**
 * The text of a file's bytes. UTF-8, and UTF-16 with a byte order mark, are certain. UTF-16 without one, Windows-1252,
 * Latin-1 and whatever else can be told surely are an info "encoding-assumed" with the place of the first letter
 * concerned. What cannot be told is the error "wrong-encoding"; bytes that are no text at all are "binary-file".
 */
export function decodeText(file: string, bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes) };
  const utf8 = decoded("utf-8", bytes);
  if (bytes.includes(0)) return decodeUtf16(file, bytes) ?? { issue: binary(file) };
  if (utf8 !== null) return { text: utf8 };
  const sample = sampleOf(bytes);
  if (isMostlyUtf8(sample)) return { issue: wrongEncoding(file, bytes, "It is UTF-8 but for this place.") };
  const { label, name, sure } = guess(sample);
  const text = label === null || !sure ? null : decoded(label, bytes);
  if (text !== null) return { text, assumed: assumed(file, text, name) };
  const hint = name === "" ? "Which encoding it has cannot be told." : `It may be ${name}.`;
  return { issue: wrongEncoding(file, bytes, hint) };
}

function decoded(label: string, bytes: Uint8Array): string | null {
  if (label === "windows-1252") return decodeWestern(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Windows-1252; null if there are bytes that it does not have. Several versions of Node take it for Latin-1, so that
 * TextDecoder is of no use.
 */
function decodeWestern(bytes: Uint8Array): string | null {
  const text = byteText(bytes).replace(/[\x80-\x9f]/g, (unit) => decodeSingleByte(1252, [unit.charCodeAt(0)]) ?? "");
  return text.includes("\ufffd") ? null : text;
}

function guess(sample: Uint8Array): { label: string | null; name: string; sure: boolean } {
  const known = analyse(sample).flatMap(({ name, confidence }) => {
    const [label, printed] = ENCODINGS.get(name) ?? [];
    return label === undefined || printed === undefined ? [] : [{ label, name: printed, confidence }];
  });
  const [best, ...others] = known;
  if (best === undefined) return { label: null, name: "", sure: false };
  const second = others.find(({ label }) => label !== best.label);
  const isWestern = best.label === "windows-1252";
  const ahead = best.confidence - (second?.confidence ?? 0);
  const sure = best.confidence >= (isWestern ? ENOUGH_WESTERN : ENOUGH) && ahead >= (isWestern ? AHEAD_WESTERN : AHEAD);
  const text = decoded(best.label, sample);
  const fits = text !== null && (!isWestern || isPlausibleWestern(text));
  return { label: best.label, name: fits && sure ? best.name : "", sure: sure && fits };
}

/** The lines that are not ASCII, as many as a detector needs to see. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE);
  let size = 0;
  let at = 0;
  while (at < bytes.length && size < SAMPLE) {
    let high = at;
    while (high < bytes.length && (bytes[high] ?? 0) < 0x80) high++;
    if (high === bytes.length) break;
    let start = high;
    while (start > at && high - start < MOST_ASCII_OF_A_LINE && bytes[start - 1] !== 0x0a) start--;
    const line = bytes.indexOf(0x0a, high);
    const end = Math.min(line === -1 ? bytes.length : line + 1, start + SAMPLE - size);
    sample.set(bytes.subarray(start, end), size);
    size += end - start;
    at = end;
  }
  return sample.subarray(0, size);
}

/** True if most of what is not ASCII is right UTF-8, so that the text is damaged rather than in another encoding. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(sample);
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const right = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return right >= wrong * 3;
}

function decodeUtf16(file: string, bytes: Uint8Array): DecodedText | null {
  const sample = bytes.subarray(0, SAMPLE * 2);
  const scored = ["utf-16le", "utf-16be"].flatMap((label) => {
    const text = decoded(label, sample.length === bytes.length ? sample : trimHalf(sample, label));
    if (text === null || /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Cn}|\p{Co}/u.test(text)) return [];
    return [{ label, plain: text.match(/[\n\r\t -~]/g)?.length ?? 0 }];
  });
  const [best] = scored.sort((a, b) => b.plain - a.plain);
  const text = best === undefined || best.plain === 0 ? null : decoded(best.label, bytes);
  return text === null ? null : { text, assumed: assumed(file, text, "UTF-16 without a byte order mark") };
}

/** The sample without half a character at its end. */
function trimHalf(sample: Uint8Array, label: string): Uint8Array {
  const high = sample[sample.length - (label === "utf-16le" ? 1 : 2)] ?? 0;
  return high >= 0xd8 && high <= 0xdb ? sample.subarray(0, -2) : sample;
}

function assumed(file: string, text: string, name: string): Issue {
  const first = text.search(/\P{ASCII}/u);
  return issue("encoding-assumed", `This text is not in UTF-8; it was read as ${name}.`, {
    hint: "If letters look wrong, save it again as UTF-8.",
    place: placeIn(file, text, Math.max(0, first)),
  });
}

/** Names the place of the first byte that is not UTF-8, read as Windows-1252 so that the word can be recognised. */
function wrongEncoding(file: string, bytes: Uint8Array, hint: string): Issue {
  // Up to the wrong byte the text is right UTF-8, from there on it is shown as Windows-1252.
  const wrong = firstWrong(bytes);
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, wrong));
  const behind = decodeSingleByte(1252, [...bytes.subarray(wrong, wrong + 400)]) ?? "";
  return issue("wrong-encoding", "This text is not in UTF-8; read as it is, letters would be lost.", {
    hint: `Save it again as UTF-8. ${hint}`,
    place: placeIn(file, before + behind, before.length),
  });
}

/** The offset of the first byte that is not UTF-8. */
function firstWrong(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size === 0 || (size > 1 && decoded("utf-8", bytes.subarray(at, at + size)) === null)) break;
    at += size;
  }
  return at;
}

function placeIn(file: string, text: string, offset: number): Place {
  // Lines behind the place are not looked at, nor more of its own line than anybody prints.
  const line = text.indexOf("\n", offset);
  const end = Math.min(line === -1 ? text.length : line, offset + 300);
  const { excerpt, ...place } = toSource(file, text.slice(0, end)).place(offset, offset + 1);
  return excerpt === undefined || excerpt.length > 2000 ? place : { ...place, excerpt };
}

function binary(file: string): Issue {
  const hint = "Save it as plain text (UTF-8), or take it out of the folder.";
  return issue("binary-file", "This is not a text file.", { hint, place: { file } });
}
