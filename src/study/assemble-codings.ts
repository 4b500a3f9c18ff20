import { type Anchorer, anchorer, anchorers } from "../anchor/anchorer";
import type { Resolution } from "../anchor/resolve";
import type { CodingInput } from "../coding/coding-input";
import { type Issue, issue } from "../issues/issue";
import { type Origin, originPlace, type Sourced } from "../issues/source";
import { hintsOf } from "../issues/suggest";
import type { Coding, Target } from "../model/coding";
import type { Range } from "../model/range";
import type { Transcript } from "../model/transcript";
import { count } from "../text/plural";
import { anchorIssue } from "./anchor-issues";
import type { CodeNames } from "./code-names";
import { fileStem, type TranscriptPart } from "./transcript-part";
import { attentionIssues, type CodingWalk } from "./walk-codings";

/** Codings with their selectors, where their words are, and what was wrong with them. */
export interface AssembledCodings {
  readonly codings: readonly Coding[];
  readonly anchors: ReadonlyMap<string, Resolution>;
  readonly issues: readonly Issue[];
}

/** What codings are looked up in. */
export interface CodingContext {
  readonly transcripts: readonly Transcript[];
  /** Names, in lower case, of transcripts whose files could not be read: codings of these are passed over. */
  readonly unread: ReadonlySet<string>;
  readonly codes: CodeNames;
  readonly walk: CodingWalk;
  /** Whose the marks in the transcripts are; null if that is not said. */
  readonly markCoder: string | null;
}

/** The codings of marks in transcripts and of stand-off files, in that order, each with an id of its own. */
export function assembleCodings(
  parts: readonly TranscriptPart[],
  standOff: readonly Sourced<CodingInput>[],
  context: CodingContext,
): AssembledCodings {
  const unknown = unknownWords();
  const origins = new Map<string, Sourced<unknown>["origin"]>();
  const marks = markCodings(parts, context, unknown, origins);
  const others = standOffCodings(standOff, context, unknown, origins);
  const made = [...marks.codings, ...others.codings];
  const codings = made.map(context.walk.forward);
  const originOf = (id: string, field: string): Origin | undefined => origins.get(id)?.(field);
  return {
    codings,
    anchors: new Map([...marks.anchors, ...others.anchors]),
    issues: [
      ...unknown.issues(context),
      ...marks.issues,
      ...others.issues,
      ...made.flatMap((coding) =>
        coding.decided === undefined
          ? []
          : context.walk.decisionIssues(coding, originPlace(originOf(coding.id, "decided"))),
      ),
      ...attentionIssues(codings, context.walk, ({ id }) => originPlace(originOf(id, "code"))),
    ],
  };
}

function markCodings(
  parts: readonly TranscriptPart[],
  context: CodingContext,
  unknown: UnknownWords,
  origins: Map<string, Sourced<unknown>["origin"]>,
): AssembledCodings {
  const codings: Coding[] = [];
  const anchors = new Map<string, Resolution>();
  const issues: Issue[] = [];
  for (const part of parts) {
    const { describe } = anchorer(part.text);
    for (const [index, marked] of part.codings.entries()) {
      const { code, memo, parents, ...range } = marked.value;
      const codeId = context.codes.idOf(code);
      if (codeId === undefined) {
        unknown.add("unknown-code", code, marked.origin("code"));
        continue;
      }
      const parent = parents.find((each) => !context.codes.holds(each, codeId));
      if (parent !== undefined) {
        issues.push(
          issue(
            "unknown-mark-parent",
            `The mark says "${[...parents, code].join(">")}", but "${code}" is not in "${parent}".`,
            {
              hint: "The coding counts for the code all the same. Mend the mark or the scheme.",
              place: originPlace(marked.origin("code")),
            },
          ),
        );
      }
      const id = `${part.id}#${index + 1}`;
      codings.push({
        id,
        code: codeId,
        target: { source: part.id, selector: describe(range) },
        coder: context.markCoder,
        ...(memo === undefined ? {} : { memo }),
        status: "coded",
        schemeVersion: context.walk.madeUnder(codeId),
      });
      anchors.set(id, found(range));
      origins.set(id, marked.origin);
    }
  }
  return { codings, anchors, issues };
}

