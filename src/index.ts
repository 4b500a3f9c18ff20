// The browser-safe door of the library. What is named here is public; everything else may change.

export type { Level } from "./analysis/entries";
export type { FrequencyRow } from "./analysis/frequency-rows";
export type { By } from "./analysis/grouping";
export type { Base, CountingOptions } from "./analysis/options";
export type { QuoteCandidate } from "./analysis/quote-candidates";
export type { Pick, QuoteCell } from "./analysis/quote-pick";
export type { QuoteRow } from "./analysis/quote-row";
export { type QuoteTableOptions, quoteTable } from "./analysis/quote-table";
export type { SelectionOptions } from "./analysis/selection";
export type { Counts } from "./analysis/tally";
export { type ThemeFrequencyOptions, themeFrequency } from "./analysis/theme-frequency";
export { type CellContent, type ThemeTableOptions, type ThemeTableRow, themeTable } from "./analysis/theme-table";
export { describe } from "./anchor/describe";
export { type Resolution, resolve } from "./anchor/resolve";
export type { CodingInput } from "./coding/coding-input";
export type { IssueCode, Severity } from "./issues/codes";
export { InputError } from "./issues/input-error";
export type { Issue, Place } from "./issues/issue";
export { formatIssues, type ReportColors } from "./issues/report";
export type {
  AnchorStatus,
  Coding,
  CodingStatus,
  Stance,
  Target,
  TextPositionSelector,
  TextQuoteSelector,
} from "./model/coding";
export type { Memo, MemoAbout } from "./model/memo";
export type { Attributes, AttributeValue, Group, Participant } from "./model/people";
export type { Range } from "./model/range";
export type { Category, Code, Rule, Scheme, SchemeEntry, SchemeVersion, Theme } from "./model/scheme";
export type { SpeakerFacts, SpeakerRole, Transcript, TranscriptKind, Turn } from "./model/transcript";
export { VERSION } from "./model/version";
export { parseScheme } from "./scheme/parse-scheme";
export { createStudy, type GroupInput, type StudyInput } from "./study/create-study";
export type { Condition, Conditions } from "./study/narrow";
export { type ParsedTranscripts, type ParseOptions, parseTranscript } from "./study/parse-transcript";
export type { ParticipantInput } from "./study/participants";
export type { Passage, Voice } from "./study/passages";
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
