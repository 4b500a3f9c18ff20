import type { Study } from "../study/study";
import { count, listed } from "../text/plural";
import { leftOutNotes } from "./counting-notes";
import type { ReadingRow } from "./reading-row";
import type { UsableCodings } from "./reading-selection";

/** What the notes under two readings are about. */
export interface Read {
  readonly rows: readonly ReadingRow[];
  /** Places before some codes or themes were asked for. */
  readonly all: number;
  readonly readers: readonly [string, string];
  readonly usable: UsableCodings;
  readonly asked: ReadonlySet<string> | null;
}

/** The notes under two readings: what was compared, what was found, what was left out, and what the method holds of it. */
export function readingNotes(study: Study, { rows, all, readers: [a, b], usable, asked }: Read): string[] {
  const notes = [`${count(usable.both.length, "transcript")} that ${a} and ${b} have both coded in.`];
  const without = (transcripts: readonly string[], reader: string): void => {
    if (transcripts.length === 0) return;
    notes.push(
      `Not compared: ${count(transcripts.length, "transcript")} that only ${reader} has coded in (${transcripts.join(", ")}).`,
    );
  };
  without(usable.onlyA, a);
  without(usable.onlyB, b);
  const kinds = new Map<string, number>();
  for (const { reading } of rows) kinds.set(reading, (kinds.get(reading) ?? 0) + 1);
  if (rows.length > 0) {
    const said = (["differ", "in part", "only a", "only b", "agree"] as const).flatMap((kind) => {
      const number = rows.filter((row) => row.kind === kind).length;
      return number === 0 ? [] : `${SAID[kind](a, b)} at ${number}`;
    });
    notes.push(`${count(rows.length, "place")}: ${listed(said)}. Codings that overlap are one place.`);
  }
  const stances = rows.filter((row) => row.stances).length;
  if (stances > 0) notes.push(`At ${count(stances, "place")} the code is the same and the stance is not.`);
  if (asked !== null) {
    notes.push(
      `Only places with one of ${count(asked.size, "code")}; ${count(all - rows.length, "other place")} left out.`,
    );
  }
  notes.push(...leftOutNotes(usable.selection));
  if (study.approach === "reflexive") {
    notes.push(
      "Reflexive thematic analysis takes two readings for a resource: where they part there is something to talk about. It does not ask for agreement, and the figures above do not measure quality.",
    );
  }
  return notes;
}

const SAID: Readonly<Record<ReadingRow["kind"], (a: string, b: string) => string>> = {
  differ: () => "different codes",
  "in part": () => "some codes the same",
  "only a": (a) => `codes of ${a} alone`,
  "only b": (_, b) => `codes of ${b} alone`,
  agree: () => "the same codes",
};
