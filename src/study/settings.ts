import type { Issue } from "../issues/issue";
import type { Locator } from "../issues/source";
import { foldWord } from "../issues/suggest";
import type { Group } from "../model/people";
import { FORMAT } from "../model/version";
import {
  isBlank,
  newerFormat,
  oneOf,
  type Part,
  parts,
  type Read,
  record,
  report,
  rootSpot,
  text,
  texts,
  wholeNumber,
  within,
} from "../text/check";
import { readable } from "../text/readable";
import { DEFAULT_GROUPS } from "./default-groups";
import { interviewerNames } from "./interviewer-names";

const APPROACHES = [
  "reflexive",
  "codebook",
  "coding-reliability",
  "framework",
  "grounded-theory",
  "inductive",
] as const;

/** The method of analysis a study declares. */
export type Approach = (typeof APPROACHES)[number];

/** Where the parts of a study stand, as paths from its folder with forward slashes. */
export interface StudyFiles {
  /** Files and folders; null for the default, the folder "transcripts". */
  readonly transcripts: readonly string[] | null;
  /** "participants.csv" by default. */
  readonly participants: string;
  /** "scheme.yaml" by default. */
  readonly scheme: string;
  /** Folder or file; "codings" by default. */
  readonly codings: string;
  /** Folder or file; "journal" by default. */
  readonly journal: string;
}

/** What study.yaml says. */
export interface Settings {
  /** The number of the study files' own format; 1 by default. */
  readonly format: number;
  /** "" if not stated. */
  readonly title: string;
  readonly question: string | null;
  readonly approach: Approach | null;
  /** Code of the language that people speak in the transcripts, such as "en" or "pt-BR"; null if not stated. */
  readonly language: string | null;
  /** Groups in the analyst's order; consumers, carers and clinicians by default. */
  readonly groups: readonly Group[];
  /** True if study.yaml itself names the groups. */
  readonly groupsDeclared: boolean;
  /** Labels of the interviewers in the transcripts. */
  readonly interviewers: readonly string[];
  /** Whose the coding marks in the transcripts are; null if not stated. */
  readonly coder: string | null;
  readonly files: StudyFiles;
}

/** Labels that mean an interviewer where study.yaml names none. */
export const DEFAULT_INTERVIEWERS: readonly string[] = interviewerNames;

/** Where the parts of a study stand if study.yaml does not say. */
export const DEFAULT_FILES: StudyFiles = {
  transcripts: null,
  participants: "participants.csv",
  scheme: "scheme.yaml",
  codings: "codings",
  journal: "journal",
};

const readGroup = record("A group", { id: text, name: text, singular: text, aliases: texts }, ["id"]);

/** The code of a language, in any case. */
const readLanguage: Read<string> = (value, spot) => {
  const code = text(value, spot);
  if (code === undefined || /^[a-z]{2,3}(?:[-_][a-z0-9_-]+)?$/i.test(code)) return code;
  report(spot, "wrong-value", `"${code}" is not the code of a language.`, "Write two letters: en, es, fr, pt ...");
  return undefined;
};

const readSettingsRecord = record("study.yaml", {
  format: wholeNumber,
  title: text,
  question: text,
  approach: oneOf(APPROACHES),
  language: readLanguage,
  groups: parts,
  interviewers: texts,
  coder: text,
  files: record('"files"', { transcripts: texts, participants: text, scheme: text, codings: text, journal: text }),
});

/**
 * The settings in the plain value of study.yaml, with their problems. Nothing (null) gives the defaults. A group that
 * states only its id takes the rest from the default group of that id, if there is one, else from the id.
 */
export function readSettings(value: unknown, where: Locator): { settings: Settings; issues: Issue[] } {
  const issues: Issue[] = [];
  const newer = newerFormat(value, where);
  const spot = rootSpot(where, issues);
  const stated = newer === undefined && !isBlank(value) ? (readSettingsRecord(value, spot) ?? {}) : {};
  if (newer !== undefined) issues.push(newer);
  const settings: Settings = {
    format: stated.format ?? FORMAT,
    title: stated.title ?? "",
    question: stated.question ?? null,
    approach: stated.approach ?? null,
    language: stated.language ?? null,
    groups: stated.groups === undefined ? DEFAULT_GROUPS : readGroups(stated.groups),
    groupsDeclared: stated.groups !== undefined,
    interviewers: stated.interviewers ?? DEFAULT_INTERVIEWERS,
    coder: stated.coder ?? null,
    files: { ...DEFAULT_FILES, ...stated.files },
  };
  return { settings, issues };
}

/** A word for a group as it is compared: folded, and without an "s" at its end. */
export function groupKey(word: string): string {
  return foldWord(word).replace(/s$/, "");
}

/** All words that stand for a group. */
export function groupWords({ id, name, singular, aliases }: Partial<Group>): string[] {
  return [id, name, singular, ...(aliases ?? [])].filter((word) => word !== undefined);
}

const readGroupOrId: Read<Partial<Group> & { readonly id: string }> = (value, spot) => {
  if (typeof value === "object" && value !== null) return readGroup(value, spot);
  const id = text(value, spot);
  return id === undefined ? undefined : { id };
};

function readGroups(list: readonly Part[]): Group[] {
  const stated = new Map<string, Partial<Group> & { readonly id: string }>();
  const ownerOf = new Map<string, string>();
  for (const { value, spot } of list) {
    const group = readGroupOrId(value, spot);
    if (group === undefined) continue;
    if (stated.has(group.id)) {
      report(within(spot, "id"), "duplicate-id", `The group "${group.id}" is there twice.`, "Remove one of the two.");
      continue;
    }
    stated.set(group.id, group);
    for (const word of groupWords(group)) {
      const owner = ownerOf.get(groupKey(word));
      if (owner !== undefined && owner !== group.id) {
        const hint = "A word can stand for one group only. Remove it from one of the two.";
        report(spot, "duplicate-id", `"${word}" stands for the group "${owner}" and for "${group.id}".`, hint);
      } else ownerOf.set(groupKey(word), group.id);
    }
  }
  return [...stated.values()].map((group) => completed(group, (word) => ownerOf.has(groupKey(word))));
}

/** The group with what it does not state taken from the default group of its id, else from what it does state. */
function completed(group: Partial<Group> & { readonly id: string }, isTaken: (word: string) => boolean): Group {
  const { id } = group;
  const usual = DEFAULT_GROUPS.find((each) => each.id === id);
  const name = group.name ?? group.singular ?? usual?.name ?? readable(id);
  const singular = group.singular ?? (name === usual?.name ? usual.singular : name);
  return { id, name, singular, aliases: group.aliases ?? usual?.aliases.filter((word) => !isTaken(word)) ?? [] };
}
