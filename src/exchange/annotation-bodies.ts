import { isRecord } from "../text/check";
import { asList, firstOf, iriIn, isIri, textIn, wordsOf } from "./json-ld";

/** What the bodies of an annotation say. */
export interface Bodies {
  /** The codes it applies, each once: by IRI, by name, or by both. */
  readonly codes: readonly CodeWord[];
  /** Comments, in their order. */
  readonly comments: readonly string[];
  /** Bodies that say neither, as words of a message. */
  readonly others: readonly string[];
}

/** A code as an annotation names it. */
export interface CodeWord {
  readonly iri?: string;
  readonly name?: string;
}

const CODING: ReadonlySet<string> = new Set(["classifying", "tagging", "identifying"]);
// Sets of bodies in the model and in its drafts.
const SETS: ReadonlySet<string> = new Set(["Choice", "List", "Composite", "Independents"]);

/**
 * Takes apart the bodies of an annotation of any program: textual ones (tags and comments), resources (concepts), plain
 * strings, `bodyValue`, and the `tags` and `text` of Hypothesis.
 */
export function readBodies(annotation: Readonly<Record<string, unknown>>): Bodies {
  const motivation = wordsOf(annotation, "motivation", "motivatedBy", "oa:motivatedBy");
  const codes: CodeWord[] = [];
  const comments: string[] = [];
  const others: string[] = [];
  const take = (text: string, purposes: readonly string[]): void => {
    if ((purposes.length > 0 ? purposes : motivation).some((each) => CODING.has(each))) codes.push({ name: text });
    else comments.push(text);
  };
  const read = (body: unknown, depth: number): void => {
    if (typeof body === "string") {
      if (!isIri(body)) take(body, []);
      else if (motivation.some((each) => CODING.has(each))) codes.push({ iri: body.trim() });
      else others.push(`the body "${body}" is an address`);
      return;
    }
    if (!isRecord(body)) return;
    const types = wordsOf(body, "type", "@type");
    if (types.some((type) => SETS.has(type)) && depth < 5) {
      for (const item of asList(firstOf(body, "items", "members"))) read(item, depth + 1);
      return;
    }
    const purposes = types.some((type) => /^(Semantic)?Tag$/.test(type)) ? ["tagging"] : wordsOf(body, "purpose");
    const text = textIn(firstOf(body, "value", "chars", "cnt:chars"));
    if (text !== undefined) {
      take(text, purposes);
      return;
    }
    const resource = firstOf(body, "source", "oa:hasSource") ?? body;
    const iri = iriIn(resource);
    const name = isRecord(resource) ? nameOf(resource) : undefined;
    const motives = purposes.length > 0 ? purposes : motivation;
    if (iri === undefined && name === undefined) return;
    if (motives.some((each) => CODING.has(each))) {
      codes.push({ ...(iri === undefined ? {} : { iri }), ...(name === undefined ? {} : { name }) });
    } else others.push(`the body "${iri ?? name}" is neither a code nor a comment`);
  };
  for (const body of asList(firstOf(annotation, "body", "hasBody", "oa:hasBody"))) read(body, 0);
  const plain = textIn(annotation.bodyValue);
  if (plain !== undefined) take(plain, []);
  for (const tag of asList(annotation.tags)) {
    const name = textIn(tag);
    if (name !== undefined) codes.push({ name });
  }
  const note = typeof annotation.text === "string" ? textIn(annotation.text) : undefined;
  if (note !== undefined && !comments.includes(note)) comments.push(note);
  return { codes: eachOnce(codes), comments, others };
}

/** The name that a resource goes by. */
export function nameOf(resource: Readonly<Record<string, unknown>>): string | undefined {
  return textIn(firstOf(resource, "label", "skos:prefLabel", "prefLabel", "rdfs:label", "name", "title"));
}

/** A tag that only repeats the name of a concept beside it is no further code. */
function eachOnce(codes: readonly CodeWord[]): CodeWord[] {
  const named = new Set(codes.flatMap(({ iri, name }) => (iri === undefined || name === undefined ? [] : [name])));
  const seen = new Set<string>();
  return codes.filter(({ iri, name }) => {
    if (iri === undefined && name !== undefined && named.has(name)) return false;
    const key = iri ?? `name ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}
