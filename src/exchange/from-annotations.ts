import type { CodingInput } from "../coding/coding-input";
import { readCoding } from "../coding/read-coding";
import { type Issue, issue } from "../issues/issue";
import { unsourced } from "../issues/source";
import { didYouMean } from "../issues/suggest";
import { shown } from "../issues/wording";
import type { Scheme } from "../model/scheme";
import { entriesOf } from "../model/scheme";
import { toId } from "../scheme/to-id";
import { codeNames } from "../study/code-names";
import { isRecord } from "../text/check";
import { listed } from "../text/plural";
import { type CodeWord, nameOf, readBodies } from "./annotation-bodies";
import { type AnnotatedText, type TargetWords, targetReader } from "./annotation-targets";
import { DEFAULT_BASE, decoded, type Iris, irisUnder, isBase } from "./iris";
import { asList, firstOf, iriIn, textIn, wordsOf } from "./json-ld";

/** What annotations are held against; a `Study` is one. */
export interface AnnotatedStudy {
  /** The transcripts that the annotations are of: positions are found in their texts. */
  readonly transcripts: readonly AnnotatedText[];
  /** By it, codes are known by their names as well. */
  readonly scheme?: Scheme;
  /** Id of the transcript of annotations that name none; the only transcript if there is one alone. */
  readonly transcript?: string;
}

/** The codings in annotations, and what could not be read. */
export interface AnnotationReading {
  /** In the order of the annotations; `createStudy` takes them. */
  readonly codings: readonly CodingInput[];
  readonly issues: readonly Issue[];
}

/**
 * The codings in W3C Web Annotations: those of `toAnnotations` as they were, those of other programs as far as they name
 * words and a code.
 *
 * The value is what `JSON.parse` gives of a file: a collection with its first page in it, a page, an annotation, a list, or
 * an export of Hypothesis or Recogito. Tags, and bodies that classify, are codes: one coding each; a comment is the memo.
 * Transcripts are known by their ids and by the names of their files, whatever address stands before them. Annotations
 * without words, code or known transcript are passed over, with an issue each.
 *
 * @example
 * ```ts
 * const transcripts = [{ id: "first", text: "Ana: Somebody who had been there." }];
 * const { codings } = fromAnnotations(
 *   { uri: "https://example.org/first.html", tags: ["trust"], target: [{ selector: [{ exact: "been there" }] }] },
 *   { transcripts },
 * );
 * codings; // => [{ transcript: "first", code: "trust", quote: "been there" }]
 * ```
 */
export function fromAnnotations(value: unknown, study: AnnotatedStudy): AnnotationReading {
  const issues: Issue[] = [];
  const found = annotationsIn(value, issues);
  const base = isRecord(value) ? value["polyvocal:base"] : undefined;
  const iris = irisUnder(isBase(base) ? base : DEFAULT_BASE);
  const [only, ...others] = study.transcripts;
  const byDefault = study.transcript ?? (others.length === 0 ? only?.id : undefined);
  const readTarget = targetReader(study.transcripts, iris, byDefault);
  const codeOf = codeFinder(study.scheme, iris);
  const codings = found.flatMap((annotation, index) => {
    const id = iriIn(annotation);
    const label = id === undefined ? `Annotation ${index + 1}` : `Annotation ${index + 1} (${shown(id)})`;
    const passOver = (what: string, hint?: string): void => {
      issues.push(issue("annotation-passed-over", `${label} ${what}.`, { hint }));
    };
    const bodies = readBodies(annotation);
    for (const other of bodies.others) issues.push(issue("not-carried", `${label}: ${other}, and is left out.`));
    if (bodies.codes.length === 0) {
      passOver("names no code", "Codes are tags, and bodies whose purpose is classifying or tagging.");
      return [];
    }
    const page = typeof annotation.uri === "string" ? annotation.uri : undefined;
    const targets = asList(firstOf(annotation, "target", "hasTarget", "oa:hasTarget"));
    const places = (targets.length === 0 ? [{}] : targets).map((target) => readTarget(target, page));
    const rows = places.flatMap((place) => {
      const problem = problemOf(place, study.transcripts);
      if (problem !== undefined) passOver(problem.what, problem.hint);
      return problem === undefined ? bodies.codes.map((code) => ({ place, code })) : [];
    });
    const shared = shareOf(annotation, iris, bodies.comments);
    return rows.flatMap(({ place, code }, row) => {
      const { transcript, quote, prefix, suffix, start, end } = place;
      const ownId = id === undefined ? undefined : (iris.idIn("coding", id) ?? id);
      const raw = {
        transcript,
        code:
          code.iri !== undefined && iris.idIn("code", code.iri) !== undefined
            ? ourCode(annotation, code, codeOf)
            : codeOf(code),
        quote,
        start,
        end,
        prefix,
        suffix,
        ...ownPosition(annotation),
        ...shared,
        // An annotation of several codes, or of several places, is as many codings.
        id: ownId === undefined || row === 0 ? ownId : `${ownId}#${row + 1}`,
      };
      const problems: Issue[] = [];
      const stated = Object.fromEntries(Object.entries(raw).filter(([, each]) => each !== undefined));
      const coding = readCoding(unsourced(stated), problems);
      for (const each of problems) {
        issues.push(issue(each.code, `${label}: ${each.message}`, { hint: each.hint }));
      }
      return coding === undefined ? [] : [coding.value];
    });
  });
  return { codings, issues };
}

