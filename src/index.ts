// The browser-safe door of the library. What is named here is public; everything else may change.

export { type AuditKind, type AuditRow, type AuditTrailOptions, auditTrail } from "./analysis/audit-trail";
export { type ComparedRow, type CompareTablesOptions, compareTables } from "./analysis/compare-tables";
export { type ConcordanceOptions, type ConcordanceRow, concordance } from "./analysis/concordance";
export { type CoverageRow, coverage } from "./analysis/coverage";
export type { Level } from "./analysis/entries";
export type { FrequencyRow } from "./analysis/frequency-rows";
export type { By } from "./analysis/grouping";
export { type JournalRow, journalTable } from "./analysis/journal-table";
export { methodHints } from "./analysis/method-hints";
export type { Base, CountingOptions } from "./analysis/options";
export type { QuoteCandidate } from "./analysis/quote-candidates";
export type { Pick, QuoteCell } from "./analysis/quote-pick";
export type { QuoteRow } from "./analysis/quote-row";
export { type QuoteTableOptions, quoteTable } from "./analysis/quote-table";
export type { ReadingKind, ReadingRow } from "./analysis/reading-row";
export type { Reader } from "./analysis/reading-selection";
export { type ReadingsOptions, readings } from "./analysis/readings";
export { type RuleReportRow, ruleReport } from "./analysis/rule-report";
export type { SuggestOptions } from "./analysis/rule-search";
export type { Scope, SearchOptions } from "./analysis/rule-stretches";
export { schemeDiff } from "./analysis/scheme-diff";
export { type SchemeLogRow, schemeLog } from "./analysis/scheme-log";
export type { SelectionOptions } from "./analysis/selection";
export { suggestCodings } from "./analysis/suggest-codings";
export { talkThrough } from "./analysis/talk-through";
export type { Counts } from "./analysis/tally";
export type { ThemeEvidence } from "./analysis/theme-evidence";
export { type ThemeFrequencyOptions, themeFrequency } from "./analysis/theme-frequency";
export { type ThemeReviewRow, themeReview } from "./analysis/theme-review";
export { type CellContent, type ThemeTableOptions, type ThemeTableRow, themeTable } from "./analysis/theme-table";
export { describe } from "./anchor/describe";
export { type Candidate, type Resolution, resolve } from "./anchor/resolve";
export type { CodingInput } from "./coding/coding-input";
export type { IssueCode, Severity } from "./issues/codes";
export { InputError } from "./issues/input-error";
export type { Issue, Place } from "./issues/issue";
export { formatIssues, type ReportColors } from "./issues/report";
export type {
  AnchorStatus,
  Attention,
  CodeChange,
  Coding,
  CodingStatus,
  Decision,
  Stance,
  Target,
  TextPositionSelector,
  TextQuoteSelector,
} from "./model/coding";
export type { Memo, MemoAbout, MemoEvent } from "./model/memo";
export type { Attributes, AttributeValue, Group, Participant } from "./model/people";
export type { Range } from "./model/range";
export type { Category, Code, Rule, Scheme, SchemeEntry, SchemeVersion, Theme, ThemeReviewEntry } from "./model/scheme";
export type { SpeakerFacts, SpeakerRole, Transcript, TranscriptKind, Turn } from "./model/transcript";
export { VERSION } from "./model/version";
export type { ChangeOptions } from "./scheme/change-scheme";
export type { SchemeChange, SchemeDifference } from "./scheme/diff";
export { schemeAt } from "./scheme/history";
export { parseScheme } from "./scheme/parse-scheme";
export {
  add,
  type MoveTo,
  merge,
  move,
  type NewEntryFields,
  type Redefinition,
  redefine,
  rename,
  retire,
  type SplitPart,
  type StepKind,
  split,
} from "./scheme/steps/make-step";
export type { Step } from "./scheme/steps/step";
export { addCodings } from "./study/add-codings";
export { createStudy, type GroupInput, type StudyInput } from "./study/create-study";
export { type Decisions, decide } from "./study/decide";
export { type Coder, type MergeOptions, type MergeRule, mergeCodings } from "./study/merge-codings";
export type { Condition, Conditions } from "./study/narrow";
export type { StudyOrigin } from "./study/origin";
export type { ParseOptions } from "./study/parse-options";
export { type ParsedTranscripts, parseTranscript } from "./study/parse-transcript";
export type { ParticipantInput } from "./study/participants";
export type { Passage, Voice } from "./study/passages";
export type { MemoAboutInput, MemoInput } from "./study/read-memo";
export {
  type OpenRepair,
  type Repair,
  type Repaired,
  type RepairItem,
  type RepairOptions,
  type RepairPlace,
  repair,
} from "./study/repair";
export {
  type AcceptOptions,
  acceptCodings,
  moveCoding,
  type RejectOptions,
  rejectCodings,
} from "./study/review-codings";
export type { Approach } from "./study/settings";
export { Study } from "./study/study";
export type { StudyData } from "./study/study-data";
export type { TranscriptInput, TurnInput } from "./study/transcript-input";
export type { Column, ColumnKind, CountFormat } from "./table/column";
export type { Grid, Provenance, TableContent } from "./table/content";
export type { CrosstabOptions, CrosstabRow } from "./table/crosstab";
export { type CsvOptions, csvNotes, toCsv } from "./table/render-csv";
export { type HtmlOptions, toHtml } from "./table/render-html";
export { toLatex } from "./table/render-latex";
export { toMarkdown } from "./table/render-markdown";
export { type TextOptions, toText } from "./table/render-text";
export { type SortDirection, Table, type TableInput, type TableJson } from "./table/table";
