import { optionsOf } from "../issues/call";
import type { Coding, TextPositionSelector } from "../model/coding";
import type { Code } from "../model/scheme";
import { entriesOf } from "../model/scheme";
import type { StudyData } from "../study/study-data";
import { ANNOTATION_CONTEXT, POLYVOCAL_CONTEXT, utcMoment } from "./annotation-terms";
import { type CodePoints, codePoints } from "./code-points";
import { DEFAULT_BASE, type Iris, irisUnder } from "./iris";

/** How `toAnnotations` writes codings. */
export interface AnnotationOptions {
  /**
   * What the IRIs of codes, codings, transcripts and coders begin with; it ends with ":", "/" or "#". "urn:polyvocal:" if
   * absent, which gives "urn:polyvocal:code:hope"; "https://example.org/study/" gives
   * "https://example.org/study/code/hope".
   */
  readonly base?: string;
}

/** One coding as an annotation of the W3C Web Annotation model: plain JSON, with the model's own keys. */
export interface WebAnnotation {
  readonly id: string;
  readonly type: "Annotation";
  readonly motivation: "classifying";
  /** When it was made, in UTC; absent where the coding states no moment, such as a day alone. */
  readonly created?: string;
  readonly creator?: { readonly id: string; readonly type: "Person"; readonly name: string };
  /** The code, and behind it the memo if there is one. */
  readonly body: readonly (CodeBody | MemoBody)[];
  readonly target: { readonly source: string; readonly selector: readonly Readonly<Record<string, string | number>>[] };
  /** What the model has no words for, under keys that begin with "polyvocal:". */
  readonly [key: `polyvocal:${string}`]: string | number | undefined;
}

/** The code of an annotation: its IRI and name. */
export interface CodeBody {
  readonly type: "SpecificResource";
  readonly purpose: "classifying";
  readonly source: { readonly id: string; readonly type: "skos:Concept"; readonly label: string };
}

/** The memo of an annotation. */
export interface MemoBody {
  readonly type: "TextualBody";
  readonly purpose: "commenting";
  readonly format: "text/plain";
  readonly value: string;
}

/** A collection of the W3C Web Annotation model with all its annotations on the one page it holds. */
export interface AnnotationCollection {
  readonly "@context": readonly [string, Readonly<Record<string, string>>];
  readonly id: string;
  readonly type: "AnnotationCollection";
  /** The study's title; absent if it has none. */
  readonly label?: string;
  readonly total: number;
  /** The base of the IRIs; absent if it is the default. */
  readonly "polyvocal:base"?: string;
  readonly first: {
    readonly id: string;
    readonly type: "AnnotationPage";
    readonly partOf: string;
    readonly startIndex: 0;
    readonly items: readonly WebAnnotation[];
  };
}

/**
 * The codings of a study as W3C Web Annotations: a JSON-LD value (`JSON.stringify` makes the file) with one annotation for
 * each coding, suggested and rejected ones and those whose words were not found among them.
 *
 * Positions count Unicode code points, as the model says. The code is a SKOS concept by IRI and name; the memo a comment.
 * What the model has no words for stands under keys that begin with "polyvocal:": `stance`, `status` (absent for
 * "coded"), `rule`, `matched`, `schemeVersion`, `decided`, `madeAs` (the code that the coding was made with, where changes
 * of the scheme made another of it) and `created` as the analyst wrote it, where that is no moment in UTC.
 * `fromAnnotations` makes the same codings of it. Throws `InputError` for a base that is none.
 *
 * @example
 * ```ts
 * const small = createStudy({
 *   title: "Small",
 *   transcripts: [{ id: "first", text: "Ana: 🙂 Somebody who had been there." }],
 *   codings: [{ transcript: "first", code: "been-there", quote: "been there", coder: "KB" }],
 * });
 * const [annotation] = toAnnotations(small).first.items;
 * annotation?.target.selector[0]; // => { type: "TextPositionSelector", start: 24, end: 34 }
 * annotation?.creator?.name; // => "KB"
 * ```
 */
