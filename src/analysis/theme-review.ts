import { optionsOf } from "../issues/call";
import { entriesOf } from "../model/scheme";
import { refuseNoStudy } from "../study/no-study";
import type { Study } from "../study/study";
import { Table } from "../table/table";
import { count, listed } from "../text/plural";
import { type CoverageRow, coverageOf } from "./coverage";
import type { Entry } from "./entries";
import { provenanceOf } from "./provenance";
import { reviewQuestions } from "./review-questions";
import { SELECTION_KEYS, type SelectionOptions, selectPassages } from "./selection";
import { type ThemeEvidence, themeEvidence } from "./theme-evidence";

/** One theme under review: what stands behind it, in figures, and the questions that these raise. */
export interface ThemeReviewRow extends ThemeEvidence {
  /** Id of the theme. */
  readonly id: string;
  readonly name: string;
  /** 0 for a theme, 1 for its subthemes, and so on. */
  readonly depth: number;
  /** Date of its last review that has one, as written; null if none has. */
  readonly reviewed: string | null;
  /** What to ask of the theme next, one question a line; "" if the figures raise none. */
  readonly questions: string;
}

/**
 * What the review of themes asks for each theme: participants and groups behind it, the share of the one who speaks most
 * in it, codes with passages, extracts shared with other themes, passages that complicate or contradict, transcripts with
 * none; and questions to think about, in the theme's own figures.
 *
 * There is no verdict and no score: whether a theme holds is for the analyst. A theme's passages are those of its codes
 * and of its subthemes; a passage shared with a theme around or inside it is not called shared. The notes say how much of
 * the participants' words is coded at all; `coverage` says it for each transcript. Throws `InputError` for a coder or
 * status that nobody has.
 *
 * Source of what is asked: Braun & Clarke (2006), phase four; docs/method.md.
 *
 * @example
 * ```ts
 * const [first] = themeReview(study);
 * `${first.participants} of ${first.of}, ${first.sharedPassages} of ${first.passages} shared, ${first.contradicts} against`;
 * // => 33 of 36, 23 of 65 shared, 3 against
 * ```
 */
export function themeReview(study: Study, options: SelectionOptions = {}): Table<ThemeReviewRow> {
  refuseNoStudy(study);
  const stated = optionsOf(options, '{ coders: ["KB"] }', SELECTION_KEYS);
  const { passages } = selectPassages(study, stated);
  const evidenceOf = themeEvidence(study, passages);
  const entries = [...evidenceOf.keys()];
  const themes = new Map(entriesOf(study.scheme, "theme").map((each) => [each.id, each]));
  const rows = [...evidenceOf].map(([entry, evidence]): ThemeReviewRow => {
    const theme = themes.get(entry.id);
    return {
      id: entry.id,
      name: entry.name,
      depth: entry.depth,
      ...evidence,
      reviewed: theme?.reviews?.findLast((each) => each.date !== undefined)?.date ?? null,
      questions: reviewQuestions(evidence, theme, hasSubthemes(entry, entries)).join("\n"),
    };
  });
  return new Table<ThemeReviewRow>({
    columns: [
      { key: "id", label: "Id", kind: "text", only: "data" },
      { key: "depth", label: "Depth", kind: "number", only: "data" },
      { key: "name", label: "Theme", kind: "text", indent: "depth" },
      { key: "participants", label: "Participants", kind: "count", of: "of", format: "n of N" },
      { key: "of", label: "Base", kind: "count", only: "data" },
      { key: "groups", label: "Groups", kind: "text" },
      { key: "groupsWithout", label: "Groups with nobody in it", kind: "text", only: "data" },
      { key: "passages", label: "Passages", kind: "count" },
      { key: "codesWithPassages", label: "Codes with passages", kind: "count", of: "codes", format: "n of N" },
      { key: "codes", label: "Codes", kind: "count", only: "data" },
      { key: "mostBy", label: "Who speaks most in it", kind: "text" },
      { key: "mostPassages", label: "Passages of who speaks most", kind: "count", of: "passages", format: "n of N" },
      { key: "mostShare", label: "Share of who speaks most", kind: "share", only: "data" },
      { key: "sharedPassages", label: "Shared with other themes", kind: "count" },
      { key: "sharedWith", label: "Mostly with", kind: "text" },
      { key: "complicates", label: "Complicate", kind: "count" },
      { key: "contradicts", label: "Contradict", kind: "count" },
      { key: "transcriptsWithout", label: "Transcripts with none", kind: "count", of: "transcripts", format: "n of N" },
      { key: "transcripts", label: "Transcripts", kind: "count", only: "data" },
      { key: "reviewed", label: "Last review", kind: "text" },
      { key: "questions", label: "To ask", kind: "text" },
    ],
    rows,
    caption: "Themes under review",
    notes: [
      ...coverageNotes(coverageOf(study, passages)),
      "Figures and questions to think with; whether a theme holds is the analyst's to say.",
    ],
    provenance: provenanceOf("themeReview", study.scheme, stated),
  });
}

function hasSubthemes(entry: Entry, entries: readonly Entry[]): boolean {
  return entries.some((each) => each.ancestors.at(-1) === entry.id);
}

function coverageNotes(transcripts: readonly CoverageRow[]): string[] {
  const words = transcripts.reduce((sum, each) => sum + each.words, 0);
  const coded = transcripts.reduce((sum, each) => sum + each.codedWords, 0);
  const without = transcripts.filter((each) => each.words > 0 && each.codedWords === 0).map((each) => each.transcript);
  const named = without.length <= 5 ? `: ${listed(without)}` : "";
  return [
    `${coded} of the participants' ${words} words are coded.`,
    ...(without.length === 0 ? [] : [`${count(without.length, "transcript")} without any coded word${named}.`]),
  ];
}
