import type { Stance } from "../model/coding";
import type { Passage, Voice } from "../study/passages";
import type { Study } from "../study/study";
import { countWords } from "../text/words";
import type { Grouping } from "./grouping";

/** What one participant says in a passage that could be quoted. */
export interface QuoteCandidate {
  readonly participant: string;
  readonly transcript: string;
  /** First and last offset of the participant's words (UTF-16 code units). */
  readonly start: number;
  readonly end: number;
  /** The participant's words, joined by blanks, with nothing cut. */
  readonly text: string;
  readonly words: number;
  /** Ids of the codings of these words, in file order. */
  readonly codings: readonly string[];
  /** Ids of the codes, each once. */
  readonly codes: readonly string[];
  /** How the passage stands to its theme; null if that is not stated. */
  readonly stance: Stance | null;
  readonly voices: readonly Voice[];
}

/**
 * What could be quoted for one entry in one group, in file order. Passages that overlap are one candidate for each
 * participant: of their ranges the longest that has at most `maxWords`, else the shortest that has `minWords`.
 */
export function quoteCandidates(
  study: Study,
  passages: readonly Passage[],
  grouping: Grouping,
  { minWords, maxWords }: { readonly minWords: number; readonly maxWords: number },
): Map<string, QuoteCandidate[]> {
  const texts = new Map(study.transcripts.map((each) => [each.id, each.text]));
  const byGroup = new Map<string, QuoteCandidate[]>();
  for (const cluster of clusters(passages)) {
    const participants = new Set(cluster.flatMap((passage) => passage.participants));
    for (const participant of participants) {
      const options = cluster.flatMap((passage) => candidateOf(passage, participant, texts) ?? []);
      const best = bestOf(options, minWords, maxWords);
      const codings = options.flatMap((each) => each.codings);
      const codes = [...new Set(options.flatMap((each) => each.codes))];
      const stance = options.find((each) => each.stance !== null && each.stance !== "supports")?.stance ?? best.stance;
      const group = grouping.keyOf(participant, best.transcript);
      const list = byGroup.get(group);
      const candidate = { ...best, codings, codes, stance };
      if (list === undefined) byGroup.set(group, [candidate]);
      else list.push(candidate);
    }
  }
  return byGroup;
}

/** The longest that has at most `maxWords`, else the shortest; any that has `minWords` before those that have not. */
function bestOf(options: readonly QuoteCandidate[], minWords: number, maxWords: number): QuoteCandidate {
  const enough = options.filter((each) => each.words >= minWords);
  const pool = enough.length > 0 ? enough : options;
  const fitting = pool.filter((each) => each.words <= maxWords);
  if (fitting.length > 0) return fitting.reduce((a, b) => (b.words > a.words ? b : a));
  return pool.reduce((a, b) => (b.words < a.words ? b : a));
}

/** Passages in file order, those that overlap (directly or through others) together. */
function clusters(passages: readonly Passage[]): Passage[][] {
  const found: Passage[][] = [];
  let end = 0;
  for (const passage of passages) {
    const last = found.at(-1);
    if (last !== undefined && last[0]?.transcript === passage.transcript && passage.start < end) {
      last.push(passage);
      end = Math.max(end, passage.end);
    } else {
      found.push([passage]);
      end = passage.end;
    }
  }
  return found;
}

function candidateOf(passage: Passage, participant: string, texts: ReadonlyMap<string, string>): QuoteCandidate | null {
  const voices = passage.voices.filter((voice) => voice.participant === participant);
  const [first, last] = [voices[0], voices.at(-1)];
  if (first === undefined || last === undefined) return null;
  const source = texts.get(passage.transcript) ?? "";
  const text = voices.map((voice) => source.slice(voice.start, voice.end)).join(" ");
  return {
    participant,
    transcript: passage.transcript,
    start: first.start,
    end: last.end,
    text,
    words: countWords(text),
    codings: [passage.coding],
    codes: [passage.code],
    stance: passage.stance,
    voices,
  };
}
