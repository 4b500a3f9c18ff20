import type { MemoAbout } from "../model/memo";
import type { Study } from "../study/study";

const SHOWN = 60;

/** What a memo is about, in words for a table: `theme "Peer workers bring hope"`, `C01: "words ..."`, the topic, or "the study". */
export function aboutWords(study: Study, about: MemoAbout): string {
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
  const [quote] = about.selector.flatMap((each) => (each.type === "TextQuoteSelector" ? [each.exact] : []));
  const words = (quote ?? "").replace(/\s+/g, " ");
  const cut = words.length <= SHOWN ? words : `${words.slice(0, words.lastIndexOf(" ", SHOWN))} ...`;
  return `${about.source}: "${cut}"`;
}
