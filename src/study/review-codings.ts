import { describe } from "../anchor/describe";
import { argumentError, optionsOf, refuseNoTexts } from "../issues/call";
import { InputError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import { didYouMean } from "../issues/suggest";
import { shown } from "../issues/wording";
import type { Coding } from "../model/coding";
import type { Range } from "../model/range";
import { entriesOf } from "../model/scheme";
import { wrongDay } from "../text/date";
import { trimRange } from "../text/trim-range";
import { refuseNoStudy } from "./no-study";
import { Study } from "./study";

/** Whose decision it is, and what is noted with it. */
export interface AcceptOptions {
  /** Who accepts; the codings are theirs from then on. */
  readonly coder: string | null;
  /** When, as the analyst writes it; not noted if absent. */
  readonly created?: string | undefined;
  /** A note on the codings; what they have stays if absent. */
  readonly memo?: string | undefined;
  /** Id of the code they get in place of the suggested one. */
  readonly code?: string | undefined;
}

/** Whose decision it is, and why. */
export interface RejectOptions {
  /** Who rejects; nobody in particular if absent. */
  readonly coder?: string | null | undefined;
  /** Why; what the codings have as a memo stays if absent. */
  readonly memo?: string | undefined;
}

/**
 * The study with these suggestions taken as codings: they count from then on, and keep the rule that made them. A
 * suggestion that was rejected can be accepted after all. The given study is unchanged.
 *
 * Throws `InputError` with every id that no coding has, that is coded already, and a code that the scheme does not have or
 * that is no longer in use: a suggestion of such a code is accepted with another `code`.
 *
 * @example
 * ```ts
 * const suggestions = await suggestCodings(study, { codes: ["alongside-therapy"] });
 * const [first, second] = suggestions.map((each) => each.id);
 * const accepted = acceptCodings(addCodings(study, suggestions), [first], { coder: "KB", created: "2026-04-02" });
 * const reviewed = rejectCodings(accepted, [second], { coder: "KB", memo: "The timetable only" });
 * reviewed.codings.slice(-4).map((each) => each.status); // => ["coded", "rejected", "suggested", "suggested"]
 * ```
 */
export function acceptCodings(study: Study, ids: readonly string[], options: AcceptOptions): Study {
  refuseNoStudy(study);
  const stated = optionsOf(options, OPTIONS, { coder: true, created: true, memo: true, code: true });
  const { coder = null, created, memo, code } = stated;
  refuseNoTexts("second", ids, "a list of ids of codings", IDS);
  const problems = code === undefined ? retiredProblems(study, ids) : codeProblems(study, code);
  return changed(
    study,
    ids,
    [...decisionProblems(stated), ...problems],
    ({ history: _, decided: __, attention: ___, ...coding }) => ({
      // It is made now, under the scheme as it is: what became of the suggestion before is not its history.
      ...coding,
      ...(code === undefined ? {} : { code }),
      coder,
      ...(created === undefined ? {} : { created }),
      ...(memo === undefined ? {} : { memo }),
      status: "coded",
      schemeVersion: study.scheme.version,
    }),
  );
}

/**
 * The study with these suggestions rejected: they are kept, count nowhere, and are not suggested again. The given study
 * is unchanged. Throws `InputError` with every id that no coding has, and with those an analyst has coded.
 *
 * @example
 * ```ts
 * const suggestions = await suggestCodings(study, { codes: ["alongside-therapy"] });
 * const rejected = rejectCodings(
 *   addCodings(study, suggestions),
 *   suggestions.map((each) => each.id),
 *   { coder: "KB" },
 * );
 * await suggestCodings(rejected, { codes: ["alongside-therapy"] }); // => []
 * ```
 */
export function rejectCodings(study: Study, ids: readonly string[], options: RejectOptions = {}): Study {
  refuseNoStudy(study);
  const { coder = null, memo } = optionsOf(options, OPTIONS, { coder: true, memo: true });
  refuseNoTexts("second", ids, "a list of ids of codings", IDS);
  return changed(study, ids, [], (coding) => ({
    ...coding,
    coder,
    ...(memo === undefined ? {} : { memo }),
    status: "rejected",
  }));
}

/**
 * The study with one coding on other words of its transcript: the range, without white space at its ends, in UTF-16 code
 * units. The given study is unchanged. A suggestion that no longer holds the words its rule matched forgets them.
 *
 * Throws `InputError` if no coding has the id, or the range holds no words of the transcript.
 *
 * @example
 * ```ts
 * const [first] = study.passages;
 * const shorter = moveCoding(study, first.coding, { start: first.start, end: first.end - 1 });
 * shorter.passages[0]?.text === first.text.slice(0, -1); // => true
 * ```
 */
export function moveCoding(study: Study, id: string, range: Range): Study {
  refuseNoStudy(study);
  if (typeof id !== "string") throw argumentError("second", id, "the id of a coding", "Use an id of study.codings.");
  if (typeof range !== "object" || range === null) {
    throw argumentError("third", range, "a range of the transcript", `Write it as { start: 0, end: 10 }: ${UNITS}`);
  }
  const coding = study.codings.find((each) => each.id === id);
  if (coding === undefined) throw new InputError([unknownCoding(study, id)]);
  const { source } = coding.target;
  const text = study.transcripts.find((each) => each.id === source)?.text ?? "";
  const { start, end } = range;
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length && start < end;
  const words = inside ? trimRange(text, range) : { start: 0, end: 0 };
  if (words.end <= words.start) {
    const message = `The range ${start} to ${end} holds no words of "${source}", which has ${text.length} characters.`;
    throw new InputError([issue("wrong-range", message, { hint: UNITS })]);
  }
  const selector = describe(text, words);
  const [place, quote] = selector;
  const { matched, ...rest } = coding;
  const keepsMatched = matched !== undefined && quote.exact.includes(matched);
  const moved: Coding = { ...rest, target: { source, selector }, ...(keepsMatched ? { matched } : {}) };
  return new Study({
    ...study,
    codings: study.codings.map((each) => (each === coding ? moved : each)),
    anchors: new Map(study.anchors).set(id, {
      status: "exact",
      range: { start: place.start, end: place.end },
      similarity: 1,
      typography: false,
      candidates: [],
    }),
  });
}

const OPTIONS = '{ coder: "KB", memo: "The timetable only" }';
const IDS = "[coding.id]";
const UNITS = "start and end count UTF-16 code units from 0; end is behind the last one.";

/** What is wrong with whose an acceptance is and when. Nobody in particular has to be said as well, by null. */
function decisionProblems({ coder, created }: Partial<AcceptOptions>): Issue[] {
  const problems: Issue[] = [];
  if (coder === undefined) {
    const hint = 'Say who accepts, as { coder: "KB" }; null is nobody in particular.';
    problems.push(issue("wrong-option", 'The option "coder" cannot be nothing.', { hint }));
  }
  const noDay = created === undefined ? undefined : wrongDay(created);
  if (noDay !== undefined) {
    const message = `The option "created" cannot be ${shown(created)}: there is no such day.`;
    problems.push(issue("wrong-option", message, { hint: noDay }));
  }
  return problems;
}

/** The study with a change of the suggestions with these ids; throws if one of them is none. */
function changed(
  study: Study,
  ids: readonly string[],
  problems: readonly Issue[],
  change: (coding: Coding) => Coding,
): Study {
  const wanted = new Set(ids);
  const known = new Map(study.codings.map((each) => [each.id, each]));
  const issues = [...problems];
  for (const id of wanted) {
    const coding = known.get(id);
    if (coding === undefined) issues.push(unknownCoding(study, id));
    else if (coding.status === "coded") {
      const who = coding.coder === null ? "" : ` by ${coding.coder}`;
      const hint = "Only suggestions can be accepted or rejected.";
      issues.push(issue("wrong-option", `The coding "${id}" is coded${who} already.`, { hint }));
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return new Study({ ...study, codings: study.codings.map((each) => (wanted.has(each.id) ? change(each) : each)) });
}

function unknownCoding(study: Study, id: string): Issue {
  const hint = didYouMean(
    id,
    study.codings.map((each) => each.id),
  );
  return issue("unknown-coding", `There is no coding "${id}".`, { hint });
}

/** The codes of suggestions that are no longer in use: an accepted one would count nowhere. */
function retiredProblems(study: Study, ids: readonly string[]): Issue[] {
  const wanted = new Set(ids);
  const suggested = study.codings.flatMap((each) => (wanted.has(each.id) && each.status !== "coded" ? each.code : []));
  const retired = entriesOf(study.scheme, "code").filter(
    (each) => each.retired === true && suggested.includes(each.id),
  );
  const hint = "Accept what it suggests with the option code, which names another, or reject it.";
  return retired.map(({ id }) => issue("unknown-code", `The code "${id}" is retired.`, { hint }));
}

function codeProblems(study: Study, id: string): Issue[] {
  const codes = entriesOf(study.scheme, "code");
  const code = codes.find((each) => each.id === id);
  if (code !== undefined && code.retired !== true) return [];
  const inUse = codes.flatMap((each) => (each.retired === true ? [] : [each.id]));
  const message = code === undefined ? `The scheme has no code "${id}".` : `The code "${id}" is retired.`;
  return [issue("unknown-code", message, { hint: didYouMean(id, inUse) })];
}
