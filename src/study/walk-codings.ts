import { type Issue, issue, type Place } from "../issues/issue";
import type { Attention, CodeChange, Coding, Decision } from "../model/coding";
import { entriesOf } from "../model/scheme";
import type { PastStep, SchemeHistory } from "../scheme/history";
import { changesMeaning } from "../scheme/steps/redefine";
import { count, listed } from "../text/plural";
import { codeAsMade } from "./coding-row";

/** What the changes of a scheme make of codings. */
export interface CodingWalk {
  /**
   * The coding with its code in the last version: merges are followed, decisions taken, and what needs another look is
   * marked. What an earlier walk found is found anew, so that walking twice is walking once.
   */
  forward(coding: Coding): Coding;
  /**
   * The version that a coding with this code was made under: the one it states, as far as the code was there then, else
   * the earliest that had the code.
   */
  madeUnder(code: string, stated?: number): number;
  /** The version whose change a coding waits for a decision on, or was decided on last; undefined if there is none. */
  askedIn(coding: Coding): number | undefined;
  /** The steps that split a code, or defined it anew, by its id; the newest last. */
  readonly asking: ReadonlyMap<string, readonly PastStep[]>;
  /** True if a version has the code, and not as retired. */
  isInUse(code: string, version: number): boolean;
  /** The version that codings are walked to. */
  readonly version: number;
  /** Decisions on a coding that name no version, or no code in use in it. */
  decisionIssues(coding: Coding, place: Place | undefined): Issue[];
}

/** Where a coding is on its way. */
interface Stand {
  readonly code: string;
  readonly history: readonly CodeChange[];
  readonly attention: Attention | undefined;
  readonly asked: number | undefined;
}

/** The walk of codings through the recorded changes of a scheme, to its last version or to an earlier one. */
export function codingWalk(history: SchemeHistory, upTo: number = history.versions.at(-1) ?? 1): CodingWalk {
  const steps = history.steps.filter((step) => step.kind === "code" && step.version <= upTo && concernsCodings(step));
  const lives = livesOf(history);
  const inUse = codesInUse(history);
  const known = new Map<string, Stand>();
  const isValid = ({ version, code }: Decision): boolean => inUse.get(version)?.has(code) === true;

  const walk = (code: string, made: number, decided: readonly Decision[]): Stand => {
    let stand: Stand = { code, history: [], attention: undefined, asked: undefined };
    let next = steps.findIndex((step) => step.version > made);
    if (next < 0) next = steps.length;
    for (const decision of [...decided, undefined]) {
      for (let step = steps[next]; step !== undefined; step = steps[++next]) {
        if (decision !== undefined && step.version > decision.version) break;
        stand = taken(stand, step);
      }
      if (decision !== undefined) stand = settled(stand, decision);
    }
    return stand;
  };

  const standOf = (coding: Coding): Stand => {
    const code = codeAsMade(coding);
    const made = coding.schemeVersion;
    const decided = (coding.decided ?? [])
      .filter((each) => each.version > made && each.version <= upTo && isValid(each))
      .sort((a, b) => a.version - b.version);
    if (decided.length > 0) return walk(code, made, decided);
    const key = `${made} ${code}`;
    const stand = known.get(key) ?? walk(code, made, []);
    known.set(key, stand);
    return stand;
  };

  return {
    forward: (coding) => {
      const { history: _, attention: __, ...own } = coding;
      const stand = standOf(coding);
      return {
        ...own,
        code: stand.code,
        ...(stand.history.length === 0 ? {} : { history: stand.history }),
        ...(stand.attention === undefined ? {} : { attention: stand.attention }),
      };
    },
    madeUnder: (code, stated) => {
      const { born, last } = lives.get(code) ?? { born: upTo, last: upTo };
      return Math.min(Math.max(stated ?? born, born), last);
    },
    askedIn: (coding) => standOf(coding).asked,
    asking: askingSteps(steps),
    isInUse: (code, version) => isValid({ code, version }),
    version: upTo,
    decisionIssues: ({ decided = [], schemeVersion }, place) => [
      ...decided
        .filter((each) => isValid(each) && each.version <= schemeVersion)
        .map(({ version, code }) =>
          issue("unknown-version", `The decision "${version}:${code}" is on a version before the coding was made.`, {
            hint: `It was made under version ${schemeVersion}; decisions are on changes after that.`,
            place,
          }),
        ),
      ...decided
        .filter((each) => !isValid(each))
        .map(({ version, code }) => {
          const codes = inUse.get(version);
          const message =
            codes === undefined
              ? `The decision "${version}:${code}" is on a version that the scheme does not have.`
              : `The decision "${version}:${code}" names no code that was in use in version ${version}.`;
          const hint =
            codes === undefined
              ? `Its versions are ${listed(history.versions.map(String))}.`
              : "Decisions name the code that the coding has from that version on.";
          return issue("unknown-code", message, { hint, place });
        }),
    ],
  };
}

