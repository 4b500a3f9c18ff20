import { entriesOf } from "../model/scheme";
import { speakersIn } from "../model/transcript";
import type { Study } from "../study/study";
import { count, listed } from "../text/plural";
import type { DiaryEntries } from "./diary-entries";
import type { Entry, Level } from "./entries";
import type { Grouping } from "./grouping";
import type { Base } from "./options";
import type { Selection } from "./selection";

/** What the notes under a table of counts are about. */
export interface Counted {
  readonly selection: Selection;
  readonly level: Level;
  readonly grouping: Grouping;
  readonly base: Base;
  readonly entries: readonly Entry[];
  readonly diaries: Pick<DiaryEntries, "notes">;
}

/** The notes of a table of counts: its base, the scheme, what spans several people, what was left out and why. */
export function countingNotes(study: Study, counted: Counted): string[] {
  return [
    baseNote(study, counted),
    ...counted.diaries.notes,
    `Scheme version ${study.scheme.version}.`,
    ...selectionNotes(counted.selection),
    ...spanNotes(counted.selection),
    ...entryNotes(study, counted),
    ...leftOutNotes(counted.selection),
    "Counts describe the coding; they do not say how much a theme matters.",
  ];
}

/** Which codings were asked for, where that is not simply all that were coded. */
export function selectionNotes({ coders, status }: Selection): string[] {
  const notes: string[] = [];
  if (coders !== null) notes.push(`Codings of ${listed(coders.map((coder) => coder ?? "no named coder"))} only.`);
  if (status.join() !== "coded") notes.push(`Codings with the status ${listed(status)}.`);
  return notes;
}

/** What was not counted, by reason; nothing for reasons that did not occur. */
export function leftOutNotes({ leftOut, redefined, passages }: Selection): string[] {
  const notes: string[] = [];
  const say = (number: number, text: string): void => {
    if (number > 0) notes.push(`${count(number, "coding")} ${text}`);
  };
  const approximate = passages.filter((passage) => passage.anchor === "approximate").length;
  say(approximate, "counted on words that match approximately.");
  say(redefined, `counted and made before ${redefined === 1 ? "its code was" : "their codes were"} defined anew.`);
  say(leftOut.lost, "not counted: the words were not found in the transcript.");
  say(leftOut.ambiguous, "not counted: the words stand in the transcript more than once.");
  say(leftOut.withoutParticipant, "not counted: no participant speaks there.");
  say(leftOut.retired, "not counted: the code is retired.");
  say(leftOut.undecided, "not counted: the code was split, and it is not decided which part they go to.");
  say(leftOut.suggested, "not counted: suggested and not yet accepted.");
  say(leftOut.rejected, "not counted: rejected.");
  return notes;
}

function baseNote(study: Study, { base, grouping }: Counted): string {
  const speakers = speakersIn(study.transcripts);
  const silent = study.participants.filter((each) => !speakers.has(each.id)).length;
  const transcripts = count(study.transcripts.length, "transcript");
  if (base === "listed" && grouping.isListed) {
    const note = `Base: all ${count(study.participants.length, "participant")} listed`;
    return silent === 0 ? `${note}.` : `${note}, ${silent} of them without a turn in the ${transcripts}.`;
  }
  const note = `Base: ${count(study.participants.length - silent, "participant")} with at least one turn in ${transcripts}`;
  return silent === 0 ? `${note}.` : `${note}; ${silent} listed ${silent === 1 ? "has" : "have"} none.`;
}

function spanNotes({ passages }: Selection): string[] {
  const spanning = passages.filter((passage) => passage.participants.length > 1).length;
  if (spanning === 0) return [];
  return [
    `${count(spanning, "coding")} ${spanning === 1 ? "spans" : "span"} several participants: each counts once for each of them, for each of their groups, and once in all.`,
  ];
}

function entryNotes(study: Study, { level, entries, selection }: Counted): string[] {
  if (level === "code") return entries.length === 0 ? ["The scheme has no codes in use."] : [];
  const placed = new Set(entries.flatMap((entry) => [...entry.codes]));
  const outside = entriesOf(study.scheme, "code").filter((code) => !code.retired && !placed.has(code.id));
  if (entries.length === 0)
    return [`The scheme has no ${level === "theme" ? "themes" : "categories"}; level "code" has a row for each code.`];
  if (outside.length === 0) return [];
  const ids = new Set(outside.map((code) => code.id));
  const codings = selection.passages.filter((passage) => ids.has(passage.code)).length;
  const names = outside.length <= 5 ? `: ${listed(outside.map((code) => code.name))}` : "";
  return [`${count(outside.length, "code")} in no ${level}, with ${count(codings, "coding")}${names}.`];
}
