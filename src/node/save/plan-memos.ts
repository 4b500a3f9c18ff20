import { isMap } from "yaml";
import { issue } from "../../issues/issue";
import { toSource } from "../../issues/source";
import type { Memo, MemoAbout } from "../../model/memo";
import { parseMemos } from "../../study/journal";
import { fileStem } from "../../study/transcript-part";
import { splitFrontMatter } from "../../text/front-matter";
import { sameValue } from "../../text/same-value";
import { editYaml, newYaml, setKey } from "../../text/yaml-edit";
import { fileName, freeName } from "./file-name";
import type { Plan } from "./plan";
import { withLf, withLineEndsOf } from "./text-file";

/**
 * Plans the journal: a file for each memo that has none, changes in the front matter and body of those that changed; the
 * file of a memo that is gone goes.
 *
 * @param moved Transcripts whose marks become files.
 */
export function planMemos(plan: Plan, moved: ReadonlySet<string>): void {
  const wanted = new Map(plan.study.memos.map((memo) => [memo.id, memo]));
  const sources = (plan.reading?.sources.journal ?? []).filter((source) => source.text.trim() !== "");
  const files = sources.map((source) => ({ file: source.file, count: parseMemos(source).memos.length }));
  const before = plan.reading?.study.memos ?? [];
  const marks = before.slice(0, before.length - files.reduce((sum, { count }) => sum + count, 0));
  const done = new Set<string>();
  for (const mark of marks) {
    if ("source" in (mark.about ?? {}) && moved.has(sourceOf(mark))) continue;
    done.add(mark.id);
    if (!sameValue(mark, wanted.get(mark.id))) plan.issues.push(markChanged(mark, wanted.has(mark.id)));
  }
  let at = marks.length;
  for (const { file, count } of files) {
    const here = before.slice(at, at + count);
    at += count;
    for (const memo of here) done.add(memo.id);
    if (here.every((memo) => sameValue(memo, wanted.get(memo.id)))) continue;
    if (/\.ya?ml$/i.test(file)) editList(plan, file, here, wanted);
    else for (const memo of here) editFile(plan, file, memo, wanted.get(memo.id));
  }
  const place = plan.reading?.settings.files.journal.replace(/\/$/, "") ?? "journal";
  const folder = /\.(md|ya?ml)$/i.test(place) ? "journal" : place;
  const taken = new Set(sources.map(({ file }) => fileStem(file).toLowerCase()));
  for (const memo of wanted.values()) {
    if (done.has(memo.id)) continue;
    const name = freeName(fileName(memo.id), (each) => taken.has(each));
    taken.add(name.toLowerCase());
    plan.write(`${folder}/${name}.md`, newMemo(memo, name));
  }
}

function sourceOf({ about }: Memo): string {
  return about !== null && "source" in about ? about.source : "";
}

function markChanged(memo: Memo, isThere: boolean): ReturnType<typeof issue> {
  const what = isThere ? "changed" : "deleted";
  return issue("mark-not-saved", `The memo "${memo.id}" was ${what}, and it stands in the transcript itself.`, {
    hint: "Save with the option moveMarks: true, which moves such memos into journal/.",
  });
}

/** The front matter of a memo; what it does not state is undefined. */
function frontMatter(memo: Memo, stem: string): Record<string, unknown> {
  return {
    id: memo.id === stem ? undefined : memo.id,
    title: memo.title,
    date: memo.created ?? undefined,
    author: memo.author ?? undefined,
    about: aboutOf(memo.about),
    event: memo.event,
    with: memo.with,
  };
}

function aboutOf(about: MemoAbout): unknown {
  if (about === null) return undefined;
  if ("topic" in about) return about.topic;
  if ("entry" in about) return { [about.kind]: about.entry };
  if (!("source" in about)) return about;
  const words = about.selector[about.selector.length - 1];
  if (words?.type !== "TextQuoteSelector") return { transcript: about.source };
  const { exact, prefix, suffix } = words;
  return { transcript: about.source, quote: exact, prefix: prefix || undefined, suffix: suffix || undefined };
}

function newMemo(memo: Memo, stem: string): string {
  const stated = Object.entries(frontMatter(memo, stem)).filter(([, value]) => value !== undefined);
  const yaml = newYaml((document) => {
    if (isMap(document.contents)) for (const [key, value] of stated) setKey(document, document.contents, key, value);
  });
  return `---\n${stated.length === 0 ? "" : yaml}---\n\n${memo.body.trim()}\n`;
}

/** Changes of a memo by key; the date stands under the key the file has it under. */
function changedKeys(before: Memo, memo: Memo, stem: string): [key: string, value: unknown][] {
  const was = frontMatter(before, stem);
  return Object.entries(frontMatter(memo, stem)).filter(([key, value]) => !sameValue(value, was[key]));
}

function editFile(plan: Plan, file: string, before: Memo, memo: Memo | undefined): void {
  const there = plan.textOf(file);
  if (memo === undefined || there === null) {
    plan.remove(file);
    return;
  }
  const text = withLf(there.text);
  const front = splitFrontMatter(toSource(file, text));
  const changed = changedKeys(before, memo, fileStem(file));
  const body = memo.body.trim() === before.body.trim() ? null : memo.body.trim();
  if (front === null) {
    plan.write(file, withLineEndsOf(newMemo(memo, fileStem(file)), there.text));
    return;
  }
  const yaml = editYaml(text.slice(front.start, front.end), (document) => {
    if (!isMap(document.contents)) document.contents = document.createNode({});
    const map = document.contents;
    if (!isMap(map)) return;
    for (const [key, value] of changed)
      setKey(document, map, key === "date" && map.has("created") ? "created" : key, value);
  });
  const head = text.slice(0, front.start) + (yaml.trim() === "{}" ? "" : yaml) + text.slice(front.end, front.bodyStart);
  plan.write(file, withLineEndsOf(head + (body === null ? text.slice(front.bodyStart) : `\n${body}\n`), there.text));
}

/** Changes the memos of a YAML list. */
function editList(plan: Plan, file: string, here: readonly Memo[], wanted: ReadonlyMap<string, Memo>): void {
  const there = plan.textOf(file);
  if (there === null) return;
  const text = editYaml(withLf(there.text), (document) => {
    const list = document.contents;
    if (list === null || !("items" in list)) return;
    const items = [...list.items];
    const isRenumbered = here.some((memo) => !wanted.has(memo.id));
    for (const [index, before] of here.entries()) {
      const item = items[index];
      const memo = wanted.get(before.id);
      if (!isMap(item)) continue;
      if (memo === undefined) {
        list.items = list.items.filter((each) => each !== item) as typeof list.items;
        continue;
      }
      if (isRenumbered && !item.has("id")) setKey(document, item, "id", memo.id);
      for (const [key, value] of changedKeys(before, memo, "")) {
        setKey(document, item, key === "date" && item.has("created") ? "created" : key, value);
      }
      if (memo.body.trim() !== before.body.trim()) setKey(document, item, "body", memo.body.trim());
    }
  });
  plan.write(file, withLineEndsOf(text, there.text));
}
