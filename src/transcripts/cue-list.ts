import { MOST_PIECES } from "../text/limits";
import type { TimeSpan } from "./times";

/** The parts of a file's subtitles in their order, by their index. A recording of a day has so many that a record each is dear. */
export interface CueList {
  /**
   * Adds what one voice says in one subtitle.
   *
   * @param text Without markup. Lines are those of the screen.
   * @param voice The name the markup gives; undefined if it gives none.
   */
  add(text: string, time: TimeSpan | undefined, line: number | null, voice: string | undefined): void;
  readonly texts: readonly string[];
  voice(index: number): string | undefined;
  time(index: number): TimeSpan | undefined;
  line(index: number): number | null;
  /** True if a voice was given for one of the parts. */
  hasVoices(): boolean;
  /** True if there are more than any file has, so that no more need be read. */
  isFull(): boolean;
}

/** An empty list. */
export function cueList(): CueList {
  const texts: string[] = [];
  const voices: (string | undefined)[] = [];
  // NaN where there is no time; 0 where there is no line.
  const starts: number[] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  // Each name is kept once, and not as often as somebody speaks.
  const names = new Map<string, string>();
  let hasVoices = false;
  return {
    add(text, time, line, voice) {
      if (voice !== undefined) {
        hasVoices = true;
        const known = names.get(voice);
        if (known === undefined) names.set(voice, voice);
        voices[texts.length] = known ?? voice;
      }
      texts.push(text);
      starts.push(time === undefined ? Number.NaN : time[0]);
      ends.push(time?.[1] ?? Number.NaN);
      lines.push(line ?? 0);
    },
    texts,
    voice: (index) => voices[index],
    time(index) {
      const start = starts[index] ?? Number.NaN;
      const end = ends[index] ?? Number.NaN;
      return Number.isNaN(start) ? undefined : [start, Number.isNaN(end) ? null : end];
    },
    line: (index) => lines[index] || null,
    hasVoices: () => hasVoices,
    isFull: () => texts.length > MOST_PIECES,
  };
}
