import { within } from "../../text/check";
import type { Kind } from "../scheme-fields";
import { applyAdd, undoAdd } from "./add";
import type { Applied, Present } from "./fit";
import { applyMerge, undoMerge } from "./merge";
import { applyMove, checkPlaceBefore, undoMove } from "./move";
import { applyRedefine, checkFieldsBefore, undoRedefine } from "./redefine";
import { applyRename, checkNameBefore, undoRename } from "./rename";
import { applyRetire, undoRetire } from "./retire";
import { applySplit, undoSplit } from "./split";
import type { Action, StepReading } from "./step";
import type { Later, Undone } from "./undo";
import { readWas } from "./was";

/** What can be done with a step of one action. */
export interface ActionRules {
  /** The scheme after the step. Undefined, and issues, if the step does not fit the scheme. */
  apply(step: StepReading, present: Present): Applied | undefined;
  /** The scheme before the step, from the scheme after it and from what the step tells. */
  undo(step: StepReading, kind: Kind, later: Later): Undone;
  /** Reports what cannot be read of what the step tells of the scheme before it. */
  checkWas(step: StepReading, kind: Kind): void;
}

const checkEntries: ActionRules["checkWas"] = (step, kind) => {
  readWas(step, kind, within(step.spot, "was"));
};

/** The rules of each action. */
export const RULES: Readonly<Record<Action, ActionRules>> = {
  add: { apply: applyAdd, undo: undoAdd, checkWas: checkEntries },
  rename: { apply: applyRename, undo: undoRename, checkWas: checkNameBefore },
  move: { apply: applyMove, undo: undoMove, checkWas: checkPlaceBefore },
  merge: { apply: applyMerge, undo: undoMerge, checkWas: checkEntries },
  split: { apply: applySplit, undo: undoSplit, checkWas: checkEntries },
  redefine: { apply: applyRedefine, undo: undoRedefine, checkWas: checkFieldsBefore },
  retire: { apply: applyRetire, undo: undoRetire, checkWas: checkEntries },
};
