import type { SchemeEntry } from "../../model/scheme";
import { isBlank, isRecord, report, type Spot, text, texts, within } from "../../text/check";
import type { Kind } from "../scheme-fields";
import { above, type Entries, find, isWithin, kindAbove, put, replace } from "./entry-list";
import { type Applied, holdIn, kindOf, known, type Present, refuse, subjectSpot } from "./fit";
import type { StepReading } from "./step";
import type { Later, Undone } from "./undo";

/** Puts a code into another category or other themes, or a category or theme under another; null is under none. */
export function applyMove(step: StepReading, present: Present): Applied | undefined {
  const { fields, spot } = step;
  const before = spot.issues.length;
  const kind = kindOf(step, present);
  const entry = kind && known(present, kind, step.ids[0] ?? "", subjectSpot(step));
  if (kind === undefined || !entry) return undefined;
  const link = kind === "code" ? "category" : "parent";
  const allowed = kind === "code" ? ["category", "themes"] : ["parent"];
  for (const key of Object.keys(fields).filter((each) => !allowed.includes(each))) {
    report(within(spot, key), "wrong-step", `A ${kind} cannot be moved by "${key}".`, whereTo(kind), "key");
  }
  if (Object.keys(fields).length === 0) {
    report(spot, "wrong-step", `The step does not say where "${entry.id}" is moved to.`, whereTo(kind));
  }
  const under = Object.hasOwn(fields, link) ? readUnder(fields[link], present, kind, within(spot, link)) : above(entry);
  const themes = fields.themes === undefined ? undefined : readThemes(fields.themes, present, within(spot, "themes"));
  if (kind !== "code" && under === entry.id) {
    report(within(spot, link), "theme-cycle", `The ${kind} "${entry.id}" cannot stand under itself.`);
  } else if (kind !== "code" && under && isWithin(present.entries, kind, under, entry.id)) {
    const message = `The ${kind} "${entry.id}" cannot stand under "${under}", which stands under it.`;
    report(within(spot, link), "theme-cycle", message, "Move the other one first.");
  }
  if (under === undefined || spot.issues.length > before) return undefined;
  const moved = replace(present.entries, put(entry, under));
  const entries = themes === undefined ? moved : inThemes(moved, entry.id, themes);
  const touched = entries.flatMap((each, index) => {
    const old = present.entries[index];
    return old?.kind === "theme" && each.kind === "theme" && old.codes !== each.codes ? [[old.id, old.codes]] : [];
  });
  const was = {
    ...(Object.hasOwn(fields, link) ? { [link]: above(entry) } : {}),
    ...(themes === undefined ? {} : { themes: Object.fromEntries(touched) }),
  };
  return { entries, kind, was };
}

function whereTo(kind: Kind): string {
  return kind === "code"
    ? 'A code is moved to a "category" or to "themes", which names all that hold it from now on.'
    : `A ${kind} is moved under a "parent"; null is under none.`;
}

function readUnder(value: unknown, present: Present, kind: Kind, spot: Spot): string | null | undefined {
  if (isBlank(value)) return null;
  const id = text(value, spot);
  return id === undefined || known(present, kindAbove(kind), id, spot) === undefined ? undefined : id;
}

function readThemes(value: unknown, present: Present, spot: Spot): readonly string[] {
  const ids = (value === null ? [] : texts(value, spot)) ?? [];
  for (const id of ids) known(present, "theme", id, spot);
  return ids;
}

/** The entries with a code in these themes alone: where it was it keeps its place. */
function inThemes(entries: Entries, code: string, themes: readonly string[]): Entries {
  const left = entries.map((each): SchemeEntry => {
    if (each.kind !== "theme" || themes.includes(each.id) || !each.codes.includes(code)) return each;
    return { ...each, codes: each.codes.filter((id) => id !== code) };
  });
  return holdIn(left, code, themes);
}

/**
 * The scheme with the entry where it was. A history written by hand may give the old place alone (`was: meeting`) or the
 * ids of the old themes.
 */
export function undoMove(step: StepReading, kind: Kind, { entries }: Later): Undone {
  const [id = ""] = step.ids;
  const entry = find(entries, kind, id);
  if (entry === undefined) return { entries, guessed: [] };
  const link = kind === "code" ? "category" : "parent";
  const was = oldPlace(step.was, link);
  const guessed = [link, "themes"].some((key) => Object.hasOwn(step.fields, key) && was[key] === undefined);
  let restored = entries;
  const under = was[link];
  if (under !== undefined) {
    const place = under === null || find(entries, kindAbove(kind), String(under)) === undefined ? null : String(under);
    restored = replace(restored, put(entry, place));
  }
  const { themes } = was;
  if (Array.isArray(themes)) restored = inThemes(restored, id, themes.map(String));
  else if (isRecord(themes)) {
    for (const [theme, codes] of Object.entries(themes)) {
      const present = find(restored, "theme", theme);
      if (present?.kind === "theme" && Array.isArray(codes)) {
        restored = replace(restored, { ...present, codes: codes.map(String) });
      }
    }
  }
  return { entries: restored, guessed: guessed ? [id] : [] };
}

function oldPlace(was: unknown, link: string): Readonly<Record<string, unknown>> {
  if (isRecord(was)) return was;
  if (typeof was === "string") return { [link]: was };
  return Array.isArray(was) ? { themes: was } : {};
}

/** Reports a "was" that no place can be read from. */
export function checkPlaceBefore({ was, spot }: StepReading): void {
  if (isRecord(was))
    refuse(
      was,
      Object.keys(was).filter((key) => !["category", "parent", "themes"].includes(key)),
      within(spot, "was"),
    );
}
