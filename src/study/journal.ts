import type { Issue } from "../issues/issue";
import type { Source, Sourced } from "../issues/source";
import type { Memo, MemoAbout, MemoEvent } from "../model/memo";
import {
  isBlank,
  isRecord,
  list,
  oneOf,
  type Read,
  type ReadBy,
  record,
  report,
  rootSpot,
  text,
  texts,
  verbatim,
  within,
} from "../text/check";
import { date } from "../text/date";
import { splitFrontMatter, unclosedFrontMatter } from "../text/front-matter";
import { LONGEST_FRONT_MATTER } from "../text/limits";
import { parseYaml } from "../text/yaml";

const KEYS = ["theme", "code", "category", "participant", "transcript"] as const;
/** What a memo can record as having taken place. */
export const EVENTS: readonly MemoEvent[] = ["member-check", "triangulation", "peer-debriefing"];

const readAboutRecord = record('"about"', {
  theme: text,
  code: text,
  category: text,
  participant: text,
  transcript: text,
  quote: verbatim,
  prefix: verbatim,
  suffix: verbatim,
});

/** What the front matter says the memo is about: one record with one key, words of a transcript, or words. */
export const readAbout: Read<NonNullable<MemoAbout>> = (value, spot) => {
  if (!isRecord(value)) {
    const topic = text(value, spot);
    return topic === undefined ? undefined : { topic };
  }
  const stated = readAboutRecord(value, spot) ?? {};
  const [key, ...more] = KEYS.filter((each) => stated[each] !== undefined);
  const id = key === undefined ? undefined : stated[key];
  if (more.length > 0 || Object.keys(value).length === 0) {
    const hint = "Name one theme, code, category, participant or transcript here, and others in the text of the memo.";
    report(
      spot,
      "wrong-value",
      `"about" must name one thing, and names ${more.length === 0 ? "none" : "several"}.`,
      hint,
    );
  }
  if (key === undefined || id === undefined) return undefined;
  const { quote, prefix = "", suffix = "" } = stated;
  if (quote !== undefined && key === "transcript") {
    return { source: id, selector: [{ type: "TextQuoteSelector", exact: quote, prefix, suffix }] };
  }
  if (quote !== undefined) {
    report(
      within(spot, "quote"),
      "wrong-value",
      "These words need their transcript.",
      "Write { transcript: its id, quote: the words }.",
    );
  }
  if (key === "participant") return { participant: id };
  return key === "transcript" ? { transcript: id } : { kind: key, entry: id };
};

const FIELDS = {
  id: text,
  title: text,
  date,
  created: date,
  author: text,
  about: readAbout,
  event: oneOf(EVENTS),
  with: texts,
};

const readFrontMatter = record("A memo", FIELDS);
const readListed = record("A memo", { ...FIELDS, body: verbatim }, ["body"]);

/** The memos in a file of the journal: one in Markdown, a list of them in YAML. */
export function parseMemos(source: Source): { memos: Sourced<Memo>[]; issues: Issue[] } {
  if (/\.ya?ml$/i.test(source.file)) return parseMemoList(source);
  const { memo, issues } = parseMemo(source);
  return { memos: [memo], issues };
}

/**
 * The memo in a Markdown file of the journal, with its problems. Its front matter may state `id`, `title`, `date` (or
 * `created`), `author`, `event` and `with`, and `about`: `{ theme: hope }`, the same with code, category, participant or
 * transcript, `{ transcript: C01, quote: the words }`, or words. The id defaults to the file's name without folder and
 * ending; a file without front matter is all body.
 */
export function parseMemo(source: Source): { memo: Sourced<Memo>; issues: Issue[] } {
  const unclosed = unclosedFrontMatter(source);
  const issues: Issue[] = unclosed === undefined ? [] : [unclosed];
  const front = splitFrontMatter(source);
  const yaml = front === null ? undefined : parseYaml(source, front.start, front.end, LONGEST_FRONT_MATTER);
  issues.push(...(yaml?.issues ?? []));
  const stated =
    yaml === undefined || isBlank(yaml.value) ? {} : (readFrontMatter(yaml.value, rootSpot(yaml, issues)) ?? {});
  const bodyStart = front?.bodyStart ?? 0;
  return {
    memo: {
      value: toMemo(stated, nameOf(source.file), source.text.slice(bodyStart).trim()),
      origin: (field) =>
        field === undefined || field === "body" || yaml === undefined
          ? { source, start: field === "body" ? bodyStart : 0, end: source.text.length }
          : yaml.origin([field === "created" && stated.created === undefined ? "date" : field]),
    },
    issues,
  };
}

/** The memos in a YAML file: a list of records with the keys of front matter and `body`. Without an id they are numbered. */
function parseMemoList(source: Source): { memos: Sourced<Memo>[]; issues: Issue[] } {
  const yaml = parseYaml(source);
  const issues: Issue[] = [...yaml.issues];
  if (isBlank(yaml.value)) return { memos: [], issues };
  const values = Array.isArray(yaml.value) ? yaml.value : undefined;
  const listed = list(readListed)(yaml.value, rootSpot(yaml, issues)) ?? [];
  const memos = (values ?? []).length === listed.length ? listed : [];
  return {
    memos: memos.map((stated, index) => ({
      value: toMemo(stated, `${nameOf(source.file)}#${index + 1}`, (stated.body ?? "").trim()),
      origin: (field) =>
        yaml.origin(
          field === undefined ? [index] : [index, field === "created" && stated.created === undefined ? "date" : field],
        ),
    })),
    issues,
  };
}

function toMemo(stated: Partial<ReadBy<typeof readFrontMatter>>, name: string, body: string): Memo {
  const { id = name, title, date, created = date, author, about, event, with: others } = stated;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    about: about ?? null,
    body,
    ...(event === undefined ? {} : { event }),
    ...(others === undefined ? {} : { with: others }),
    author: author ?? null,
    created: created ?? null,
  };
}

/** A file's name without its folder and its ending. */
function nameOf(file: string): string {
  return file.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
