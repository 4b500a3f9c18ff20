import type { Passage } from "../study/passages";
import type { Study } from "../study/study";
import { type Entry, passagesByEntry } from "./entries";
import type { Grouping } from "./grouping";
import { quoteCandidates } from "./quote-candidates";
import type { QuoteCell } from "./quote-pick";

/** A cell of the quote table with the words that are printed for it. */
export interface ThemeCell extends QuoteCell {
  readonly entry: Entry;
  readonly groupName: string;
}

/** Every cell that could hold a quote, in printing order, and what was passed over. */
export interface QuoteCells {
  readonly cells: readonly ThemeCell[];
  /** Passages too short to be quoted, each once. */
  readonly tooShort: number;
  /** Participants with passages who are not to be quoted. */
  readonly unquotable: number;
}

/** What could be quoted for each entry in each group: passages of the entry's own codes that are long enough. */
export function quoteCells(
  study: Study,
  from: {
    readonly entries: readonly Entry[];
    readonly grouping: Grouping;
    readonly passages: readonly Passage[];
    readonly minWords: number;
    readonly maxWords: number;
  },
): QuoteCells {
  const barred = new Set(study.participants.flatMap((each) => (each.quotable ? [] : [each.id])));
  const passagesOf = passagesByEntry(from.entries, from.passages, "ownCodes");
  const tooShort = new Set<string>();
  const unquotable = new Set<string>();
  const cells: ThemeCell[] = [];
  for (const entry of from.entries) {
    const byGroup = quoteCandidates(study, passagesOf.get(entry) ?? [], from.grouping, from);
    for (const { id: group, name: groupName } of from.grouping.keys) {
      const candidates = (byGroup.get(group) ?? []).filter(({ participant, transcript, start, words }) => {
        if (barred.has(participant)) unquotable.add(participant);
        else if (words < from.minWords) tooShort.add(`${transcript} ${participant} ${start}`);
        else return true;
        return false;
      });
      if (candidates.length > 0) cells.push({ id: entry.id, group, candidates, entry, groupName });
    }
  }
  return { cells, tooShort: tooShort.size, unquotable: unquotable.size };
}