export function toAnnotations(study: StudyData, options: AnnotationOptions = {}): AnnotationCollection {
  const iris = irisUnder(
    optionsOf(options, '{ base: "https://example.org/study/" }', { base: true }).base ?? DEFAULT_BASE,
  );
  const names = new Map(entriesOf(study.scheme, "code").map((code: Code) => [code.id, code.name]));
  const points = new Map(study.transcripts.map(({ id, text }) => [id, codePoints(text)]));
  const none = codePoints("");
  const collection = iris.iriOf("collection", "codings");
  return {
    "@context": [ANNOTATION_CONTEXT, POLYVOCAL_CONTEXT],
    id: collection,
    type: "AnnotationCollection",
    ...(study.title === "" ? {} : { label: study.title }),
    total: study.codings.length,
    ...(iris.base === DEFAULT_BASE ? {} : { "polyvocal:base": iris.base }),
    first: {
      id: iris.iriOf("page", "codings"),
      type: "AnnotationPage",
      partOf: collection,
      startIndex: 0,
      items: study.codings.map((coding) =>
        toAnnotation(coding, iris, names.get(coding.code) ?? coding.code, points.get(coding.target.source) ?? none),
      ),
    },
  };
}

function toAnnotation(coding: Coding, iris: Iris, codeName: string, points: CodePoints): WebAnnotation {
  const { id, code, target, coder, created, memo, stance, status, rule, matched, schemeVersion, decided } = coding;
  const { selector } = target;
  const [position, quote] = selector.length === 1 ? [null, selector[0]] : selector;
  const moment = created === undefined ? undefined : utcMoment(created);
  const madeAs = coding.history?.[0]?.from;
  return {
    id: iris.iriOf("coding", id),
    type: "Annotation",
    motivation: "classifying",
    ...(moment === undefined ? {} : { created: moment }),
    ...(coder === null ? {} : { creator: { id: iris.iriOf("person", coder), type: "Person", name: coder } }),
    body: [
      {
        type: "SpecificResource",
        purpose: "classifying",
        source: { id: iris.iriOf("code", code), type: "skos:Concept", label: codeName },
      },
      ...(memo === undefined
        ? []
        : [{ type: "TextualBody", purpose: "commenting", format: "text/plain", value: memo } as const]),
    ],
    target: {
      source: iris.iriOf("transcript", target.source),
      selector: [
        ...(position === null ? [] : [inCodePoints(position, points)]),
        {
          type: quote.type,
          exact: quote.exact,
          ...(quote.prefix === "" ? {} : { prefix: quote.prefix }),
          ...(quote.suffix === "" ? {} : { suffix: quote.suffix }),
        },
      ],
    },
    ...extension("created", created === moment ? undefined : created),
    ...extension("madeAs", madeAs === code ? undefined : madeAs),
    ...extension("stance", stance),
    ...extension("status", status === "coded" ? undefined : status),
    ...extension("rule", rule),
    ...extension("matched", matched),
    ...extension("schemeVersion", schemeVersion),
    ...extension("decided", decided?.map((each) => `${each.version}:${each.code}`).join(" ")),
    ...(position === null ? {} : oddPosition(position, points)),
  };
}

function inCodePoints({ type, start, end }: TextPositionSelector, points: CodePoints): Record<string, string | number> {
  return { type, start: points.toCodePoints(start), end: points.toCodePoints(end) };
}

/** A stored position that parts the halves of a character, as only one of an older text can, has no code points. */
function oddPosition({ start, end }: TextPositionSelector, points: CodePoints): Record<string, number> {
  const returns = (offset: number): boolean => points.toUtf16(points.toCodePoints(offset)) === offset;
  return returns(start) && returns(end) ? {} : { ...extension("start", start), ...extension("end", end) };
}

function extension<T extends string | number>(key: string, value: T | undefined): Record<`polyvocal:${string}`, T> {
  return value === undefined ? {} : { [`polyvocal:${key}`]: value };
}
