import { isAsciiDigit } from "../text/ascii";
import { boldLead, codeAt, type DocumentLines, isBoldTitle, lineLength, lineText } from "./document-lines";
import { type LabelShape, labelShape } from "./label";
import { parseTime, readStamp } from "./times";
import { skipWhiteSpace } from "./white-space";

// What a document shows by its looks, plain text has to say by signs: these rules find labels that no colon sets off.

/** A sign that is put into a line so that plain text says what the document shows. */
export interface Sign {
  /** Index of the line. */
  readonly index: number;
  /** Offset in the line (UTF-16 code units). */
  readonly at: number;
  readonly text: ":" | " " | "# ";
}

const LONGEST_LABEL = 48;
const LONGEST_GLUED = 60;
const FEWEST_GLUED = 2;
const BARE_SHARE = 0.25;
const STAMPED = /^(.{1,48}?)\s+\(?\[?\d{1,3}:\d{2}(?::\d{2})?[\])]?$/u;
const ENDS_AS_LABEL = /[\p{L}\p{N}.)]$/u;
// What most lines end in, and no name.
const ENDS_SENTENCE = new Set([...'".,:;!?-'].map((each) => each.charCodeAt(0)));
const GLUED = /(\d{1,6}):(\d{2})(:\d{2})?$/;

type ShapeOf = (label: string) => LabelShape | null;

/** The signs that lines need, in the order of the lines; at most one in a line. */
export function missingSigns(lines: DocumentLines): Sign[] {
  const known = new Map<string, LabelShape | null>();
  const shapeOf: ShapeOf = (label) => {
    const shape = known.get(label) ?? (known.has(label) ? null : labelShape(label));
    known.set(label, shape);
    return shape;
  };
  // The surest first: what has one sign gets no other.
  const found = [gluedTimes(lines), boldLabels(lines, shapeOf), bareLabels(lines, shapeOf), headings(lines)];
  const first = found.filter((each) => each.length > 0);
  if (first.length < 2) return first[0] ?? [];
  const byLine = new Map<number, Sign>();
  for (const sign of first.flat()) if (!byLine.has(sign.index)) byLine.set(sign.index, sign);
  return [...byLine.values()].sort((a, b) => a.index - b.index);
}

function headings(lines: DocumentLines): Sign[] {
  const signs: Sign[] = [];
  for (let index = lines.headings.indexOf(1); index >= 0; index = lines.headings.indexOf(1, index + 1)) {
    signs.push({ index, at: 0, text: "# " });
  }
  return signs;
}

/**
 * "P73:37" is "P7" at 3:37 or "P" at 73:37. A change from bold decides; else a label that is there with a blank before its
 * time, or was found before; else the shortest time, as long as times do not go back.
 */
function gluedTimes(lines: DocumentLines): Sign[] {
  const known = new Set<string>();
  const signs: Sign[] = [];
  let now = 0;
  const ending = linesEndingInTime(lines);
  for (const index of ending) {
    const [, label] = STAMPED.exec(lineText(lines, index)) ?? [];
    if (label !== undefined) known.add(label);
  }
  for (const index of ending) {
    const text = lineText(lines, index);
    const places = gluedPlaces(text);
    if (places.length === 0) continue;
    const lead = boldLead(lines, index);
    const isKnown = ({ at }: GluedPlace): boolean => known.has(text.slice(0, at));
    const goesOn = ({ time }: GluedPlace): boolean => time >= now;
    const chosen =
      places.find(({ at }) => at === lead) ??
      places.find((place) => isKnown(place) && goesOn(place)) ??
      places.find(goesOn) ??
      places.find(isKnown) ??
      places[0];
    if (chosen === undefined) continue;
    now = chosen.time;
    known.add(text.slice(0, chosen.at));
    signs.push({ index, at: chosen.at, text: " " });
  }
  return signs.length >= FEWEST_GLUED ? signs : [];
}