function standOffCodings(
  rows: readonly Sourced<CodingInput>[],
  context: CodingContext,
  unknown: UnknownWords,
  origins: Map<string, Sourced<unknown>["origin"]>,
): AssembledCodings {
  const ofMarks = new Set(origins.keys());
  const transcripts = transcriptFinder(context.transcripts);
  const stated = new Set(rows.flatMap(({ value }) => value.id ?? []));
  const codings: Coding[] = [];
  const anchors = new Map<string, Resolution>();
  const issues: Issue[] = [];
  const numbers = new Map<string, number>();
  const anchorerOf = anchorers();
  for (const { value, origin } of rows) {
    // Rows are numbered in their file, wrong ones too, so that mending one leaves the ids of the others as they are.
    const file = fileStem(origin()?.source.file ?? "") || "coding";
    const number = (numbers.get(file) ?? 0) + 1;
    numbers.set(file, number);
    const transcript = transcripts(value.transcript);
    const code = context.codes.idOf(value.code);
    if (transcript === undefined && !context.unread.has(value.transcript.toLowerCase()))
      unknown.add("unknown-transcript", value.transcript, origin("transcript"));
    if (code === undefined) unknown.add("unknown-code", value.code, origin("code"));
    if (transcript === undefined || code === undefined) continue;
    const id = value.id ?? freeId(`${file}#${number}`, (each) => ofMarks.has(each) || stated.has(each));
    if (anchors.has(id) || ofMarks.has(id)) {
      issues.push(
        issue("duplicate-id", `There are two codings with the id "${id}".`, {
          hint: "Give one of them another id.",
          place: originPlace(origin("id")),
        }),
      );
      continue;
    }
    const anchor = anchorerOf(transcript);
    const target = targetOf(value, transcript, anchor, () => originPlace(origin("start") ?? origin()));
    if ("code" in target) {
      issues.push(target);
      continue;
    }
    const resolution = anchor.resolve(target.selector);
    anchors.set(id, resolution);
    origins.set(id, origin);
    // Where a row stands is looked for only if there is something to say of it.
    if (resolution.status !== "exact" || resolution.typography) {
      const problem = anchorIssue(resolution, transcript, value.code, origin("quote") ?? origin());
      if (problem !== undefined) issues.push(problem);
    }
    // A quote that was found gets its position, so that both selectors are there from now on.
    const selector =
      target.selector.length === 1 && resolution.status === "exact" && resolution.range !== null
        ? anchor.describe(resolution.range)
        : target.selector;
    if (value.schemeVersion !== undefined && value.schemeVersion > context.walk.version) {
      issues.push(newerVersion(value.schemeVersion, context.walk.version, origin("schemeVersion")));
    }
    codings.push({
      id,
      code,
      target: { source: transcript.id, selector },
      coder: value.coder ?? null,
      ...(value.created === undefined ? {} : { created: value.created }),
      ...(value.memo === undefined ? {} : { memo: value.memo }),
      ...(value.stance === undefined ? {} : { stance: value.stance }),
      status: value.status ?? "coded",
      ...(value.rule === undefined ? {} : { rule: value.rule }),
      ...(value.matched === undefined ? {} : { matched: value.matched }),
      schemeVersion: context.walk.madeUnder(code, value.schemeVersion),
      ...(value.decided === undefined ? {} : { decided: value.decided }),
    });
  }
  return { codings, anchors, issues };
}

function newerVersion(stated: number, version: number, origin: Origin | undefined): Issue {
  const message = `The coding says it was made under version ${stated} of the scheme, which is version ${version}.`;
  const hint = `It is taken for one of version ${version}. Is the scheme an older one?`;
  return issue("unknown-version", message, { hint, place: originPlace(origin) });
}

/** The id itself, or with "codings/" before it: the marks in C01.txt and the rows of codings/C01.csv are numbered alike. */
function freeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  while (isTaken(free)) free = `codings/${free}`;
  return free;
}

function found(range: Range): Resolution {
  return { status: "exact", range, similarity: 1, typography: false, candidates: [] };
}

/** The selectors of a coding that names a quote, a position or both; an issue if the position is not in the text. */
function targetOf(
  value: CodingInput,
  transcript: Transcript,
  { describe }: Anchorer,
  placeOf: () => Issue["place"],
): Target | Issue {
  const { start, end, quote, prefix = "", suffix = "" } = value;
  const length = transcript.text.length;
  if (start !== undefined && end !== undefined && quote === undefined) {
    if (start >= 0 && start < end && end <= length) {
      return { source: transcript.id, selector: describe({ start, end }) };
    }
    return issue(
      "wrong-range",
      `The range ${start} to ${end} is not in "${transcript.id}", which has ${length} characters.`,
      {
        hint: "start and end count UTF-16 code units from 0; end is behind the last one.",
        place: placeOf(),
      },
    );
  }
  const words = { type: "TextQuoteSelector", exact: quote ?? "", prefix, suffix } as const;
  if (start === undefined || end === undefined) return { source: transcript.id, selector: [words] };
  return { source: transcript.id, selector: [{ type: "TextPositionSelector", start, end }, words] };
}

/** Finds transcripts by id, or by the name of their file with its ending; without regard to case if that is clear. */
function transcriptFinder(transcripts: readonly Transcript[]): (word: string) => Transcript | undefined {
  const byId = new Map(transcripts.map((each) => [each.id, each]));
  const others = new Map<string, Transcript | undefined>();
  for (const transcript of transcripts) {
    const file = transcript.source.slice(transcript.source.lastIndexOf("/") + 1).normalize("NFC");
    for (const name of new Set([transcript.id, file, fileStem(file)].map((each) => each.toLowerCase()))) {
      others.set(name, others.has(name) ? undefined : transcript);
    }
  }
  return (word) => byId.get(word) ?? others.get(word.trim().toLowerCase());
}

/** Words that name nothing, each reported once for each file with the number of codings that use it. */
interface UnknownWords {
  add(code: "unknown-code" | "unknown-transcript", word: string, origin: Origin | undefined): void;
  issues(context: CodingContext): Issue[];
}

function unknownWords(): UnknownWords {
  const seen = new Map<
    string,
    { code: "unknown-code" | "unknown-transcript"; word: string; origin: Origin | undefined; uses: number }
  >();
  return {
    add(code, word, origin) {
      const key = JSON.stringify([code, word, origin?.source.file]);
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { code, word, origin, uses: 1 });
      else known.uses++;
    },
    issues: ({ codes, transcripts }) => {
      const codeHint = hintsOf(codes.ids);
      const transcriptHint = hintsOf(transcripts.map((each) => each.id));
      return [...seen.values()].map(({ code, word, origin, uses }) => {
        const message =
          code === "unknown-code"
            ? `The scheme has no code "${word}" (${count(uses, "coding")}).`
            : `There is no transcript "${word}" (${count(uses, "coding")}).`;
        const hint = code === "unknown-code" ? codeHint(word) : transcriptHint(word);
        return issue(code, message, { hint, place: originPlace(origin) });
      });
    },
  };
}
