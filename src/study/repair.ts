import { type Anchorer, anchorer } from "../anchor/anchorer";
import type { Resolution } from "../anchor/resolve";
import { optionsOf } from "../issues/call";
import type { AnchorStatus, Target } from "../model/coding";
import type { Range } from "../model/range";
import type { Transcript } from "../model/transcript";
import { refuseNoStudy } from "./no-study";
import { lineOf } from "./passages";
import { Study } from "./study";

/** Options of `repair`. */
export interface RepairOptions {
  /** Whether words that were found approximately are taken for the coded ones; false by default: they stay open. */
  readonly approximate?: boolean | undefined;
}

/** A stretch of a transcript as it is now. */
export interface RepairPlace extends Range {
  /** 1-based line of the original file; null if the file has no lines. */
  readonly line: number | null;
  readonly words: string;
  /** How like the words looked for, from 0 to 1. */
  readonly similarity: number;
}

/** A coding or memo about words of a transcript, and how these were found. */
export interface RepairItem {
  /** Id of the coding or memo. */
  readonly id: string;
  readonly kind: "coding" | "memo";
  /** Id of the coding's code; null for a memo. */
  readonly code: string | null;
  /** Who coded, or wrote the memo. */
  readonly by: string | null;
  readonly transcript: string;
  readonly status: AnchorStatus;
  /** The words as its selectors had them. */
  readonly words: string;
}

/** What got new selectors. `status` "exact" means that words and place are the same, and what stood around them is not. */
export interface Repaired extends RepairItem {
  /** Where its words stand now, and how they are written there. */
  readonly place: RepairPlace;
}

/** What the analyst has to decide on. */
export interface OpenRepair extends RepairItem {
  /**
   * If ambiguous, every place the words may have; if approximate, the one they were found at; if lost, the most similar
   * stretches, at most five, the most similar first.
   */
  readonly candidates: readonly RepairPlace[];
}

/** A study whose anchors were repaired, what was done for that, and what is left to the analyst. */
export interface Repair {
  readonly study: Study;
  readonly repaired: readonly Repaired[];
  readonly open: readonly OpenRepair[];
}

/**
 * The study with new selectors for every coding and memo whose words were found for sure: where they moved, where they
 * are written with other quotation marks, dashes or white space, and where the text around them has changed.
 *
 * Words found approximately get new selectors only if `approximate` is true. Those, ambiguous and lost ones are listed
 * with the nearest places and stay as they are: nothing is guessed, and no coding is removed. The given study is
 * unchanged. A second repair finds nothing more to do.
 *
 * @example
 * ```ts
 * const coded = [{ id: "one", transcript: "ana", code: "return", quote: "She came back.", start: 5, end: 19 }];
 * const text = "Ana: Well, it was May. She came back.";
 * const { study, repaired, open } = repair(createStudy({ transcripts: [{ id: "ana", text }], codings: coded }));
 * repaired.map(({ id, status, place }) => `${id}: ${status} to ${place.start}`); // => ["one: moved to 23"]
 * study.anchors.get("one")?.status; // => "exact"
 * open.length; // => 0
 * ```
 */
export function repair(study: Study, options: RepairOptions = {}): Repair {
  refuseNoStudy(study);
  const { approximate = false } = optionsOf(options, "{ approximate: true }", { approximate: true });
  const mends = (status: AnchorStatus): boolean => status !== "approximate" || approximate === true;
  const repaired: Repaired[] = [];
  const open: OpenRepair[] = [];
  const surveyor = surveyors(study.transcripts);
  const mend = (target: Target, resolution: Resolution | undefined, item: Omit<RepairItem, RecordKeys>) => {
    const survey = surveyor(target.source);
    if (survey === undefined || resolution === undefined) return undefined;
    const { status, range, similarity } = resolution;
    const about: RepairItem = { ...item, transcript: target.source, status, words: quoteOf(target) };
    if (range === null || !mends(status)) {
      const candidates = range === null ? resolution.candidates : [{ ...range, similarity }];
      open.push({ ...about, candidates: candidates.map(survey.place) });
      return undefined;
    }
    if (survey.isFirm(target, resolution, range)) return undefined;
    const selector = survey.describe(range);
    // Words typed by hand in another typography got selectors of the text on reading: only that is still to be noted.
    const isNew = JSON.stringify(selector) !== JSON.stringify(target.selector);
    if (isNew) repaired.push({ ...about, place: survey.place({ ...range, similarity }) });
    return { source: target.source, selector };
  };
  const anchors = new Map(study.anchors);
  const codings = study.codings.map((coding) => {
    const { id, code, coder } = coding;
    const target = mend(coding.target, study.anchors.get(id), { id, kind: "coding", code, by: coder });
    if (target === undefined) return coding;
    anchors.set(id, firmly(target));
    return { ...coding, target };
  });
  const memoAnchors = new Map(study.memoAnchors);
  const memos = study.memos.map((memo) => {
    const { id, about, author } = memo;
    if (about === null || !("source" in about)) return memo;
    const target = mend(about, study.memoAnchors.get(id), { id, kind: "memo", code: null, by: author });
    if (target === undefined) return memo;
    memoAnchors.set(id, firmly(target));
    return { ...memo, about: target };
  });
  const settled = new Set([
    "quote-moved",
    "quote-differs-in-typography",
    ...(mends("approximate") ? ["quote-approximate"] : []),
  ]);
  const issues = study.issues.filter((each) => !settled.has(each.code));
  return { study: new Study({ ...study, codings, memos, issues, anchors, memoAnchors }), repaired, open };
}

type RecordKeys = "transcript" | "status" | "words";

/** What `repair` asks of one transcript. */
interface Survey extends Pick<Anchorer, "describe"> {
  place(range: Range & { readonly similarity: number }): RepairPlace;
  /** True if words and context are those of the selectors to the letter, and the quote alone leads there as well. */
  isFirm(target: Target, resolution: Resolution, range: Range): boolean;
}

function surveyors(transcripts: readonly Transcript[]): (id: string) => Survey | undefined {
  const byId = new Map(transcripts.map((each) => [each.id, each]));
  const known = new Map<string, Survey>();
  return (id) => {
    const transcript = byId.get(id);
    if (transcript === undefined) return undefined;
    const survey = known.get(id) ?? surveyOf(transcript);
    known.set(id, survey);
    return survey;
  };
}

function surveyOf(transcript: Transcript): Survey {
  const { text } = transcript;
  const { resolve, describe } = anchorer(text);
  return {
    describe,
    place: ({ start, end, similarity }) => ({
      start,
      end,
      line: lineOf(transcript, start),
      words: text.slice(start, end),
      similarity,
    }),
    isFirm: ({ selector }, { status, typography }, range) => {
      if (status !== "exact" || typography || selector.length === 1) return false;
      const [position, quote] = selector;
      if (position.start !== range.start || position.end !== range.end) return false;
      const { prefix, exact, suffix } = quote;
      if (!text.startsWith(prefix + exact + suffix, position.start - prefix.length)) return false;
      const byQuote = resolve([quote]);
      return byQuote.status === "exact" && !byQuote.typography && byQuote.range?.start === range.start;
    },
  };
}

function quoteOf({ selector }: Target): string {
  return selector.length === 1 ? selector[0].exact : selector[1].exact;
}

/** The resolution of selectors that were just described. */
function firmly({ selector: [position] }: Target): Resolution {
  const range = position.type === "TextPositionSelector" ? { start: position.start, end: position.end } : null;
  return { status: "exact", range, similarity: 1, typography: false, candidates: [] };
}
