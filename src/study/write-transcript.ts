import { isMap } from "yaml";
import { toSource } from "../issues/source";
import type { Participant } from "../model/people";
import type { Transcript } from "../model/transcript";
import { sameValue } from "../text/same-value";
import { newYaml, setKey } from "../text/yaml-edit";
import { namesOf } from "./names";
import { knownNames } from "./read-parts";
import { readTranscript } from "./read-transcript";
import { assignSpeakers } from "./speakers";

/** Whom the names in transcripts can stand for. */
export interface People {
  readonly participants: readonly Participant[];
  /** Labels of interviewers. */
  readonly interviewers: readonly string[];
}

/**
 * A transcript as a file of its own, by the ending of the file's name: its canonical text with front matter (".txt"); or,
 * where the text does not tell the turns, JSON with them (".json"). Null if neither is read as this transcript again.
 *
 * @param stem The file's name without its ending.
 */
export function writeTranscript(
  transcript: Transcript,
  stem: string,
  people: People,
): { readonly ending: string; readonly text: string } | null {
  const candidates = [
    { ending: ".txt", text: () => withFrontMatter(transcript, stem, false) },
    { ending: ".txt", text: () => withFrontMatter(transcript, stem, true) },
    { ending: ".json", text: () => asJson(transcript, stem) },
  ];
  for (const { ending, text } of candidates) {
    const written = text();
    if (isReadAgain(transcript, `${stem}${ending}`, written, people)) return { ending, text: written };
  }
  return null;
}

/** Two transcripts as what they hold is compared: not where their files are, nor which lines they have. */
export function comparableTranscript({ id, title, kind, text, turns, attributes }: Transcript): unknown {
  const stated = Object.entries(attributes).filter(([, value]) => value !== null);
  return { id, title, kind, text, turns, attributes: Object.fromEntries(stated) };
}

function isReadAgain(transcript: Transcript, file: string, text: string, people: People): boolean {
  const source = toSource(file, text);
  const names = people.participants.map(({ id, aliases }) => ({ id, aliases }));
  const { transcripts, issues } = readTranscript(source, knownNames(people, names));
  const [part, ...others] = transcripts;
  if (part === undefined || others.length > 0 || issues.some((each) => each.severity === "error")) return false;
  if (part.codings.length > 0 || part.memos.length > 0) return false;
  const { turns } = assignSpeakers(part, namesOf(people.participants, people.interviewers));
  const { id, title, kind, attributes } = part;
  const read = { ...transcript, id, title, kind, attributes, text: part.text, turns };
  return sameValue(comparableTranscript(read), comparableTranscript(transcript));
}

function withFrontMatter(transcript: Transcript, stem: string, withSpeakers: boolean): string {
  const { id, title, kind, attributes, turns } = transcript;
  const speakers = new Map<string, string>();
  for (const { label, role, speaker } of turns) {
    if (role !== "unknown") speakers.set(label, role === "interviewer" ? "interviewer" : (speaker ?? ""));
  }
  const unlabelled = speakers.get("");
  speakers.delete("");
  const stated = Object.entries({
    id: id === stem ? undefined : id,
    title: title === id ? undefined : title,
    kind: kind === "interview" ? undefined : kind,
    participant: withSpeakers ? unlabelled : undefined,
    speakers: withSpeakers && speakers.size > 0 ? Object.fromEntries(speakers) : undefined,
    ...attributes,
  }).filter(([, value]) => value !== undefined);
  // A text that begins with a rule would be taken for front matter itself.
  if (stated.length === 0 && !transcript.text.startsWith("---")) return transcript.text;
  const yaml = newYaml((document) => {
    const map = document.contents;
    if (isMap(map)) for (const [key, value] of stated) setKey(document, map, key, value);
  });
  return `---\n${stated.length === 0 ? "" : yaml}---\n${transcript.text}`;
}

function asJson({ title, id, kind, text, turns, attributes }: Transcript, stem: string): string {
  const spoken = turns.map(({ start, end, label, role, speaker, time }) => ({
    start,
    end,
    label,
    role,
    speaker,
    time,
  }));
  const stated = {
    ...(id === stem ? {} : { id }),
    ...(title === id ? {} : { title }),
    kind,
    attributes,
    text,
    turns: spoken,
  };
  return `${JSON.stringify(stated, null, 2)}\n`;
}
