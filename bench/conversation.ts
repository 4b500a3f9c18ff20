// An invented interview: turns of an interviewer and a participant, printed in one of several label styles.
import type { Language } from "./language";
import type { Random } from "./random";

/** A stretch of a text in UTF-16 code units, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A turn: its words without the label, and what they consist of. */
export interface ConversationTurn extends Stretch {
  readonly asked: boolean;
  readonly paragraphs: readonly (Stretch & { readonly sentences: readonly Stretch[] })[];
}

/** An interview as text, without front matter and coding marks. */
export interface Conversation {
  readonly text: string;
  readonly turns: readonly ConversationTurn[];
}

/** Who speaks: the participant's id, and a first name that stands in some files. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** How a transcript prints its speakers. */
export interface LabelStyle {
  readonly ending: "txt" | "md";
  /** The front matter; "" for none. */
  front(person: Person): string;
  /** What stands before the words of a turn that begins so many seconds into the recording. */
  label(person: Person, asked: boolean, seconds: number): string;
}

const none = (): string => "";

/** Styles that transcripts have; file after file takes the next. */
export const LABEL_STYLES: readonly LabelStyle[] = [
  { ending: "txt", front: none, label: ({ id }, asked) => `${asked ? "Interviewer" : id}: ` },
  { ending: "txt", front: none, label: (_, asked) => (asked ? "I: " : "P1: ") },
  {
    ending: "md",
    front: ({ id, name }) => `---\ntitle: Interview with ${id}\nwave: 1\nspeakers:\n  ${name}: ${id}\n---\n`,
    label: ({ name }, asked) => `**${asked ? "Interviewer" : name}:** `,
  },
  {
    ending: "txt",
    front: none,
    label: ({ name }, asked, seconds) => `[${clock(seconds)}] ${asked ? "Interviewer" : name}: `,
  },
  { ending: "txt", front: none, label: ({ name }, asked, seconds) => `${asked ? "INT" : name}  ${clock(seconds)}\n` },
  {
    ending: "md",
    front: ({ id }) => `---\nparticipant: ${id}\nwave: 2\n---\n`,
    label: (_, asked) => (asked ? "I: " : "R: "),
  },
];

/** An interview of so many turns, the interviewer and the participant by turns. */
export function makeConversation(
  random: Random,
  language: Language,
  { turns: count, person, style }: { readonly turns: number; readonly person: Person; readonly style: LabelStyle },
): Conversation {
  let text = "";
  let seconds = 4;
  const turns: ConversationTurn[] = [];
  for (let index = 0; index < count; index++) {
    const asked = index % 2 === 0;
    text += style.label(person, asked, seconds);
    const paragraphs = [];
    for (const sentences of makeTurn(random, language, asked)) {
      if (paragraphs.length > 0) text += "\n\n";
      const ranges: Stretch[] = [];
      for (const sentence of sentences) {
        if (ranges.length > 0) text += " ";
        ranges.push({ start: text.length, end: text.length + sentence.length });
        text += sentence;
      }
      paragraphs.push({ ...hull(ranges), sentences: ranges });
    }
    const turn = { ...hull(paragraphs), asked, paragraphs };
    turns.push(turn);
    seconds += 1 + Math.floor((turn.end - turn.start) / 14);
    text += "\n\n";
  }
  return { text: `${text.trimEnd()}\n`, turns };
}

/** The paragraphs of a turn, as sentences. Most turns are short, some are long; long ones have several paragraphs. */
function makeTurn(random: Random, language: Language, asked: boolean): string[][] {
  const skew = random.next() * random.next();
  let left = asked ? 2 + Math.floor(skew * 32) : 2 + Math.floor(skew * 116);
  const sentences: string[] = [];
  while (left > 0) {
    const length = Math.min(left, random.between(3, 24));
    sentences.push(language.sentence(random, length));
    left -= length;
  }
  const cut = sentences.length > 5 && random.chance(0.3) ? random.between(2, sentences.length - 2) : sentences.length;
  return [sentences.slice(0, cut), sentences.slice(cut)].filter((paragraph) => paragraph.length > 0);
}

function hull(parts: readonly Stretch[]): Stretch {
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
