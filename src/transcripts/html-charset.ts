// A page tells its encoding within its first bytes; browsers look at 1024, some old pages put much before it.
const FIRST = 4096;
const DECLARATION = /<\?xml[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})["']/i;
const META = /<meta\b[^>]{0,500}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})/i;

/**
 * The charset that an HTML page declares of itself, in small letters as in `<meta charset>`, `<meta http-equiv>` or an XML
 * declaration: "windows-1252"; null if it declares none. A byte order mark, which counts more, is not looked at.
 */
export function declaredCharset(bytes: Uint8Array): string | null {
  const text = String.fromCharCode(...bytes.subarray(0, FIRST));
  const [, charset] = META.exec(text) ?? DECLARATION.exec(text) ?? [];
  return charset?.toLowerCase() ?? null;
}
