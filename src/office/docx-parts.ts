import type { XmlHandler } from "../text/xml";
import type { XmlAttributes } from "../text/xml-attributes";
import type { XmlArchive } from "./archive";

/** Where the parts of a Word document are, by what they are: "styles", "footnotes", "header". */
export interface DocxParts {
  readonly main: string;
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** The names of the parts that the text refers to, by the id of the relation. */
  readonly byId: ReadonlyMap<string, string>;
}

/** What a style of a Word document means. */
export interface DocxStyle {
  /** 1 for a title or a heading of the highest level; 0 for no heading. */
  readonly heading: number;
  /** null if it does not say. */
  readonly bold: boolean | null;
}

const WORD_SPACES = [
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
const HEADING = /^heading ([1-9])$/;
const MOST_PARENTS = 20;

/**
 * A handler that calls Word's own tags and attributes by their bare names ("p", "val"), whatever prefix the file gives them;
 * others keep theirs.
 */
export function wordTags(handler: XmlHandler): XmlHandler {
  let prefix = "w:";
  const bare = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
  let isRoot = true;
  return {
    open(name, attributes, at) {
      if (isRoot) {
        for (const [key, value] of attributes) {
          if (WORD_SPACES.includes(value)) prefix = key.startsWith("xmlns:") ? `${key.slice(6)}:` : "";
        }
        isRoot = false;
      }
      handler.open(bare(name), attributes, at);
    },
    close: (name) => handler.close(bare(name)),
    text: (text, at) => handler.text(text, at),
    isFull: () => handler.isFull?.() === true,
  };
}

/** An attribute of Word's, whatever its prefix. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  const plain = attributes.get(`w:${name}`) ?? attributes.get(name);
  if (plain !== undefined) return plain;
  for (const [key, value] of attributes) if (key.endsWith(`:${name}`)) return value;
  return undefined;
}

/** True for a property that is on: `<w:b/>`, and not `<w:b w:val="0"/>`. */
export function isOn(attributes: XmlAttributes): boolean {
  return !["0", "false", "off", "none"].includes(attribute(attributes, "val") ?? "1");
}

/** Finds the parts of a Word document by its relations, or by their usual names. */
export function findParts(archive: XmlArchive): DocxParts {
  const found = relations(archive, "_rels/.rels", "")
    .others.get("officeDocument")
    ?.find((name) => archive.names.has(name));
  const main = found ?? "word/document.xml";
  const slash = main.lastIndexOf("/") + 1;
  const folder = main.slice(0, slash);
  return { main, ...relations(archive, `${folder}_rels/${main.slice(slash)}.rels`, folder) };
}

function relations(archive: XmlArchive, name: string, folder: string): Omit<DocxParts, "main"> {
  // A part that is referred to twice is read once.
  const others = new Map<string, Set<string>>();
  const byId = new Map<string, string>();
  archive.scan(name, {
    open(tag, attributes) {
      const target = attributes.get("Target");
      if (!tag.endsWith("Relationship") || target === undefined || attributes.get("TargetMode") === "External") return;
      const type = (attributes.get("Type") ?? "").replace(/^.*\//, "");
      const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
      const paths = others.get(type);
      if (paths === undefined) others.set(type, new Set([path]));
      else paths.add(path);
      byId.set(attributes.get("Id") ?? "", path);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { others: new Map([...others].map(([type, paths]) => [type, [...paths]])), byId };
}

/** The styles of a Word document by id. */
export function readStyles(archive: XmlArchive, names: readonly string[]): ReadonlyMap<string, DocxStyle> {
  const raw = new Map<string, { name: string; parent: string | null; level: number | null; bold: boolean | null }>();
  let style: { name: string; parent: string | null; level: number | null; bold: boolean | null } | null = null;
  const handler = wordTags({
    open(tag, attributes) {
      if (tag === "style") {
        style = { name: "", parent: null, level: null, bold: null };
        raw.set(attribute(attributes, "styleId") ?? "", style);
      } else if (style === null) return;
      else if (tag === "name") style.name = (attribute(attributes, "val") ?? "").toLowerCase();
      else if (tag === "basedOn") style.parent = attribute(attributes, "val") ?? null;
      else if (tag === "outlineLvl") style.level = Number(attribute(attributes, "val") ?? 9);
      else if (tag === "b") style.bold = isOn(attributes);
    },
    close(tag) {
      if (tag === "style") style = null;
    },
    text: () => undefined,
  });
  for (const name of names) archive.scan(name, handler);
  const styles = new Map<string, DocxStyle>();
  for (const id of raw.keys()) {
    let heading: number | null = null;
    let bold: boolean | null = null;
    let at = raw.get(id);
    for (let steps = 0; at !== undefined && steps < MOST_PARENTS; steps++) {
      const [, level] = HEADING.exec(at.name) ?? [];
      if (level !== undefined) heading ??= Number(level);
      else if (at.name === "title") heading ??= 1;
      else if (at.level !== null && at.level < 9) heading ??= at.level + 1;
      bold ??= at.bold;
      at = at.parent === null ? undefined : raw.get(at.parent);
    }
    styles.set(id, { heading: heading ?? 0, bold });
  }
  return styles;
}

/** A footnote, an endnote or a comment. */
export interface DocxNote {
  readonly text: string;
  /** Who wrote it; "" if the file does not tell. */
  readonly author: string;
}

/** Footnotes, endnotes or comments by id. */
export function readNotes(archive: XmlArchive, names: readonly string[]): ReadonlyMap<string, DocxNote> {
  const notes = new Map<string, DocxNote>();
  let words = "";
  let isText = false;
  const handler = wordTags({
    open(tag, attributes) {
      if (tag === "footnote" || tag === "endnote" || tag === "comment") words = "";
      else if (tag === "t") isText = true;
      else if ((tag === "tab" || tag === "br" || tag === "p") && attributes.size === 0) words += " ";
    },
    close(tag) {
      if (tag === "t") isText = false;
      else if (tag === "p") words += " ";
    },
    text(text) {
      if (isText) words += text;
    },
  });
  // The id is in the opening tag, the words are known at the closing one.
  let open: { id: string; author: string } | null = null;
  const collect: XmlHandler = {
    open(tag, attributes, at) {
      handler.open(tag, attributes, at);
      if (!/(?:footnote|endnote|comment)$/.test(tag)) return;
      // Lines between the text and the notes are kept as notes too.
      const isNote = ["normal", undefined].includes(attribute(attributes, "type"));
      open = isNote ? { id: attribute(attributes, "id") ?? "", author: attribute(attributes, "author") ?? "" } : null;
    },
    close(tag) {
      handler.close(tag);
      if (open === null || !/(?:footnote|endnote|comment)$/.test(tag)) return;
      notes.set(open.id, { text: words.replace(/\s+/g, " ").trim(), author: open.author });
      open = null;
    },
    text: handler.text,
  };
  for (const name of names) archive.scan(name, collect);
  return notes;
}

/** The words of parts of running text, such as headers, each once. */
export function readRunning(archive: XmlArchive, names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const name of names) {
    let words = "";
    let isText = false;
    archive.scan(
      name,
      wordTags({
        open(tag) {
          if (tag === "t") isText = true;
          else if (tag === "tab" || tag === "br") words += " ";
        },
        close(tag) {
          if (tag === "t") isText = false;
          else if (tag === "p") words += "\n";
        },
        text(text) {
          if (isText) words += text;
        },
      }),
    );
    for (const line of words.split("\n")) found.add(line.replace(/\s+/g, " ").trim());
  }
  return [...found];
}
