import { optionError } from "../issues/input-error";
import type { QuoteCandidate } from "./quote-candidates";
import { spreadOver } from "./spread";

/** One cell of a quote table: an entry in a group, with what could be quoted there, in file order. */
export interface QuoteCell {
  /** Id of the theme, code or category. */
  readonly id: string;
  /** Id of the group. */
  readonly group: string;
  readonly candidates: readonly QuoteCandidate[];
}

/**
 * How quotes are chosen: "spread" over as many participants as possible, the "first" in file order, the "longest", or a
 * function that takes a cell and how many are wanted and returns some of its candidates.
 */
export type Pick = "spread" | "first" | "longest" | ((cell: QuoteCell, perCell: number) => readonly QuoteCandidate[]);

const PICKS = ["spread", "first", "longest"];

/** The quotes of each cell, in file order; at most `perCell` of them unless a function returns more. */
export function pickQuotes(cells: readonly QuoteCell[], pick: Pick, perCell: number): QuoteCandidate[][] {
  if (typeof pick === "function") {
    return cells.map((cell) => [...pick(cell, perCell)]);
  }
  switch (pick) {
    case "spread":
      return pickSpread(cells, perCell);
    case "first":
      return cells.map((cell) => cell.candidates.slice(0, perCell));
    case "longest":
      return cells.map((cell) =>
        inFileOrder(cell, [...cell.candidates].sort((a, b) => b.words - a.words).slice(0, perCell)),
      );
    default:
      throw optionError("pick", pick, PICKS);
  }
}

/**
 * Different participants first, over the whole table; within a participant, words not quoted yet first, then file order.
 * Cells with fewer participants than quotes wanted take further quotes of those quoted least.
 */
function pickSpread(cells: readonly QuoteCell[], perCell: number): QuoteCandidate[][] {
  const participantsOf = cells.map((cell) => [...new Set(cell.candidates.map((each) => each.participant))]);
  const chosen = spreadOver(participantsOf, perCell);
  const loads = new Map<string, number>();
  const quoted: QuoteCandidate[] = [];
  const take = (cell: QuoteCell, taken: readonly QuoteCandidate[], participant: string): QuoteCandidate | undefined => {
    const left = cell.candidates.filter((each) => each.participant === participant && !taken.includes(each));
    const best = left.find((each) => !quoted.some((other) => sameWords(each, other))) ?? left[0];
    if (best === undefined) return undefined;
    quoted.push(best);
    loads.set(participant, (loads.get(participant) ?? 0) + 1);
    return best;
  };
  const picked = cells.map((cell, index) => {
    const taken: QuoteCandidate[] = [];
    for (const participant of chosen[index] ?? []) {
      const quote = take(cell, taken, participant);
      if (quote !== undefined) taken.push(quote);
    }
    return taken;
  });
  cells.forEach((cell, index) => {
    const taken = picked[index] ?? [];
    while (taken.length < Math.min(perCell, cell.candidates.length)) {
      const open = cell.candidates.filter((each) => !taken.includes(each)).map((each) => each.participant);
      const least = open.reduce((a, b) => ((loads.get(b) ?? 0) < (loads.get(a) ?? 0) ? b : a));
      const quote = take(cell, taken, least);
      if (quote === undefined) break;
      taken.push(quote);
    }
  });
  return cells.map((cell, index) => inFileOrder(cell, picked[index] ?? []));
}

/** True if two candidates share words of one participant. */
function sameWords(a: QuoteCandidate, b: QuoteCandidate): boolean {
  return a.transcript === b.transcript && a.participant === b.participant && a.start < b.end && b.start < a.end;
}

function inFileOrder(cell: QuoteCell, quotes: readonly QuoteCandidate[]): QuoteCandidate[] {
  return cell.candidates.filter((each) => quotes.includes(each));
}
