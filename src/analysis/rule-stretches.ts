import { optionError } from "../issues/input-error";
import type { Range } from "../model/range";
import type { SpeakerRole, Transcript, Turn } from "../model/transcript";
import type { ReadRule } from "../rules/pattern";
import { ruleFinder } from "../rules/rule-finder";
import type { Study } from "../study/study";
import { refuseNoList } from "./list-option";

/** What a suggestion codes: the sentence with the words, or the whole turn. */
export type Scope = "sentence" | "turn";

/** Where rules look. */
export interface SearchOptions {
  /** Whose words are searched; `["participant"]` by default. */
  readonly speakers?: readonly SpeakerRole[] | undefined;
}

/** Words that a rule matched, with what would be coded for them (UTF-16 code units). */
export interface Stretch extends Range {
  /** Place of the rule in the list of rules. */
  readonly rule: number;
  /** The words matched; they stand within the stretch. */
  readonly match: Range;
}

/** What rules found in one turn, in the order of the text. */
export interface SearchedTurn {
  readonly transcript: Transcript;
  readonly turn: Turn;
  readonly stretches: readonly Stretch[];
}

const SCOPES: readonly Scope[] = ["sentence", "turn"];
const ROLES: readonly SpeakerRole[] = ["participant", "interviewer", "unknown"];

/**
 * What rules find in the turns of a study, turn by turn; turns without a match are left out. Of a narrowed study the
 * turns of participants it has left out are not searched. Throws `InputError` for an option that cannot be.
 */
export async function searchTurns(
  study: Study,
  rules: readonly ReadRule[],
  { scope = "sentence", speakers = ["participant"] }: SearchOptions & { readonly scope?: Scope | undefined },
): Promise<SearchedTurn[]> {
  if (!SCOPES.includes(scope)) throw optionError("scope", scope, SCOPES);
  refuseNoList("speakers", speakers, ROLES);
  for (const role of speakers) if (!ROLES.includes(role)) throw optionError("speakers", role, ROLES);
  const people = new Set(study.participants.map((each) => each.id));
  const find = await ruleFinder(rules, study.language);
  return study.transcripts.flatMap((transcript) =>
    transcript.turns.flatMap((turn) => {
      if (!speakers.includes(turn.role) || (turn.speaker !== null && !people.has(turn.speaker))) return [];
      const { hits, sentences } = find(transcript.text, turn);
      if (hits.length === 0) return [];
      const stretches = hits.map(({ rule, start, end }) => {
        const match = { start, end };
        const around = scope === "turn" ? turn : sentences(match);
        return { rule, match, start: around.start, end: around.end };
      });
      return [{ transcript, turn, stretches }];
    }),
  );
}

/** Stretches that overlap as one, in order: of the first rule among them, and of that rule's first match. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1);
    if (last === undefined || stretch.start >= last.end) {
      found.push(stretch);
      continue;
    }
    const first =
      stretch.rule < last.rule || (stretch.rule === last.rule && stretch.match.start < last.match.start)
        ? stretch
        : last;
    found[found.length - 1] = { ...first, start: last.start, end: Math.max(last.end, stretch.end) };
  }
  return found;
}
