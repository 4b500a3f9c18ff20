import { boldLead, type DocumentLine, isBoldTitle } from "./document-lines";
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
const GLUED = /(\d{1,6}):(\d{2})(:\d{2})?$/;

type ShapeOf = (label: string) => LabelShape | null;

/** The signs that lines need, in no order; at most one at a place. */
export function missingSigns(lines: readonly DocumentLine[]): Sign[] {
  const known = new Map<string, LabelShape | null>();
  const shapeOf: ShapeOf = (label) => {
    const shape = known.get(label) ?? (known.has(label) ? null : labelShape(label));
    known.set(label, shape);
    return shape;
  };
  const signs = gluedTimes(lines);
  const taken = new Set(signs.map((sign) => sign.index));
  for (const sign of [...boldLabels(lines, shapeOf), ...bareLabels(lines, shapeOf)]) {
    if (taken.has(sign.index)) continue;
    taken.add(sign.index);
    signs.push(sign);
  }
  lines.forEach((line, index) => {
    if (line.heading && !taken.has(index)) signs.push({ index, at: 0, text: "# " });
  });
  return signs;
}

/**
 * "P73:37" is "P7" at 3:37 or "P" at 73:37. A change from bold decides; else a label that is there with a blank before its
 * time, or was found before; else the shortest time, as long as times do not go back.
 */
function gluedTimes(lines: readonly DocumentLine[]): Sign[] {
  const known = new Set<string>();
  for (const { text } of lines) {
    const [, label] = text.length <= LONGEST_GLUED ? (STAMPED.exec(text) ?? []) : [];
    if (label !== undefined) known.add(label);
  }
  const signs: Sign[] = [];
  let now = 0;
  lines.forEach((line, index) => {
    const places = gluedPlaces(line);
    if (places.length === 0) return;
    const lead = boldLead(line.text, line.bold);
    const isKnown = ({ at }: GluedPlace): boolean => known.has(line.text.slice(0, at));
    const goesOn = ({ time }: GluedPlace): boolean => time >= now;
    const chosen =
      places.find(({ at }) => at === lead) ??
      places.find((place) => isKnown(place) && goesOn(place)) ??
      places.find(goesOn) ??
      places.find(isKnown) ??
      places[0];
    if (chosen === undefined) return;
    now = chosen.time;
    known.add(line.text.slice(0, chosen.at));
    signs.push({ index, at: chosen.at, text: " " });
  });
  return signs.length >= FEWEST_GLUED ? signs : [];
}

interface GluedPlace {
  readonly at: number;
  readonly time: number;
}

/** Where a time can begin that is glued to a label, the shortest time first. */
function gluedPlaces({ text }: DocumentLine): GluedPlace[] {
  if (text.length > LONGEST_GLUED) return [];
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
function boldLabels(lines: readonly DocumentLine[], shapeOf: ShapeOf): Sign[] {
  const found: { index: number; at: number; key: string; isRole: boolean }[] = [];
  const counts = new Map<string, number>();
  lines.forEach(({ text, bold }, index) => {
    const at = boldLead(text, bold);
    const label = text.slice(0, at);
    if (at === 0 || at > LONGEST_LABEL || !/[\p{L}\p{N}.)]$/u.test(label) || /^\s*[:：]/u.test(text.slice(at))) return;
    // A label with its time is set off by that.
    if (readStamp(text, skipWhiteSpace(text, at, text.length)) !== null) return;
    const shape = shapeOf(label);
    if (shape !== "role" && shape !== "name") return;
    // A title may be bold as well; the words of a label must follow.
    const next = lines[index + 1];
    if (at === text.length && (next === undefined || isBoldTitle(next))) return;
    const key = label.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    found.push({ index, at, key, isRole: shape === "role" });
  });
  const roles = found.filter(({ isRole }) => isRole).length;
  return found
    .filter(({ key, isRole }) => (isRole && roles > 1) || (counts.get(key) ?? 0) > 1)
    .map(({ index, at }) => ({ index, at, text: ":" }));
}

/** Names alone on their lines, over the words of two who speak in turn, from the beginning on and all the way. */
function bareLabels(lines: readonly DocumentLine[], shapeOf: ShapeOf): Sign[] {
  const found: { index: number; key: string }[] = [];
  const counts = new Map<string, number>();
  lines.forEach(({ text }, index) => {
    if (text.length > LONGEST_LABEL || !/[\p{L}\p{N}]$/u.test(text)) return;
    const shape = shapeOf(text);
    if (shape !== "role" && shape !== "name") return;
    const key = text.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
    found.push({ index, key });
  });
  const often = found.filter(({ key }) => (counts.get(key) ?? 0) > 1);
  const indexes = new Set(often.map(({ index }) => index));
  const labels = often.filter(({ index }) => !indexes.has(index + 1) && index + 1 < lines.length);
  if (new Set(labels.map(({ key }) => key)).size < 2 || labels.length < lines.length * BARE_SHARE) return [];
  return labels.map(({ index }) => ({ index, at: lines[index]?.text.length ?? 0, text: ":" }));
}
