import pc from "picocolors";
import type { ReportColors } from "../issues/report";
import type { Io, Output } from "./io";

/**
 * The colours of a report on a stream: none unless it is a terminal. `NO_COLOR` turns them off if it holds anything,
 * and `FORCE_COLOR` on.
 */
export function reportColors(output: Output, env: Io["env"]): ReportColors {
  const { red, yellow, cyan, dim, bold } = pc.createColors(wantsColor(output, env));
  return { error: red, warning: yellow, info: cyan, dim, bold };
}

function wantsColor(output: Output, env: Io["env"]): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return output.isTTY === true && env.TERM !== "dumb";
}