/** The short lines with a digit or a closing bracket at their end, as those with a time there have. */
function linesEndingInTime(lines: DocumentLines): number[] {
  const found: number[] = [];
  for (let index = 0; index < lines.count; index++) {
    const length = lineLength(lines, index);
    const last = lines.lastCodes[index] ?? 0;
    if (length <= LONGEST_GLUED && (isAsciiDigit(last) || last === ROUND || last === SQUARE)) found.push(index);
  }
  return found;
}

const COLON = 0x3a;
const ROUND = 0x29;
const SQUARE = 0x5d;

interface GluedPlace {
  readonly at: number;
  readonly time: number;
}

/** Where a time can begin that is glued to a label, the shortest time first. */
function gluedPlaces(text: string): GluedPlace[] {
  const found = GLUED.exec(text);
  if (found === null) return [];
  const [, digits = "", , seconds] = found;
  const places: GluedPlace[] = [];
  for (let length = 1; length <= Math.min(digits.length, seconds === undefined ? 3 : 2); length++) {
    const at = found.index + digits.length - length;
    const label = text.slice(0, at);
    const time = parseTime(text.slice(at));
    if (time === null || !/[\p{L}\p{N}.)]$/u.test(label)) continue;
    const shape = labelShape(label);
    if (shape === "role" || shape === "name") places.push({ at, time });
  }
  return places;
}

/** Bold words that begin a line, are a role or begin several lines, and have no colon: "**Ana** I went". */
function boldLabels(lines: DocumentLines, shapeOf: ShapeOf): Sign[] {
  const found: Label[] = [];
  for (let index = 0; index < lines.count; index++) {
    const at = boldLead(lines, index);
    // Most bold labels have their colon, which is bold as well.
    if (at === 0 || at > LONGEST_LABEL || codeAt(lines, index, at - 1) === COLON) continue;
    const text = lineText(lines, index);
    const label = text.slice(0, at);
    if (!ENDS_AS_LABEL.test(label) || /^\s*[:：]/u.test(text.slice(at))) continue;
    // A label with its time is set off by that.
    if (readStamp(text, skipWhiteSpace(text, at, text.length)) !== null) continue;
    const shape = shapeOf(label);
    if (shape !== "role" && shape !== "name") continue;
    // A title may be bold as well; the words of a label must follow.
    if (at === text.length && (index + 1 >= lines.count || isBoldTitle(lines, index + 1))) continue;
    found.push({ index, at, key: label.toLowerCase(), isRole: shape === "role" });
  }
  const counts = countsOf(found);
  const roles = found.filter(({ isRole }) => isRole).length;
  return found
    .filter(({ key, isRole }) => (isRole && roles > 1) || (counts.get(key) ?? 0) > 1)
    .map(({ index, at }) => ({ index, at, text: ":" }));
}

/** Names alone on their lines, over the words of two who speak in turn, from the beginning on and all the way. */
function bareLabels(lines: DocumentLines, shapeOf: ShapeOf): Sign[] {
  const found: Label[] = [];
  for (let index = 0; index < lines.count; index++) {
    const at = lineLength(lines, index);
    if (at > LONGEST_LABEL || ENDS_SENTENCE.has(lines.lastCodes[index] ?? 0)) continue;
    const text = lineText(lines, index);
    if (!/[\p{L}\p{N}]$/u.test(text)) continue;
    const shape = shapeOf(text);
    if (shape === "role" || shape === "name")
      found.push({ index, at, key: text.toLowerCase(), isRole: shape === "role" });
  }
  const counts = countsOf(found);
  const often = found.filter(({ key }) => (counts.get(key) ?? 0) > 1);
  const labels = often.filter(({ index }, nth) => often[nth + 1]?.index !== index + 1 && index + 1 < lines.count);
  if (new Set(labels.map(({ key }) => key)).size < 2 || labels.length < lines.count * BARE_SHARE) return [];
  return labels.map(({ index, at }) => ({ index, at, text: ":" }));
}

/** What may be a label, at the beginning of a line. */
interface Label {
  /** Index of the line. */
  readonly index: number;
  /** Its length. */
  readonly at: number;
  /** Equal for the same speaker. */
  readonly key: string;
  readonly isRole: boolean;
}

/** How often each label is there. */
function countsOf(labels: readonly Label[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of labels) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
