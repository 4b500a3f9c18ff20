import { argumentError } from "../issues/call";
import { InputError } from "../issues/input-error";
import { type Issue, issue } from "../issues/issue";
import { didYouMean } from "../issues/suggest";
import { shown } from "../issues/wording";
import type { Coding } from "../model/coding";
import { entriesOf } from "../model/scheme";
import { historyOf, type SchemeHistory } from "../scheme/history";
import { isRecord } from "../text/check";
import { walked } from "./migrate";
import { refuseNoStudy } from "./no-study";
import type { Passage } from "./passages";
import { Study } from "./study";
import { type CodingWalk, codingWalk } from "./walk-codings";

/**
 * What the analyst decides: the id of a code by the id of a coding, or a function that is asked for each coding which
 * needs another look and gives the id of a code, or null to leave it open. The function gets the coding's passage,
 * undefined where its words were not found.
 */
export type Decisions =
  | Readonly<Record<string, string>>
  | ((coding: Coding, passage: Passage | undefined) => string | null);

/**
 * The study with decisions on codings whose code was split or defined anew: each gets the code named for it, and is
 * open no longer. A code that was defined anew may be named again: then the coding keeps it.
 *
 * A decision is kept with the coding, for the version whose change it was on, so that it holds whenever the study is
 * loaded; deciding again takes its place. Throws `InputError` with every problem: codings that are not there or have
 * nothing to be decided on, and codes that are not there or not in use.
 *
 * @example
 * ```ts
 * const steps = [split("line-blurred", ["friend-or-worker", "no-rules"])];
 * const open = study.migrate(steps, { by: "KB", why: "Two things" });
 * const done = decide(open, (coding, passage) => (passage?.text.includes("rule") ? "no-rules" : "friend-or-worker"));
 * done.codings.filter((coding) => coding.attention === "undecided").length; // => 0
 * ```
 */
export function decide(study: Study, decisions: Decisions): Study {
  refuseNoStudy(study);
  const history = historyOf(study.scheme);
  const walk = codingWalk(history);
  const issues: Issue[] = [];
  const chosen = chosenCodes(study, decisions, issues);
  const codings = study.codings.map((coding) => {
    const code = chosen.get(coding.id);
    return code === undefined ? coding : (decided(coding, code, history, walk, issues) ?? coding);
  });
  if (issues.length > 0) throw new InputError(issues);
  return new Study(walked({ ...study, codings }, walk));
}

/** The code decided on for each coding, by id; ids of codings that are not there are among the issues. */
function chosenCodes(study: Study, decisions: Decisions, issues: Issue[]): Map<string, string> {
  const chosen = new Map<string, string>();
  if (typeof decisions === "function") {
    const passages = new Map(study.passages.map((each) => [each.coding, each]));
    for (const coding of study.codings) {
      if (coding.attention === undefined) continue;
      const code = decisions(coding, passages.get(coding.id));
      if (code !== null && code !== undefined) chosen.set(coding.id, code);
    }
    return chosen;
  }
  if (!isRecord(decisions)) {
    const hint = 'Write { "id of the coding": "id of the code" }, or (coding, passage) => "id of the code".';
    throw argumentError("second", decisions, "a record of codes by the ids of codings, or a function", hint);
  }
  const ids = new Set(study.codings.map((coding) => coding.id));
  for (const [id, code] of Object.entries(decisions)) {
    if (ids.has(id)) chosen.set(id, code);
    else {
      const open = study.codings.flatMap((each) => (each.attention === undefined ? [] : each.id));
      issues.push(issue("wrong-option", `There is no coding "${id}" to decide on.`, { hint: didYouMean(id, open) }));
    }
  }
  return chosen;
}

function decided(
  coding: Coding,
  code: string,
  history: SchemeHistory,
  walk: CodingWalk,
  issues: Issue[],
): Coding | undefined {
  const asked = walk.askedIn(coding);
  if (asked === undefined) {
    const message = `The coding "${coding.id}" has nothing to be decided on: its code was neither split nor defined anew.`;
    issues.push(issue("wrong-option", message, { hint: "To give it another code, change its row or mark." }));
    return undefined;
  }
  // Whoever decides now knows the code as it is defined now: a redefinition since then needs no further look.
  const redefined = walk.asking.get(code)?.findLast((step) => step.reading.action === "redefine")?.version ?? asked;
  const versions = history.versions.filter((version) => version >= asked && walk.isInUse(code, version));
  const version = versions.find((each) => each >= redefined) ?? versions.at(-1);
  if (version === undefined) {
    const codes = history.at(history.versions.at(-1) ?? 1);
    const ids = codes === undefined ? [] : entriesOf(codes, "code").flatMap((each) => (each.retired ? [] : each.id));
    const message = `The coding "${coding.id}" cannot go to ${shown(code)}, which is no code in use.`;
    issues.push(issue("unknown-code", message, { hint: didYouMean(String(code), partsFirst(coding, ids, walk)) }));
    return undefined;
  }
  const earlier = coding.decided?.filter((each) => each.version < version) ?? [];
  return { ...coding, decided: [...earlier, { version, code }] };
}

/** The codes with the parts that the coding's code was split into before the others. */
function partsFirst({ code }: Coding, ids: readonly string[], walk: CodingWalk): string[] {
  const parts = walk.asking.get(code)?.flatMap((step) => step.reading.into.map((each) => each.id)) ?? [];
  return [...new Set([...parts, ...ids])];
}
