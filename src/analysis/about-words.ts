import type { MemoAbout } from "../model/memo";
import { overlaps, type Range } from "../model/range";
import type { Study } from "../study/study";
import { count } from "../text/plural";
import { OMISSION } from "./quote-text";

const SHOWN = 60;

/**
 * What a memo is about, in words for a table: `theme "Peer workers bring hope"`, `C01: "words ..."`, the topic, or "the study".
 * Words of participants who are not to be quoted are "[...]".
 *
 * @param range Where the words stand; null if that is not known: then they may be those of anybody in the transcript.
 */
export function aboutWords(study: Study, about: MemoAbout, range: Range | null = null): string {
  if (about === null) return "the study";
  if ("topic" in about) return about.topic;
  if ("participant" in about) {
    return study.participants.find((each) => each.id === about.participant)?.label ?? about.participant;
  }
  if ("transcript" in about) return `transcript ${about.transcript}`;
  if ("entry" in about) {
    const entry = study.scheme.entries.find(({ kind, id }) => kind === about.kind && id === about.entry);
    return `${about.kind} "${entry?.name ?? about.entry}"`;
  }
  if (!mayBeQuoted(study, about.source, range)) return `${about.source}: ${OMISSION}`;
  const [quote] = about.selector.flatMap((each) => (each.type === "TextQuoteSelector" ? [each.exact] : []));
  const words = (quote ?? "").replace(/\s+/g, " ");
  const cut = words.length <= SHOWN ? words : `${words.slice(0, words.lastIndexOf(" ", SHOWN))} ...`;
  return `${about.source}: "${cut}"`;
}

/** A note of the memos whose words have no place; none if all have theirs. */
export function withoutPlace({ memos, memoAnchors }: Study): readonly string[] {
  const open = memos.filter(({ id }) => memoAnchors.has(id) && memoAnchors.get(id)?.range === null).length;
  if (open === 0) return [];
  const which = open === 1 ? "is about words that are" : "are about words that are";
  return [
    `${count(open, "memo")} ${which} not in the transcript, or there several times, and ${open === 1 ? "has" : "have"} no place in it.`,
  ];
}

/** False if a participant of whom it is not known that they may be quoted speaks in the stretch. */
function mayBeQuoted({ participants, transcripts }: Study, source: string, range: Range | null): boolean {
  const quotable = new Set(participants.flatMap((each) => (each.quotable ? [each.id] : [])));
  const turns = transcripts.find((each) => each.id === source)?.turns ?? [];
  return turns.every(
    (turn) => turn.speaker === null || quotable.has(turn.speaker) || (range !== null && !overlaps(turn, range)),
  );
}
