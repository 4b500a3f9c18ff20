import type { OptionKeys } from "../issues/call";
import { optionError } from "../issues/input-error";
import type { CodingStatus } from "../model/coding";
import { retiredCodes } from "../model/scheme";
import type { Passage } from "../study/passages";
import type { Study } from "../study/study";
import { refuseNoList } from "./list-option";

/** Which codings a result is made of. */
export interface SelectionOptions {
  /** Coders whose codings count; all by default. `null` stands for codings of nobody in particular. */
  readonly coders?: readonly (string | null)[] | undefined;
  /** Statuses that count; `["coded"]` by default. */
  readonly status?: readonly CodingStatus[] | undefined;
}

/** The keys of `SelectionOptions`. */
export const SELECTION_KEYS: OptionKeys<SelectionOptions> = { coders: true, status: true };

/** The codings a result is made of, and those it leaves out, counted by the reason. */
export interface Selection {
  /** Located codings of the coders and statuses asked for, on participants' words, of codes in use. */
  readonly passages: readonly Passage[];
  readonly coders: readonly (string | null)[] | null;
  readonly status: readonly CodingStatus[];
  /** How many of the passages were coded before their code was defined anew, and not looked at since. */
  readonly redefined: number;
  readonly leftOut: {
    readonly ambiguous: number;
    readonly lost: number;
    /** On interviewers' words, on speakers who are no participants, or outside all turns. */
    readonly withoutParticipant: number;
    readonly retired: number;
    /** Of a code that was split, where it is not decided which part they go to. */
    readonly undecided: number;
    readonly suggested: number;
    readonly rejected: number;
  };
}

const STATUSES: readonly CodingStatus[] = ["coded", "suggested", "rejected"];

/** The codings of a study that count under the options. Throws `InputError` for a coder or status nobody has. */
export function selectPassages(study: Study, options: SelectionOptions): Selection {
  const status = options.status ?? ["coded"];
  refuseNoList("status", status, STATUSES);
  for (const each of status) if (!STATUSES.includes(each)) throw optionError("status", each, STATUSES);
  const coders = options.coders ?? null;
  if (coders !== null) {
    const known = new Set(study.codings.map((coding) => coding.coder));
    const named = [...known].filter((each) => each !== null);
    refuseNoList("coders", coders, named);
    for (const coder of coders) if (!known.has(coder)) throw optionError("coders", coder, named);
  }
  const retired = retiredCodes(study.scheme);
  const leftOut = { ambiguous: 0, lost: 0, withoutParticipant: 0, retired: 0, undecided: 0, suggested: 0, rejected: 0 };
  const counted = new Set<string>();
  const before = new Set<string>();
  for (const coding of study.codings) {
    if (coders !== null && !coders.includes(coding.coder)) continue;
    if (!status.includes(coding.status)) {
      if (coding.status !== "coded") leftOut[coding.status]++;
    } else if (coding.attention === "undecided") leftOut.undecided++;
    else if (retired.has(coding.code)) leftOut.retired++;
    else {
      const anchor = study.anchors.get(coding.id)?.status ?? "lost";
      if (anchor === "ambiguous" || anchor === "lost") leftOut[anchor]++;
      else counted.add(coding.id);
      if (coding.attention === "redefined") before.add(coding.id);
    }
  }
  const passages = study.passages.filter((passage) => {
    if (!counted.has(passage.coding)) return false;
    if (passage.participants.length > 0) return true;
    leftOut.withoutParticipant++;
    return false;
  });
  const redefined = passages.filter((passage) => before.has(passage.coding)).length;
  return { passages, coders, status, redefined, leftOut };
}
