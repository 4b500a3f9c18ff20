import { type Issue, issue, type Place } from "../issues/issue";
import type { SpeakerRole } from "../model/transcript";
import { count } from "../text/plural";
import { yamlWord } from "../text/yaml-word";
import { called, folded, type Names } from "./names";
import type { TranscriptPart } from "./transcript-part";

/** Who a label of a transcript stands for. */
export interface Speaker {
  readonly role: SpeakerRole;
  readonly participant: string | null;
}

/**
 * The warnings about labels that may be others misspelt, each with the entry that would join the two.
 *
 * @param speakerOf Who a label, as printed, is in this transcript; undefined for nobody.
 */
export function slipIssues(
  part: TranscriptPart,
  speakerOf: (label: string) => Speaker | undefined,
  names: Names,
): Issue[] {
  if (part.slips === undefined) return [];
  // Each label in its first spelling, with the number of its turns.
  const spoken = new Map<string, { readonly label: string; turns: number }>();
  for (const { label } of part.turns) {
    const known = spoken.get(folded(label));
    if (known === undefined) spoken.set(folded(label), { label, turns: 1 });
    else known.turns++;
  }
  return [...part.slips].flatMap(([key, like]) => {
    const printed = spoken.get(key)?.label;
    if (printed === undefined) return [];
    const other = spoken.get(folded(like))?.label ?? like;
    const counted = (label: string): string => {
      const turns = spoken.get(folded(label))?.turns ?? 0;
      return turns === 0 ? `"${label}"` : `"${label}" (${count(turns, "turn")})`;
    };
    const apart = speakerOf(printed)?.participant ?? null;
    const who = whoIs(other, speakerOf, names);
    const two = who === "interviewer" ? "these words count as a participant's" : "they count as two people";
    const nobody = names.participants.length === 0 ? "they are two speakers" : "these words count for nobody";
    const until = apart === null ? nobody : two;
    const message = `${counted(printed)} may be ${counted(other)} misspelt; until that is settled, ${until}.`;
    const hint = hintFor(part, printed, who, other, apart);
    return [issue("similar-speakers", message, { hint, place: labelPlace(part, printed) })];
  });
}

/** The id of a participant, or "interviewer"; null if nobody is known by the label. */
function whoIs(label: string, speakerOf: (label: string) => Speaker | undefined, names: Names): string | null {
  const speaker = speakerOf(label);
  if (speaker?.role === "interviewer") return "interviewer";
  if (speaker !== undefined) return speaker.participant;
  const [named, ...more] = called(label, names);
  if (named !== undefined && more.length === 0) return named.id;
  return names.interviewers.has(folded(label)) ? "interviewer" : null;
}

function hintFor(
  part: TranscriptPart,
  printed: string,
  who: string | null,
  other: string,
  apart: string | null,
): string {
  const entry = (label: string, id: string): string => `${yamlWord(label)}: ${id === "their id" ? id : yamlWord(id)}`;
  if (part.takesFrontMatter === true) {
    const both = who === null ? `${entry(other, "their id")}, ${entry(printed, "their id")}` : entry(printed, who);
    const two = apart === null ? "a row in participants.csv" : `"speakers: { ${entry(printed, apart)} }"`;
    return `If they are one, write "speakers: { ${both} }" into the front matter. If they are two, ${two} says so.`;
  }
  if (who === "interviewer") {
    return `If they are one, list ${yamlWord(printed)} under interviewers in study.yaml, beside ${yamlWord(other)}. If they are two, a row in participants.csv says so.`;
  }
  const whose = who ?? "their id";
  return `If they are one, list ${whose} in participants.csv with "${printed}" among the aliases (parted by ";"). If they are two, a row for each says so.`;
}

/**
 * Where a label is printed first: the label itself if it stands on the line of its words, else that line.
 *
 * @param start Where the words of its first turn begin, if whoever asks knows.
 */
export function labelPlace(
  part: TranscriptPart,
  label: string,
  start = part.turns.find((each) => each.label === label)?.start ?? 0,
): Place {
  const place = part.placeOf(start);
  const at = label === "" ? -1 : (place.excerpt ?? "").indexOf(label);
  return at === -1 ? place : { ...place, column: at + 1, length: label.length };
}
