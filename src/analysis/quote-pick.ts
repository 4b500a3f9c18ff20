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
    return cells.map((cell) => candidatesOnly(cell, pick({ ...cell, candidates: [...cell.candidates] }, perCell)));
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

/** What a function of the user has picked; refuses what is no candidate of the cell, since it may not be quotable. */
function candidatesOnly(cell: QuoteCell, picked: unknown): QuoteCandidate[] {
  const known = new Set<unknown>(cell.candidates);
  if (Array.isArray(picked) && picked.every((each) => known.has(each))) return [...new Set<QuoteCandidate>(picked)];
  throw optionError("pick", picked, [], "a function that returns a list of the cell's own candidates");
}

/**
 * Different participants first, over the whole table; within a participant, words not quoted yet first, then file order.
 * Cells with fewer participants than quotes wanted take second quotes of those quoted least, then third ones.
 */
function pickSpread(cells: readonly QuoteCell[], perCell: number): QuoteCandidate[][] {
  const rounds = cells
    .flatMap((cell, index) => roundsOf(cell, perCell).map((round, number) => ({ ...round, cell, index, number })))
    .sort((a, b) => a.number - b.number);
  // A further round is a cell of its own, so that whoever must be quoted twice in one cell is spared in the others.
  const chosen = spreadOver(
    rounds.map((round) => round.participants),
    rounds.map((round) => round.slots),
  );
  const picked = cells.map(() => new Set<QuoteCandidate>());
  const quoted = new Map<string, QuoteCandidate[]>();
  rounds.forEach(({ cell, index }, round) => {
    for (const participant of chosen[round] ?? []) {
      const before = quoted.get(participant) ?? [];
      const left = cell.candidates.filter((each) => each.participant === participant && !picked[index]?.has(each));
      const quote = left.find((each) => !before.some((other) => sameWords(each, other))) ?? left[0];
      if (quote === undefined) continue;
      picked[index]?.add(quote);
      quoted.set(participant, [...before, quote]);
    }
  });
  return cells.map((cell, index) => cell.candidates.filter((each) => picked[index]?.has(each)));
}

/** Who could be quoted a first, second, third time in a cell, and how many of them are wanted in each round. */
function roundsOf(cell: QuoteCell, perCell: number): { participants: string[]; slots: number }[] {
  const counts = new Map<string, number>();
  for (const { participant } of cell.candidates) counts.set(participant, (counts.get(participant) ?? 0) + 1);
  const rounds: { participants: string[]; slots: number }[] = [];
  for (let left = Math.min(perCell, cell.candidates.length); left > 0; ) {
    const participants = [...counts].flatMap(([id, quotes]) => (quotes > rounds.length ? [id] : []));
    const slots = Math.min(left, participants.length);
    rounds.push({ participants, slots });
    left -= slots;
  }
  return rounds;
}

/** True if two candidates share words of one participant. */
function sameWords(a: QuoteCandidate, b: QuoteCandidate): boolean {
  return a.transcript === b.transcript && a.participant === b.participant && a.start < b.end && b.start < a.end;
}

function inFileOrder(cell: QuoteCell, quotes: readonly QuoteCandidate[]): QuoteCandidate[] {
  return cell.candidates.filter((each) => quotes.includes(each));
}
