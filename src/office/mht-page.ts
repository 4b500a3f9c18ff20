import { byteText } from "../text/byte-text";

// An archive of a web page holds its page at once, or within one other list of parts.
const DEEPEST = 3;
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes of the page in an archived web page (.mht, multipart/related); null for anything else. */
export function pageOfMht(bytes: Uint8Array): Uint8Array | null {
  const head = byteText(bytes.subarray(0, 2000));
  return /^\s*[\w-]+:/.test(head) && /^content-type:/im.test(head) ? pageIn(byteText(bytes), 0) : null;
}

function pageIn(entity: string, depth: number): Uint8Array | null {
  const [blank = ""] = /\r?\n\r?\n/.exec(entity) ?? [];
  const end = blank === "" ? entity.length : entity.indexOf(blank);
  // A header goes on in a line that begins with a blank.
  const headers = entity.slice(0, end).replace(/\r?\n[ \t]+/g, " ");
  const body = entity.slice(end + blank.length);
  const [, type = ""] = /^content-type:\s*([^;\s]+)/im.exec(headers) ?? [];
  if (/^text\/html$/i.test(type)) return decoded(body, headers);
  const [, boundary] = /\bboundary="?([^";\r\n]+)/i.exec(headers) ?? [];
  if (boundary === undefined || depth >= DEEPEST) return null;
  for (const part of body.split(`--${boundary}`).slice(1)) {
    const page = pageIn(part.replace(/^\r?\n/, ""), depth + 1);
    if (page !== null) return page;
  }
  return null;
}

function decoded(body: string, headers: string): Uint8Array {
  const [, encoding = ""] = /^content-transfer-encoding:\s*(\S+)/im.exec(headers) ?? [];
  if (/^base64$/i.test(encoding)) return fromBase64(body);
  const text = /^quoted-printable$/i.test(encoding)
    ? body
        .replace(/=[ \t]*\r?\n/g, "")
        .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : body;
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}

function fromBase64(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text) {
    const value = BASE64.indexOf(letter);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return Uint8Array.from(bytes);
}
