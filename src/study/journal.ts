import type { Issue } from "../issues/issue";
import type { Source, Sourced } from "../issues/source";
import type { Memo, MemoAbout } from "../model/memo";
import { isBlank, isRecord, type Read, record, report, rootSpot, text } from "../text/check";
import { splitFrontMatter, unclosedFrontMatter } from "../text/front-matter";
import { parseYaml } from "../text/yaml";

const KEYS = ["theme", "code", "category", "participant", "transcript"] as const;

const readAboutRecord = record('"about"', {
  theme: text,
  code: text,
  category: text,
  participant: text,
  transcript: text,
});

/** What the front matter says the memo is about: one record with one key, or words. */
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
  if (key === "participant") return { participant: id };
  return key === "transcript" ? { transcript: id } : { kind: key, entry: id };
};

const readFrontMatter = record("A memo", {
  id: text,
  title: text,
  date: text,
  created: text,
  author: text,
  about: readAbout,
});

/**
 * The memo in a Markdown file of the journal, with its problems. Its front matter may state `id`, `title`, `date` (or
 * `created`), `author` and `about`: `{ theme: hope }`, the same with code, category, participant or transcript, or
 * words. The id defaults to the file's name without folder and ending; a file without front matter is all body.
 */
export function parseMemo(source: Source): { memo: Sourced<Memo>; issues: Issue[] } {
  const unclosed = unclosedFrontMatter(source);
  const issues: Issue[] = unclosed === undefined ? [] : [unclosed];
  const front = splitFrontMatter(source);
  const yaml = front === null ? undefined : parseYaml(source, front.start, front.end);
  issues.push(...(yaml?.issues ?? []));
  const stated =
    yaml === undefined || isBlank(yaml.value) ? {} : (readFrontMatter(yaml.value, rootSpot(yaml, issues)) ?? {});
  const { id = nameOf(source.file), title, date, created = date, author, about } = stated;
  const bodyStart = front?.bodyStart ?? 0;
  const value: Memo = {
    id,
    ...(title === undefined ? {} : { title }),
    about: about ?? null,
    body: source.text.slice(bodyStart).trim(),
    author: author ?? null,
    created: created ?? null,
  };
  return {
    memo: {
      value,
      origin: (field) =>
        field === undefined || field === "body" || yaml === undefined
          ? { source, start: field === "body" ? bodyStart : 0, end: source.text.length }
          : yaml.origin([field === "created" && stated.created === undefined ? "date" : field]),
    },
    issues,
  };
}

/** A file's name without its folder and its ending. */
function nameOf(file: string): string {
  return file.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
