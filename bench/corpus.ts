// A study folder from a seed: invented interviews with their people, scheme and codings, as large as asked for.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeStandOff, type StandOff, withMarks } from "./codings";
import { LABEL_STYLES, makeConversation, type Person } from "./conversation";
import { capitalised, makeLanguage } from "./language";
import { type Random, seededRandom } from "./random";
import { makeRules } from "./rules";
import { makeScheme } from "./scheme";

/** What a corpus of size 1 holds; size n has n times as many. */
export const PER_SIZE = { transcripts: 36, participants: 36, codings: 1500, standOff: 750 } as const;

/** What every corpus holds, whatever its size. */
export const ALWAYS = {
  turnsPerTranscript: 500,
  codes: 40,
  rules: 20,
  groups: ["consumer", "carer", "clinician"],
} as const;

/** A file of the study folder; its path is relative and has forward slashes. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a study folder. The same seed and size give the same files. */
export function makeCorpus(seed: number, size = 1): CorpusFile[] {
  const random = seededRandom(seed);
  const language = makeLanguage(random, 6000);
  const rare = language.words.slice(1500).filter((word) => /^[a-z]{5,10}$/.test(word));
  const scheme = makeScheme(random, rare, ALWAYS.codes, makeRules(seededRandom(seed), language, ALWAYS.rules));
  const people = makePeople(random, rare, size);
  const coder = {
    codes: scheme.codes,
    note: () => language.sentence(random, random.between(4, 12)).replaceAll(":", ","),
  };
  const transcripts: CorpusFile[] = [];
  const coders: [CoderRow[], CoderRow[]] = [[], []];
  for (const [index, person] of people.entries()) {
    const style = LABEL_STYLES[index % LABEL_STYLES.length] ?? random.pick(LABEL_STYLES);
    const conversation = makeConversation(random, language, { turns: ALWAYS.turnsPerTranscript, person, style });
    const share = (whole: number): number => shareOf(whole * size, index, people.length);
    const rows = makeStandOff(random, conversation, coder, share(PER_SIZE.standOff));
    for (const row of rows) coders[random.between(0, 1)]?.push({ ...row, transcript: person.id });
    const marked = withMarks(random, conversation, coder, share(PER_SIZE.codings) - rows.length);
    transcripts.push({ path: `transcripts/${person.id}.${style.ending}`, text: style.front(person) + marked });
  }
  return [
    { path: "study.yaml", text: "format: 1\ntitle: Invented interviews\napproach: reflexive\ncoder: MA\n" },
    { path: "participants.csv", text: participantsCsv(random, people) },
    { path: "scheme.yaml", text: scheme.yaml },
    ...transcripts,
    { path: "codings/BO.csv", text: quotesCsv(random, coders[0], coder.note) },
    { path: "codings/CE.csv", text: positionsCsv(coders[1]) },
  ];
}

/** Writes a corpus into a folder, in place of what stands there. */
export function writeCorpus(folder: string, files: readonly CorpusFile[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

interface CoderRow extends StandOff {
  readonly transcript: string;
}

interface CorpusPerson extends Person {
  readonly group: string;
}

/** People in groups of one size, the groups one after the other: C001, C002 ... F001 ... K001 ... */
function makePeople(random: Random, names: readonly string[], size: number): CorpusPerson[] {
  const each = (PER_SIZE.participants * size) / ALWAYS.groups.length;
  const shuffled = random.sample(names, names.length);
  return ALWAYS.groups.flatMap((group, at) =>
    Array.from({ length: each }, (_, index) => ({
      id: `${"CFK".charAt(at)}${String(index + 1).padStart(3, "0")}`,
      name: capitalised(shuffled[at * each + index] ?? ""),
      group,
    })),
  );
}

/** The part of a whole number that falls to one of so many, where all parts differ by at most one. */
function shareOf(whole: number, index: number, count: number): number {
  return Math.floor(((index + 1) * whole) / count) - Math.floor((index * whole) / count);
}

function participantsCsv(random: Random, people: readonly CorpusPerson[]): string {
  const rows = people.map(({ id, group, name }) => [
    id,
    group,
    name,
    `${random.between(19, 84)}`,
    random.pick(["North", "South"]),
  ]);
  return csv(["id", "group", "aliases", "age", "site"], rows);
}

/** The first coder's file, as a person writes it: quotes, and a prefix where a quote stands twice. */
function quotesCsv(random: Random, rows: readonly CoderRow[], note: () => string): string {
  const lines = rows.map((row) => [row.transcript, row.code, row.quote, row.prefix, random.chance(0.1) ? note() : ""]);
  return csv(["transcript", "code", "quote", "prefix", "memo"], lines);
}

/** The second coder's file, as a program writes it: positions beside the quotes. */
function positionsCsv(rows: readonly CoderRow[]): string {
  const lines = rows.map((row) => [row.transcript, row.code, `${row.start}`, `${row.end}`, row.quote, row.prefix]);
  return csv(["transcript", "code", "start", "end", "quote", "prefix"], lines);
}

function csv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
}
