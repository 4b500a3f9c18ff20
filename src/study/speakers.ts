import { type Issue, issue, type Place } from "../issues/issue";
import { originPlace } from "../issues/source";
import { didYouMean } from "../issues/suggest";
import type { Participant } from "../model/people";
import type { Turn } from "../model/transcript";
import { count, listed } from "../text/plural";
import { labelsOf } from "./labels";
import { asksHere, called, folded, isInterviewer, type Names } from "./names";
import { labelPlace, type Speaker, slipIssues } from "./slips";
import type { TranscriptPart } from "./transcript-part";

const MOST_NAMED = 3;
const NOBODY: Speaker = { role: "unknown", participant: null };

/** The turns of a transcript with their speakers, and what was assumed or could not be decided. */
interface AssignedSpeakers {
  readonly turns: Turn[];
  readonly issues: readonly Issue[];
  /** The one of the issues that says of a conversation that no names were found in it, if one does. */
  readonly unnamed: Issue | undefined;
}

/**
 * The turns of a transcript with their speakers, and what could not be decided.
 *
 * A label is looked up in the front matter's `speakers`, then among ids, aliases and labels of participants, then among
 * interviewers. If then one label is left that is nobody's, and the front matter or the file's name names a participant
 * who does not speak yet, it is theirs.
 */
export function assignSpeakers(part: TranscriptPart, names: Names): AssignedSpeakers {
  const issues: Issue[] = [];
  let unnamed: Issue | undefined;
  const speakers = new Map<string, Speaker>();
  // The spellings of each label that is nobody's: they differ in case and outer blanks alone.
  const open = new Map<string, string[]>();
  const fromFrontMatter = frontMatterSpeakers(part, names, issues);
  for (const label of new Set(part.turns.map((turn) => turn.label))) {
    const speaker = fromFrontMatter.get(folded(label)) ?? lookUp(label, part, names, issues);
    if (speaker !== undefined) speakers.set(label, speaker);
    else open.set(folded(label), [...(open.get(folded(label)) ?? []), label]);
  }
  const owner = ownerOf(part, names, issues);
  const left = [...open].filter(([key]) => part.slips?.has(key) !== true).map(([, spellings]) => spellings);
  const [only] = left;
  const [label] = only ?? [];
  // Where the front matter names a participant who is not there, that is what is wrong with the one label left.
  const isTold = left.length === 1 && part.participant !== undefined && owner === undefined;
  if (
    only !== undefined &&
    label !== undefined &&
    left.length === 1 &&
    owner !== undefined &&
    !speaks(owner, speakers)
  ) {
    for (const each of only) speakers.set(each, { role: "participant", participant: owner.id });
    const isConversation = part.kind === "interview" || part.kind === "focus-group";
    if (label === "" && isConversation) unnamed = unlabelled(part, owner);
    const assumed = label === "" ? (unnamed ?? written(part, owner)) : lastLabel(part, label, owner);
    if (assumed !== undefined) issues.push(assumed);
  } else if (!isTold && left.length > 0) {
    const counts = labelsOf(part);
    const starts = new Map<string, number>();
    for (const { label, start } of part.turns) if (!starts.has(label)) starts.set(label, start);
    for (const [each = ""] of left) {
      const place = labelPlace(part, each, starts.get(each));
      issues.push(nobody(each, counts.get(folded(each))?.turns ?? 0, place, names));
    }
  }
  issues.push(...slipIssues(part, (each) => speakers.get(each), names));
  const turns = part.turns.map(({ start, end, label, time, date }, index): Turn => {
    const speaker = speakers.get(label) ?? NOBODY;
    return {
      id: String(index + 1),
      speaker: speaker.participant,
      label,
      role: speaker.role,
      ...(time === undefined ? {} : { time }),
      ...(date === undefined ? {} : { date }),
      start,
      end,
    };
  });
  return { turns, issues, unnamed };
}

/** The info that the one label left is taken for the participant the file is named after; none if front matter says so. */
function lastLabel(part: TranscriptPart, label: string, owner: Participant): Issue | undefined {
  if (part.participant !== undefined) return undefined;
  return issue("speaker-assumed", `The speaker "${label}" is taken to be ${owner.id}, since the file has that name.`, {
    hint: `If that is wrong, write "speakers: { ${label}: their id }" into the front matter, or the name into the aliases of participants.csv.`,
    place: labelPlace(part, label),
  });
}

/** The info that a text without labels is the participant's whose id is in the file's name; none if that is certain. */
function written(part: TranscriptPart, owner: Participant): Issue | undefined {
  if (part.participant !== undefined || folded(owner.id) === folded(part.id)) return undefined;
  return issue("speaker-assumed", `The text is taken as what ${owner.id} writes, whose id is in the file's name.`, {
    hint: 'If that is wrong, write "participant: their id" into the front matter.',
    place: labelPlace(part, ""),
  });
}

const UNNAMED_HINT =
  'If others speak too, begin each turn with its speaker, as in "Interviewer: ...". If not, "kind: diary" or "kind: note" in the front matter says so.';

