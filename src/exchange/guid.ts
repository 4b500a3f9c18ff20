const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** A GUID in the one spelling in which two can be compared, lower case and without braces; undefined if it is none. */
export function plainGuid(written: string | undefined): string | undefined {
  return GUID.exec(written?.trim() ?? "")?.[1]?.toLowerCase();
}

/** The GUID of a name: always the same for the same name, of version 8 (RFC 9562). Not for security. */
export function guidOf(name: string): string {
  const hex = [0, 1, 2, 3].map((seed) => hash(name, seed).toString(16).padStart(8, "0")).join("");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ];
  return parts.join("-");
}

/** 32 bits of FNV-1a, stirred as MurmurHash3 ends; each seed gives other bits. */
function hash(text: string, seed: number): number {
  let bits = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let index = 0; index < text.length; index++) bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
