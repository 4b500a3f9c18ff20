import type { TimeSpan } from "./times";

/** The words of a line of a CHAT file, and what its bullets tell. */
export interface BulletedWords {
  readonly words: string;
  /** From the start of the first bullet to the last end, in seconds (null if that is earlier); null if there is no bullet. */
  readonly time: TimeSpan | null;
  /** What stands in bullets that are no times, such as the name of a picture. */
  readonly rest: readonly string[];
}

const NOTHING: readonly string[] = [];
const BULLET = "\u0015";
// A bullet that was copied out of CLAN shows as a dot.
const DOTTED = /•(\d{1,12}_\d{1,12})•/g;
// Milliseconds; older files name the recording too, as in %snd:"talk.wav"_0_1500.
const TIMES = /^(?:%\w{1,10}:"[^"]{0,300}"_)?(\d{1,12})_(\d{1,12})-?$/;

/** Takes the time bullets and the invisible marks of CLAN's fonts (underlining and the like) out of a line. */
export function takeBullets(line: string): BulletedWords {
  const text = line.includes("•") ? line.replace(DOTTED, `${BULLET}$1${BULLET}`) : line;
  let open = text.indexOf(BULLET);
  if (open < 0) return { words: withoutControls(text).trim(), time: null, rest: NOTHING };
  let words = "";
  const rest: string[] = [];
  let start = -1;
  let end = -1;
  let from = 0;
  const say = (piece: string): void => {
    const said = withoutControls(piece).trim();
    if (said !== "") words = words === "" ? said : `${words} ${said}`;
  };
  while (open >= 0) {
    const close = text.indexOf(BULLET, open + 1);
    if (close < 0) break;
    say(text.slice(from, open));
    const [, first, last] = TIMES.exec(text.slice(open + 1, close)) ?? [];
    if (first !== undefined && last !== undefined) {
      if (start < 0) start = Number(first);
      end = Math.max(end, Number(last));
    } else {
      const content = withoutControls(text.slice(open + 1, close)).trim();
      if (content !== "") rest.push(content);
    }
    from = close + 1;
    open = text.indexOf(BULLET, from);
  }
  say(text.slice(from));
  const time: TimeSpan | null = start < 0 ? null : [start / 1000, end < start ? null : end / 1000];
  return { words, time, rest };
}

/** A text without the control characters with which CLAN switches fonts; tabs become blanks. */
function withoutControls(text: string): string {
  let kept = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 32 && code !== 127) continue;
    kept += `${text.slice(from, at)}${code === 9 || code === 10 ? " " : ""}`;
    from = at + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}