/** All annotations in a value, wherever the shape of the file has them. */
function annotationsIn(value: unknown, issues: Issue[]): Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  let others = 0;
  const collect = (each: unknown, depth: number): void => {
    if (Array.isArray(each) && depth < 8) {
      for (const item of each) collect(item, depth + 1);
    } else if (!isRecord(each)) others++;
    else if (isAnnotation(each)) found.push(each);
    else {
      const inside = firstOf(each, "first", "items", "annotations", "rows", "@graph", "as:first", "as:items");
      const holds = typeof inside === "object" && inside !== null && depth < 8;
      if (holds) collect(inside, depth + 1);
      else others++;
    }
  };
  collect(value, 0);
  if (others > 0) {
    const all = found.length === 0 && !Array.isArray(value);
    const message = all
      ? `There are no annotations in ${isRecord(value) ? "this record" : shown(value)}.`
      : `${others} of the items ${others === 1 ? "is no annotation" : "are no annotations"}.`;
    const hint = "Give what JSON.parse makes of a file of annotations, with all its pages in it.";
    issues.push(issue("wrong-value", message, { hint }));
  }
  return found;
}

function isAnnotation(record: Readonly<Record<string, unknown>>): boolean {
  if (wordsOf(record, "type", "@type").includes("Annotation")) return true;
  return firstOf(record, "target", "hasTarget", "oa:hasTarget") !== undefined;
}

/** Why no coding can be made of a target. */
function problemOf(
  { transcript, named, quote, start }: TargetWords,
  transcripts: readonly AnnotatedText[],
): { readonly what: string; readonly hint?: string | undefined } | undefined {
  if (transcript === undefined) {
    const ids = transcripts.map(({ id }) => id);
    if (named === undefined) return { what: "names no transcript", hint: 'Name it in the option "transcript".' };
    return {
      what: `is of ${shown(named)}, which is no transcript`,
      hint: didYouMean(named.replace(/^.*[/:]/, ""), ids),
    };
  }
  if (quote !== undefined || start !== undefined) return undefined;
  return { what: "names no words that can be found", hint: "It needs a quote, or a position within the transcript." };
}

/** What all codings of an annotation have alike. */
function shareOf(
  annotation: Readonly<Record<string, unknown>>,
  iris: Iris,
  comments: readonly string[],
): Readonly<Record<string, unknown>> {
  const creators = asList(firstOf(annotation, "creator", "dcterms:creator", "annotatedBy"));
  const names = (creators.length > 0 ? creators : asList(annotation.user)).flatMap(
    (each) => personIn(each, iris) ?? [],
  );
  const own = (key: string): unknown => annotation[`polyvocal:${key}`];
  return {
    coder: names.length === 0 ? undefined : listed(names),
    created: own("created") ?? textIn(firstOf(annotation, "created", "dcterms:created", "annotatedAt")),
    memo: comments.length === 0 ? undefined : comments.join("\n\n"),
    stance: own("stance"),
    status: own("status"),
    rule: own("rule"),
    matched: own("matched"),
    schemeVersion: own("schemeVersion"),
    decided: own("decided"),
  };
}

/** The name of a person or program. */
function personIn(agent: unknown, iris: Iris): string | undefined {
  const name = isRecord(agent)
    ? (nameOf(agent) ?? textIn(firstOf(agent, "nickname", "foaf:name", "account")))
    : undefined;
  if (name !== undefined) return name;
  const iri = iriIn(agent);
  if (iri === undefined) return undefined;
  const account = /^acct:([^@]+)@/.exec(iri)?.[1];
  return iris.idIn("person", iri) ?? account ?? (decoded(iri.replace(/^.*[/:#]/s, "")) || iri);
}

/** The stored position of a coding, where it cannot be said in code points. */
function ownPosition(annotation: Readonly<Record<string, unknown>>): { start?: unknown; end?: unknown } {
  const [start, end] = [annotation["polyvocal:start"], annotation["polyvocal:end"]];
  return start === undefined || end === undefined ? {} : { start, end };
}

function ourCode(
  annotation: Readonly<Record<string, unknown>>,
  code: CodeWord,
  codeOf: (code: CodeWord) => string,
): string {
  const madeAs = annotation["polyvocal:madeAs"];
  return typeof madeAs === "string" ? madeAs : codeOf(code);
}

/** Gives the id of a code, or, where the scheme has none, the word for it. */
function codeFinder(scheme: Scheme | undefined, iris: Iris): (code: CodeWord) => string {
  const names = scheme === undefined ? undefined : codeNames(scheme);
  const ids = new Set(scheme === undefined ? [] : entriesOf(scheme, "code").map(({ id }) => id));
  return ({ iri, name }) => {
    const own = iri === undefined ? undefined : iris.idIn("code", iri);
    if (own !== undefined) return own;
    const last = iri === undefined ? undefined : decoded(iri.replace(/[/#]+$/, "").replace(/^.*[/#:]/s, ""));
    const words = [name, last].filter((word) => word !== undefined);
    const known = words.flatMap((word) => names?.idOf(word) ?? (ids.has(toId(word)) ? [toId(word)] : []));
    return known[0] ?? name ?? last ?? iri ?? "";
  };
}
