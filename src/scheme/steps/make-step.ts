import type { Code, Theme } from "../../model/scheme";
import type { Kind } from "../scheme-fields";
import type { Step } from "./step";

/** Says of what kind the entries of a step are; needed where an id is that of several kinds. */
export interface StepKind {
  readonly kind?: Kind | undefined;
}

/** What a step can state of a new entry, beside its id. A name that is not stated is the id made readable. */
export interface NewEntryFields extends StepKind {
  readonly name?: string | undefined;
  /** Of a code or category. */
  readonly definition?: string | undefined;
  /** Of a code. */
  readonly include?: string | undefined;
  /** Of a code. */
  readonly exclude?: string | undefined;
  /** Of a code. */
  readonly examples?: readonly string[] | undefined;
  /** Of a code: rules that propose it. */
  readonly suggest?: Code["suggest"] | undefined;
  /** Of a code: the id of its category. */
  readonly category?: string | undefined;
  /** Of a code: ids of the themes that hold it. */
  readonly themes?: readonly string[] | undefined;
  /** Of a theme. */
  readonly concept?: string | undefined;
  /** Of a theme. */
  readonly boundary?: string | undefined;
  /** Of a theme. */
  readonly question?: string | undefined;
  /** Of a theme or category: the id of the one around it. */
  readonly parent?: string | undefined;
  /** Ids of the codes of a theme, or of what a part of a split theme or category takes. */
  readonly codes?: readonly string[] | undefined;
}

/** Where a step moves an entry; null is to none. */
export interface MoveTo extends StepKind {
  /** The category of a code. */
  readonly category?: string | null | undefined;
  /** All themes that hold a code from now on. */
  readonly themes?: readonly string[] | undefined;
  /** The theme or category around a theme or category. */
  readonly parent?: string | null | undefined;
}

/** What a step defines anew; null takes a field away. */
export interface Redefinition extends StepKind {
  readonly definition?: string | null | undefined;
  readonly include?: string | null | undefined;
  readonly exclude?: string | null | undefined;
  readonly examples?: readonly string[] | null | undefined;
  readonly suggest?: Code["suggest"] | null | undefined;
  readonly concept?: string | null | undefined;
  readonly boundary?: string | null | undefined;
  readonly question?: string | null | undefined;
  readonly reviews?: Theme["reviews"] | null | undefined;
}

/** A part of a split: the id of an entry that is there or gets its name from the id, or a new entry. */
export type SplitPart = string | ({ readonly id: string } & Omit<NewEntryFields, "kind">);

/**
 * The step that adds an entry to the scheme: a code, unless `kind` says otherwise.
 *
 * @example
 * ```ts
 * add("a-place-to-sit", { name: "A place to sit", category: "place", themes: ["left-outside"] });
 * // => { add: "a-place-to-sit", name: "A place to sit", category: "place", themes: ["left-outside"] }
 * ```
 */
export function add(id: string, fields: NewEntryFields = {}): Step {
  return step({ add: id, ...fields });
}

/**
 * The step that gives an entry another name. Its id stays, and no number changes.
 *
 * @example
 * ```ts
 * rename("trust", "Trust and doubt"); // => { rename: "trust", name: "Trust and doubt" }
 * ```
 */
export function rename(id: string, name: string, { kind }: StepKind = {}): Step {
  return step({ rename: id, kind, name });
}

/**
 * The step that moves a code to another category or other themes, or a theme or category under another.
 *
 * @example
 * ```ts
 * move("guilt-lifted", { themes: ["carers-held"] }); // => { move: "guilt-lifted", themes: ["carers-held"] }
 * ```
 */
export function move(id: string, to: MoveTo): Step {
  return step({ move: id, ...to });
}

/**
 * The step that makes one entry of several: one that is there, or a new one with these fields. Codings of merged codes
 * go to it and remember where they were.
 *
 * @example
 * ```ts
 * merge(["hope-self", "hope-others"], "hope", { name: "Hope" });
 * // => { merge: ["hope-self", "hope-others"], into: "hope", name: "Hope" }
 * ```
 */
export function merge(ids: readonly string[], into: string, fields: NewEntryFields = {}): Step {
  return step({ merge: ids, into, ...fields });
}

/**
 * The step that makes several entries of one. Codings of a code that is split count nowhere until `decide` says which
 * part each goes to.
 *
 * @example
 * ```ts
 * split("trust", ["trust-self", { id: "trust-staff", name: "Trust in staff" }]);
 * // => { split: "trust", into: ["trust-self", { id: "trust-staff", name: "Trust in staff" }] }
 * ```
 */
export function split(id: string, into: readonly SplitPart[], { kind }: StepKind = {}): Step {
  return step({ split: id, kind, into });
}

/**
 * The step that says anew what an entry means. Codings made with a code before are marked for another look.
 *
 * @example
 * ```ts
 * redefine("trust", { definition: "Relies on somebody, or will not" });
 * // => { redefine: "trust", definition: "Relies on somebody, or will not" }
 * ```
 */
export function redefine(id: string, fields: Redefinition): Step {
  return step({ redefine: id, ...fields });
}

/**
 * The step that takes an entry out of use. The codings of a code are kept and count nowhere.
 *
 * @example
 * ```ts
 * retire("pay-and-standing"); // => { retire: "pay-and-standing" }
 * ```
 */
export function retire(id: string, { kind }: StepKind = {}): Step {
  return step({ retire: id, kind });
}

/** The record without keys that have no value. */
function step(fields: Step): Step {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
