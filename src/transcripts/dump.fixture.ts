import { shown } from "../issues/wording";
import type { Attributes } from "../model/people";
import type { Reading } from "./reading";
import type { TimeSpan } from "./times";

/** A reading as lines to look at: one a turn, "label | 00:01:02.5-00:01:04 | words", with attributes and remainder below. */
export function dumpReading({ drafts, issues }: Reading): string {
  const lines: string[] = [];
  for (const draft of drafts) {
    lines.push(`== ${draft.name ?? "-"} | ${draft.title ?? "-"} | ${draft.kind ?? "-"}`);
    for (const { label, time, words, line } of draft.turns) {
      lines.push(`${line === null ? "" : `${line}: `}${label} | ${dumpTime(time)} | ${words.replaceAll("\n", "\\n")}`);
    }
    for (const { label, role, attributes } of draft.speakers) {
      lines.push(`speaker ${label} (${role ?? "-"})${dumpAttributes(attributes)}`);
    }
    lines.push(
      ...(Object.keys(draft.attributes).length === 0 ? [] : [`attributes${dumpAttributes(draft.attributes)}`]),
    );
    for (const rest of draft.remainder) lines.push(`rest: ${rest.replaceAll("\n", "\\n")}`);
  }
  for (const { severity, code, message, hint, place } of issues) {
    const at = [place?.line, place?.column].filter((each) => each !== undefined).join(":");
    lines.push(
      `${severity} ${code}${at === "" ? "" : ` at ${at}`}: ${message}${hint === undefined ? "" : ` (${hint})`}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function dumpTime(time: TimeSpan | undefined): string {
  if (time === undefined) return "";
  const clock = (seconds: number): string => {
    const whole = Math.floor(seconds);
    const rest = Math.round((seconds - whole) * 1000);
    const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    const fraction = rest === 0 ? "" : `.${String(rest).padStart(3, "0").replace(/0+$/, "")}`;
    return `${parts.map((part) => String(part).padStart(2, "0")).join(":")}${fraction}`;
  };
  const [start, end] = time;
  return end === null ? clock(start) : `${clock(start)}-${clock(end)}`;
}

function dumpAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([key, value]) => `; ${key} = ${shown(value)}`)
    .join("");
}