/**
 * The info that a conversation without a single label is taken for one person's words: labels that were not recognised
 * look just like that, and an interviewer's questions would count. Diaries, surveys and notes have no labels.
 */
function unlabelled(part: TranscriptPart, owner: Participant): Issue {
  const turns = part.turns.length === 1 ? "The whole text is" : `All ${part.turns.length} paragraphs are`;
  return issue("speaker-assumed", `No speakers' names were found. ${turns} taken as what ${owner.id} says.`, {
    hint: UNNAMED_HINT,
    place: labelPlace(part, ""),
  });
}

/** The one info that stands for those of many conversations without labels, which have these ids. */
export function manyUnlabelled(ids: readonly string[], place: Issue["place"]): Issue {
  const named = listed([
    ids
      .slice(0, MOST_NAMED)
      .map((id) => `"${id}"`)
      .join(", "),
    `${ids.length - MOST_NAMED} more`,
  ]);
  const message = `No speakers' names were found in ${count(ids.length, "transcript")}: ${named}. Each is taken as what one person says.`;
  return issue("speaker-assumed", message, { hint: UNNAMED_HINT, place });
}

function frontMatterSpeakers(part: TranscriptPart, names: Names, issues: Issue[]): Map<string, Speaker> {
  const speakers = new Map<string, Speaker>();
  for (const { value, origin } of part.speakers) {
    const found = called(value.participant, names);
    const [participant] = found;
    const place = originPlace(origin("participant"));
    const label = folded(value.label);
    if (participant !== undefined && found.length === 1) {
      speakers.set(label, { role: "participant", participant: participant.id });
    } else if (participant === undefined && isInterviewer(value.participant, names.interviewers)) {
      speakers.set(label, { role: "interviewer", participant: null });
    } else {
      issues.push(
        participant === undefined
          ? unknownParticipant(value.participant, names, place)
          : ambiguous(`"${value.participant}"`, found, place),
      );
      speakers.set(label, NOBODY);
    }
  }
  return speakers;
}

function lookUp(label: string, part: TranscriptPart, names: Names, issues: Issue[]): Speaker | undefined {
  if (label === "") return undefined;
  const found = called(label, names);
  const [participant] = found;
  if (participant !== undefined && found.length === 1) return { role: "participant", participant: participant.id };
  if (asksHere(label, part, names.interviewers)) return { role: "interviewer", participant: null };
  if (participant === undefined) return undefined;
  issues.push(ambiguous(`The speaker "${label}"`, found, labelPlace(part, label)));
  return NOBODY;
}

function ambiguous(who: string, found: readonly Participant[], place: Issue["place"]): Issue {
  return issue("ambiguous-speaker", `${who} can be ${found.map((each) => each.id).join(" or ")}.`, {
    hint: 'Say which in the front matter: "speakers: { label: id }", or take the name out of the aliases of the others.',
    place,
  });
}

/** The participant the file belongs to: named in the front matter, else the one whose id is the file's name. */
function ownerOf(part: TranscriptPart, names: Names, issues: Issue[]): Participant | undefined {
  if (part.participant !== undefined) {
    const { value, origin } = part.participant;
    const found = called(value, names);
    const place = originPlace(origin());
    if (found.length === 0) issues.push(unknownParticipant(value, names, place));
    if (found.length > 1) issues.push(ambiguous(`"${value}"`, found, place));
    return found.length === 1 ? found[0] : undefined;
  }
  const withId = (id: string): readonly Participant[] =>
    called(id, names).filter((each) => folded(each.id) === folded(id));
  const [found, ...others] = withId(part.id);
  if (found !== undefined || (part.kind !== "diary" && part.kind !== "note")) {
    return others.length === 0 ? found : undefined;
  }
  // Diaries are kept in many files, "C01_week2": the one id in the name is the author's.
  const [author, ...more] = new Set(part.id.split(/[\s_.,()-]+/).flatMap((word) => (word === "" ? [] : withId(word))));
  return more.length === 0 ? author : undefined;
}

function unknownParticipant(given: string, names: Names, place: Issue["place"]): Issue {
  const ids = names.participants.map((each) => each.id);
  return issue("unknown-participant", `There is no participant "${given}".`, { hint: didYouMean(given, ids), place });
}

function speaks(participant: Participant, speakers: ReadonlyMap<string, Speaker>): boolean {
  return [...speakers.values()].some((speaker) => speaker.participant === participant.id);
}

function nobody(label: string, turns: number, place: Place, names: Names): Issue {
  if (label === "") {
    return issue("speaker-without-participant", `Nobody is named as the speaker of ${count(turns, "turn")}.`, {
      hint: 'Name the file after the participant\'s id, or write "participant: their id" into its front matter.',
      place,
    });
  }
  const near = names.nearest(label);
  return issue(
    "speaker-without-participant",
    `The speaker "${label}" (${count(turns, "turn")}) is no participant and no interviewer; these words count for nobody.`,
    {
      hint: `${near === undefined ? "" : `Did you mean "${near}"? `}If it is one of your participants, add a row to participants.csv, or the name to their aliases there. If it is an interviewer, add it to interviewers in study.yaml.`,
      place,
    },
  );
}
