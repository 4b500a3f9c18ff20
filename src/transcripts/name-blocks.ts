import { labelShape } from "./label";
import type { Piece } from "./pieces";
import type { TimeSpan } from "./times";

// A line of one time or two, as players show them: "0:00:03", "00:00:03.1200000 --> 00:00:05.4000000".
const TIME = "(\\d{1,3}):([0-5]?\\d):([0-5]?\\d(?:\\.\\d{1,7})?)";
const TIMES = new RegExp(`^[^\\S\\n]*${TIME}(?:[^\\S\\n]*-->[^\\S\\n]*${TIME})?[^\\S\\n]*$`);
const LOOKED_AT = 10_000;
const FEWEST = 3;
const LONGEST_NAME = 100;
const MOST = 0.8;

/** Where the name stands that goes with a line of times: in the line above it, or in the one below. */
type NamePlace = "above" | "below";

/**
 * True for text of lines of times, each with a name in the line above or below it that comes back, and words. Subtitles have words
 * there, which do not come back, and numbers.
 */
export function looksLikeNameBlocks(text: string): boolean {
  return namePlace(text.slice(0, LOOKED_AT).split("\n")) !== null;
}

/** The pieces of such a text, and the lines above the first of them. A line of times without a name goes on with the one before. */
export function namePieces(text: string): { pieces: Piece[]; above: string[] } {
  const lines = text.split("\n");
  const place = namePlace(lines.slice(0, text.slice(0, LOOKED_AT).split("\n").length));
  const above: string[] = [];
  const pieces: Piece[] = [];
  let open: { label: string; time: TimeSpan | undefined; line: number; words: string[] } | null = null;
  const close = (): void => {
    if (open === null) return;
    const { label, time, line, words } = open;
    pieces.push({ label, voice: label === "" ? undefined : label, words: words.join(" "), time, line });
  };
  const isTimes = (index: number): boolean => TIMES.test(lines[index] ?? "");
  for (let index = 0; index < lines.length; index++) {
    const line = (lines[index] ?? "").trim();
    if (place === "above" && line !== "" && isTimes(index + 1) && isName(line)) {
      close();
      open = { label: line, time: timesIn(lines[index + 1] ?? ""), line: index + 3, words: [] };
      index++;
    } else if (isTimes(index)) {
      close();
      const next = (lines[index + 1] ?? "").trim();
      const label = place === "below" && isName(next) ? next : "";
      if (label !== "") index++;
      open = { label, time: timesIn(line), line: index + 2, words: [] };
    } else if (line !== "") {
      if (open === null) above.push(line);
      else open.words.push(line);
    }
  }
  close();
  return { pieces, above };
}

function namePlace(lines: readonly string[]): NamePlace | null {
  const times = lines.flatMap((line, index) => (TIMES.test(line) ? index : []));
  if (times.length < FEWEST) return null;
  const at = (offset: number): string[] => times.map((index) => (lines[index + offset] ?? "").trim());
  if (areNames(at(-1))) return "above";
  // Below the name there must be words.
  return areNames(at(1)) && times.some((index) => (lines[index + 2] ?? "").trim() !== "") ? "below" : null;
}

/** True if most of these are names, and come back. */
function areNames(lines: readonly string[]): boolean {
  const likely = lines.filter(isName);
  return likely.length >= lines.length * MOST && new Set(likely).size * 2 <= likely.length + 1;
}

function isName(line: string): boolean {
  if (line.length > LONGEST_NAME) return false;
  const shape = labelShape(line.replace(/[()]/g, " ").trim());
  return shape === "name" || shape === "role";
}

function timesIn(line: string): TimeSpan | undefined {
  const [whole, ...parts] = TIMES.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const seconds = (at: number): number => {
    const [hours, minutes, rest] = [0, 1, 2].map((offset) => Number(parts[at + offset] ?? 0));
    // In thousandths, since 3.12 + 60 is not 63.12 in binary numbers.
    return Math.round(((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0)) * 10_000_000) / 10_000_000;
  };
  const [start, end] = [seconds(0), parts[3] === undefined ? null : seconds(3)];
  return [start, end !== null && end < start ? null : end];
}
