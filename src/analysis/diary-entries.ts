import type { Study } from "../study/study";
import { count } from "../text/plural";
import type { Grouping } from "./grouping";

// The unit of a diary study is often the entry. In transcripts of the kinds "diary" and "note" each dated turn of a
// participant is one. A file without any dates holds one entry, and what stands above the first date of one that has dates
// is in none. Interviews, focus groups and surveys have no entries.

/** The diary entries of a study. */
export interface DiaryEntries {
  /** The entry that a turn belongs to; undefined for one that is in no diary, or of nobody in the study. */
  keyOf(transcript: string, turn: string): string | undefined;
  /** How many entries the participants of each group wrote, by id of the group, and all together under null. */
  readonly of: ReadonlyMap<string | null, number>;
  /** What the notes say of them; empty if there are none. */
  readonly notes: readonly string[];
}

/** Finds the diary entries of a study, and counts them by group. */
export function diaryEntries(study: Study, grouping: Grouping): DiaryEntries {
  const people = new Set(study.participants.map((each) => each.id));
  const keys = new Map<string, Map<string, string>>();
  const byGroup = new Map<string, Set<string>>();
  const all = new Set<string>();
  const authors = new Set<string>();
  for (const { id, kind, turns } of study.transcripts) {
    if (kind !== "diary" && kind !== "note") continue;
    const own = new Map<string, string>();
    keys.set(id, own);
    const isDated = turns.some((turn) => turn.date !== undefined);
    for (const { id: turn, speaker, date } of turns) {
      if (speaker === null || !people.has(speaker) || (isDated && date === undefined)) continue;
      const key = JSON.stringify(date === undefined ? [id, "", speaker] : [id, turn]);
      own.set(turn, key);
      all.add(key);
      authors.add(speaker);
      const group = grouping.keyOf(speaker, id);
      byGroup.set(group, (byGroup.get(group) ?? new Set()).add(key));
    }
  }
  const counts = [...byGroup].map(([group, entries]): [string | null, number] => [group, entries.size]);
  const written = `${count(all.size, "diary entry", "diary entries")} by ${count(authors.size, "participant")}`;
  return {
    keyOf: (transcript, turn) => keys.get(transcript)?.get(turn),
    of: new Map([...counts, [null, all.size]]),
    notes: all.size === 0 ? [] : [`${written}: "entries" counts entries, "participants" those who wrote them.`],
  };
}