/**
 * The issues of codings that need another look: a warning for each that waits for a decision, and for each code that was
 * defined anew an info. Suggestions wait for another decision first, and what was rejected for none.
 */
export function attentionIssues(
  codings: readonly Coding[],
  walk: CodingWalk,
  placeOf: (coding: Coding) => Place | undefined,
): Issue[] {
  const redefined = new Map<string, number>();
  const issues: Issue[] = [];
  for (const coding of codings) {
    if (coding.status !== "coded") continue;
    if (coding.attention === "redefined") redefined.set(coding.code, (redefined.get(coding.code) ?? 0) + 1);
    if (coding.attention !== "undecided") continue;
    const { id, code } = coding;
    const step = walk.asking.get(code)?.findLast((each) => each.reading.action === "split");
    const parts = step?.reading.into.map((part) => part.id) ?? [];
    issues.push(
      issue(
        "undecided-coding",
        `The code "${code}" was split into ${listed(parts.map((part) => `"${part}"`))}, and it is not decided which the coding "${id}" goes to.`,
        {
          hint: `It counts nowhere until then. Name the part in its row or mark, or write "${step?.version ?? 2}:${parts[0]}" into its column "decided".`,
          place: placeOf(coding),
        },
      ),
    );
  }
  for (const [code, number] of redefined) {
    issues.push(
      issue("redefined-code", `The code "${code}" was defined anew after ${count(number, "coding")} had been made.`, {
        hint: `${number === 1 ? "It counts" : "They count"}. Look again whether the code still fits; decide(study, ...) keeps what you decide.`,
      }),
    );
  }
  return issues;
}

/** The codes of issues that follow from the scheme and the codings, and are found anew when one of them changes. */
export const ATTENTION_CODES: ReadonlySet<Issue["code"]> = new Set(["undecided-coding", "redefined-code"]);

function concernsCodings({ reading }: PastStep): boolean {
  if (reading.action === "redefine") return changesMeaning(reading.fields);
  return reading.action === "merge" || reading.action === "split";
}

/** Where a coding is after a step. */
function taken(stand: Stand, { reading, version }: PastStep): Stand {
  if (!reading.ids.includes(stand.code)) return stand;
  const [target] = reading.into;
  if (reading.action === "merge" && target !== undefined) {
    const change = { from: stand.code, to: target.id, version };
    // What all parts of a split become together needs no decision; a doubt about the words stays.
    const attention = stand.attention === "undecided" ? undefined : stand.attention;
    return { ...stand, code: target.id, history: [...stand.history, change], attention };
  }
  if (reading.action === "split") return { ...stand, attention: "undecided", asked: version };
  if (stand.attention === "undecided") return stand;
  return { ...stand, attention: "redefined", asked: version };
}

/** Where a coding is after a decision on it. */
function settled(stand: Stand, { version, code }: Decision): Stand {
  const history = stand.code === code ? stand.history : [...stand.history, { from: stand.code, to: code, version }];
  return { code, history, attention: undefined, asked: version };
}

/** The first and the last version that has each code. */
function livesOf(history: SchemeHistory): Map<string, { readonly born: number; readonly last: number }> {
  const lives = new Map<string, { born: number; last: number }>();
  for (const version of history.versions) {
    for (const { id } of codesAt(history, version)) {
      const life = lives.get(id);
      if (life === undefined) lives.set(id, { born: version, last: version });
      else life.last = version;
    }
  }
  // A code that was added and merged in one change is in no version: its codings are walked through the whole change.
  for (const { kind, created, change } of history.steps) {
    for (const id of kind === "code" ? created : []) {
      if (!lives.has(id)) lives.set(id, { born: change.from, last: change.from });
    }
  }
  return lives;
}

function codesInUse(history: SchemeHistory): Map<number, ReadonlySet<string>> {
  return new Map(
    history.versions.map((version) => [
      version,
      new Set(codesAt(history, version).flatMap((code) => (code.retired ? [] : code.id))),
    ]),
  );
}

function codesAt(history: SchemeHistory, version: number) {
  const scheme = history.at(version);
  return scheme === undefined ? [] : entriesOf(scheme, "code");
}

function askingSteps(steps: readonly PastStep[]): Map<string, PastStep[]> {
  const asking = new Map<string, PastStep[]>();
  for (const step of steps) {
    if (step.reading.action === "merge") continue;
    for (const id of step.reading.ids) asking.set(id, [...(asking.get(id) ?? []), step]);
  }
  return asking;
}
