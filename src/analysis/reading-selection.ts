import { InputError, optionError } from "../issues/input-error";
import { issue } from "../issues/issue";
import type { Coding } from "../model/coding";
import { retiredCodes } from "../model/scheme";
import type { Passage } from "../study/passages";
import type { Study } from "../study/study";
import type { Selection } from "./selection";

/** One reader: a coder's name, null for codings of nobody in particular, or a function that picks the codings. */
export type Reader = string | null | ((coding: Coding) => boolean);

/** A reader with a name to print. */
export interface NamedReader {
  readonly name: string;
  readonly has: (coding: Coding) => boolean;
}

/** The reader an option names. Throws `InputError` for a coder whose codings the study does not have. */
export function readerOf(
  option: "a" | "b",
  reader: Reader | undefined,
  known: readonly (string | null)[],
): NamedReader {
  if (typeof reader === "function") return { name: reader.name || option, has: reader };
  if (reader === undefined || !known.includes(reader)) {
    throw optionError(option, reader, known);
  }
  return { name: reader ?? "no named coder", has: (coding) => coding.coder === reader };
}

/**
 * Throws `InputError` where two coders are asked for and the study has the codings of one alone, or none: no other name
 * would be right either.
 */
export function refuseOneReader(
  { a, b }: { readonly a?: Reader | undefined; readonly b?: Reader | undefined },
  known: readonly (string | null)[],
): void {
  if (known.length > 1 || typeof a === "function" || typeof b === "function") return;
  const [alone] = known;
  const whose = alone === undefined ? "no codings" : `codings of ${alone ?? "no named coder"} alone`;
  throw new InputError([
    issue("wrong-option", `There are no two readers to compare: the study has ${whose}.`, {
      hint: 'Write the codings of each reader into a file of their own, as in codings/KB.csv, or name the reader in the column "coder".',
    }),
  ]);
}

/** The codings of both readers in one transcript, in the order of the text. */
export interface Both {
  readonly ofA: readonly Passage[];
  readonly ofB: readonly Passage[];
}

/** What can be compared, and what cannot, by the reason. */
export interface UsableCodings {
  /** The codings of a transcript that both have coded in; undefined for any other. */
  of(transcript: string): Both | undefined;
  /** Transcripts that both have coded in, and those that only one has. */
  readonly both: readonly string[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  /** The codings that are compared, and those of the two readers in the same transcripts that are left out. */
  readonly selection: Selection;
}

/** The codings of two readers, held against each other transcript by transcript. */
export function usableCodings(study: Study, a: NamedReader, b: NamedReader): UsableCodings {
  const whose = new Map<string, readonly [boolean, boolean]>();
  const coded = { a: new Set<string>(), b: new Set<string>() };
  for (const coding of study.codings) {
    const has = [a.has(coding), b.has(coding)] as const;
    whose.set(coding.id, has);
    // What was suggested or rejected does not show that somebody has read the transcript.
    if (coding.status !== "coded") continue;
    if (has[0]) coded.a.add(coding.target.source);
    if (has[1]) coded.b.add(coding.target.source);
  }
  const ids = study.transcripts.map((transcript) => transcript.id);
  const both = ids.filter((id) => coded.a.has(id) && coded.b.has(id));
  const compared = new Set(both);
  const retired = retiredCodes(study.scheme);
  const leftOut = { ambiguous: 0, lost: 0, withoutParticipant: 0, retired: 0, undecided: 0, suggested: 0, rejected: 0 };
  let redefined = 0;
  const used = new Set<string>();
  for (const { id, code, status, target, attention } of study.codings) {
    const [ofA, ofB] = whose.get(id) ?? [false, false];
    if (!(ofA || ofB) || !compared.has(target.source)) continue;
    const anchor = study.anchors.get(id)?.status ?? "lost";
    if (status !== "coded") leftOut[status]++;
    else if (attention === "undecided") leftOut.undecided++;
    else if (retired.has(code)) leftOut.retired++;
    else if (anchor === "ambiguous" || anchor === "lost") leftOut[anchor]++;
    else {
      used.add(id);
      if (attention === "redefined") redefined++;
    }
  }
  const byTranscript = new Map(both.map((id) => [id, { ofA: [] as Passage[], ofB: [] as Passage[] }]));
  const passages = study.passages.filter((passage) => used.has(passage.coding));
  for (const passage of passages) {
    const [ofA, ofB] = whose.get(passage.coding) ?? [false, false];
    if (ofA) byTranscript.get(passage.transcript)?.ofA.push(passage);
    if (ofB) byTranscript.get(passage.transcript)?.ofB.push(passage);
  }
  return {
    of: (transcript) => byTranscript.get(transcript),
    both,
    onlyA: ids.filter((id) => coded.a.has(id) && !coded.b.has(id)),
    onlyB: ids.filter((id) => coded.b.has(id) && !coded.a.has(id)),
    selection: { passages, coders: null, status: ["coded"], redefined, leftOut },
  };
}
