import { optionError } from "../issues/input-error";

/** What has an IRI in an exchange file. */
export type IriKind = "code" | "coding" | "transcript" | "person" | "collection" | "page";

/** Makes IRIs of ids, and ids of its own IRIs. */
export interface Iris {
  readonly base: string;
  iriOf(kind: IriKind, id: string): string;
  /** The id in an IRI of this kind; undefined if the IRI is not one of these. */
  idIn(kind: IriKind, iri: string): string | undefined;
}

/** The base of IRIs where none is given: names that no one else gives, and that nobody can look up. */
export const DEFAULT_BASE = "urn:polyvocal:";

const BASE = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*[:/#]$/i;

/** True for what can stand before "code/hope" and the like in an absolute IRI. */
export function isBase(value: unknown): value is string {
  return typeof value === "string" && (value === DEFAULT_BASE || BASE.test(value));
}

/**
 * IRIs under a base: "urn:polyvocal:" gives "urn:polyvocal:code:hope", "https://example.org/study/" gives
 * "https://example.org/study/code/hope". Throws `InputError` for a base that is no beginning of an absolute IRI, or that
 * does not end with ":", "/" or "#".
 */
export function irisUnder(base: string): Iris {
  if (!isBase(base)) throw optionError("base", base, [DEFAULT_BASE, "https://example.org/my-study/"]);
  const separator = base.endsWith(":") ? ":" : "/";
  return {
    base,
    // Half a surrogate pair has no percent encoding.
    iriOf: (kind, id) => `${base}${kind}${separator}${encodeURIComponent(id.replace(/\p{Cs}/gu, "\uFFFD"))}`,
    idIn(kind, iri) {
      const start = `${base}${kind}${separator}`;
      return iri.startsWith(start) ? decoded(iri.slice(start.length)) : undefined;
    },
  };
}

/** A part of an IRI with its percent encodings undone, as it stands where they are wrong. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
