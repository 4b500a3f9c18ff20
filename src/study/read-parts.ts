import { parseCodings } from "../coding/parse-codings";
import type { Issue } from "../issues/issue";
import { type Locator, nowhere, type Source } from "../issues/source";
import { parseYaml } from "../text/yaml";
import type { StudyParts } from "./assemble";
import { joinSides } from "./join-sides";
import { parseMemos } from "./journal";
import { losesRecords } from "./losing";
import { type ParticipantInput, parseParticipants } from "./participants";
import { partsFromReading } from "./parts-from-reading";
import { readCheckedScheme } from "./read-checked-scheme";
import { emptyFile, readTranscript } from "./read-transcript";
import { readSettings, type Settings } from "./settings";
import type { TranscriptSource } from "./transcript-source";

/** A scheme that another format than YAML and JSON holds, as plain data for `readScheme`. */
export interface PlainScheme {
  readonly value: unknown;
  readonly where: Locator;
  /** What was wrong with the file as such. */
  readonly issues: readonly Issue[];
}

/** The text of the scheme's file; `plain` is what it holds where that is neither YAML nor JSON. */
export interface SchemeSource extends Source {
  readonly plain?: PlainScheme;
}

/** The texts of a study's files; null for a file that is not there. All hold canonical text. */
export interface StudySources {
  readonly participants: Source | null;
  readonly scheme: SchemeSource | null;
  readonly transcripts: readonly TranscriptSource[];
  readonly codings: readonly Source[];
  readonly journal: readonly Source[];
}

type Broken = "settings" | "participants" | "scheme";

/** The settings of a study.yaml, or the defaults where there is none; `broken` if it cannot be read whole. */
export function parseSettings(source: Source | null): { settings: Settings; issues: Issue[]; broken: boolean } {
  if (source === null) return { ...readSettings(null, nowhere), broken: false };
  const yaml = parseYaml(source);
  const { settings, issues } = readSettings(yaml.value ?? null, yaml);
  const all = yaml.value === undefined ? [...yaml.issues] : [...yaml.issues, ...issues];
  return { settings, issues: all, broken: yaml.value === undefined };
}

/**
 * The parts of a study read from the texts of its files; `unread` names the transcript files that hold no text to read.
 * `onProgress` is told after each transcript how many have been read, and of how many.
 */
export function readParts(
  settings: Settings,
  sources: StudySources,
  before: { readonly issues: readonly Issue[]; readonly broken: readonly Broken[]; readonly unread: readonly string[] },
  onProgress?: (done: number, total: number) => void,
): StudyParts {
  const issues: Issue[] = [...before.issues];
  const broken = new Set(before.broken);
  // One by one: a call with a hundred thousand arguments fails.
  const noteAll = (found: readonly Issue[]): void => {
    for (const each of found) issues.push(each);
  };
  const note = (found: readonly Issue[], part: Broken): void => {
    noteAll(found);
    if (losesRecords(found)) broken.add(part);
  };
  const whole = <S extends Source>(source: S | null): source is S => {
    if (source === null || source.text.trim() !== "") return source !== null;
    issues.push(emptyFile(source.file));
    return false;
  };
  const people = whole(sources.participants) ? parseParticipants(sources.participants) : null;
  note(people?.issues ?? [], "participants");
  const scheme = whole(sources.scheme) ? parseSchemeSource(sources.scheme, settings.language) : null;
  note(scheme?.issues ?? [], "scheme");
  const unread = [...before.unread];
  const names = knownNames(settings, people?.rows.map((row) => row.value) ?? []);
  const files = joinSides(sources.transcripts);
  const transcripts = files.map((source, index) => {
    const read =
      "reading" in source ? partsFromReading(source.reading, source.file, null) : readTranscript(source, names);
    if (read.transcripts.length === 0) unread.push(source.file);
    onProgress?.(index + 1, files.length);
    return read;
  });
  for (const each of transcripts) noteAll(each.issues);
  const codings = sources.codings.filter(whole).map(parseCodings);
  for (const each of codings) noteAll(each.issues);
  const memos = sources.journal.filter(whole).map(parseMemos);
  for (const each of memos) noteAll(each.issues);
  return {
    settings,
    participants: people?.rows ?? null,
    transcripts: transcripts.flatMap((each) => each.transcripts),
    scheme: scheme?.scheme ?? null,
    codings: codings.flatMap((each) => each.codings),
    memos: memos.flatMap((each) => each.memos),
    issues,
    broken,
    unread,
  };
}

/** Every name that people of the study can have as a label in a transcript. */
export function knownNames(
  settings: Pick<Settings, "interviewers">,
  participants: readonly ParticipantInput[],
): string[] {
  const named = participants.flatMap(({ id, label, aliases = [] }) => [
    id,
    ...(label === undefined ? [] : [label]),
    ...aliases,
  ]);
  return [...settings.interviewers, ...named];
}

function parseSchemeSource(
  source: SchemeSource,
  language: string | null,
): { scheme: StudyParts["scheme"]; issues: readonly Issue[] } {
  const { plain } = source;
  if (plain !== undefined) {
    const { scheme, issues } = readCheckedScheme(plain.value, plain.where, language);
    return { scheme, issues: [...plain.issues, ...issues] };
  }
  const yaml = parseYaml(source);
  if (yaml.value === undefined) return { scheme: { version: 1, entries: [], changes: [] }, issues: yaml.issues };
  const { scheme, issues } = readCheckedScheme(yaml.value, yaml, language);
  return { scheme, issues: [...yaml.issues, ...issues] };
}
