import type { Reading } from "./reading";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The words of a file's visible text that a reading has nowhere: neither in turns nor labels, attributes, facts about
 * speakers or the remainder. Words count as often as they occur; the result is in the order of the text. Empty is good.
 */
export function lostWords(visible: string, reading: Reading): string[] {
  const kept = new Map<string, number>();
  const keep = (value: unknown): void => {
    for (const [word] of String(value).normalize("NFC").matchAll(WORD)) kept.set(word, (kept.get(word) ?? 0) + 1);
  };
  for (const draft of reading.drafts) {
    for (const turn of draft.turns) {
      keep(turn.words);
      keep(turn.label);
      for (const second of turn.time ?? []) if (second !== null) keep(second);
    }
    for (const speaker of draft.speakers) for (const entry of Object.entries(speaker.attributes)) entry.forEach(keep);
    for (const speaker of draft.speakers) keep(speaker.label);
    for (const entry of Object.entries(draft.attributes)) entry.forEach(keep);
    for (const each of [draft.name, draft.title, ...draft.remainder]) if (each !== null) keep(each);
  }
  const lost: string[] = [];
  for (const [word] of visible.normalize("NFC").matchAll(WORD)) {
    const left = kept.get(word) ?? 0;
    if (left === 0) lost.push(word);
    else kept.set(word, left - 1);
  }
  return lost;
}
