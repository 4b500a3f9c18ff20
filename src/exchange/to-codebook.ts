import { group } from "d3-array";
import { optionsOf } from "../issues/call";
import { InputError } from "../issues/input-error";
import { issue } from "../issues/issue";
import { type Category, type Code, entriesOf, type Scheme, type SchemeEntry, type Theme } from "../model/scheme";
import { refuseNoScheme } from "../scheme/no-scheme";
import { toId } from "../scheme/to-id";
import { writeDescription } from "./description";
import { fieldsOf, isSame } from "./entry-fields";
import { guidOf, plainGuid } from "./guid";
import { type CodebookIdentity, type CodebookReading, parseCodebook } from "./parse-codebook";
import { escapeXmlAttribute, escapeXmlText } from "./xml-escapes";

/** How `toCodebook` writes a scheme; what `parseCodebook` gave can stand in its place. */
export interface CodebookOptions {
  /** GUIDs and colours of entries, as `parseCodebook` gives them; GUIDs of others are made from their ids. */
  readonly identities?: readonly CodebookIdentity[];
}

/** A code or category with what stands under it. */
interface Branch {
  /** What the element is: the code, where it is one. */
  readonly entry: Category | Code;
  readonly children: readonly (Category | Code)[];
}

/**
 * The scheme as a REFI-QDA codebook (.qdc, version 1.0), which NVivo, ATLAS.ti, MAXQDA, QualCoder and others read.
 *
 * Categories are codes that cannot be applied, with their codes under them; a category and a code in it that share id and
 * name are one code that can be applied and has others under it. Themes are sets of their own codes, without those of their
 * subthemes. Definition, include, exclude, examples, concept and the rest stand in the description, in lines with labels;
 * so does the id where it cannot be told from the name. The version, the history of changes and the order across categories
 * stand in a processing instruction, which other programs pass over and do not keep. `parseCodebook` gives the same scheme.
 * The same scheme gives the same text, GUIDs too. Characters that XML cannot have become U+FFFD.
 *
 * Throws `InputError` for a scheme without codes and categories, which the format cannot hold.
 *
 * @example
 * ```ts
 * const scheme = parseScheme("codes: [{ id: trust, name: Trust and doubt, definition: Whether one can }]");
 * const xml = toCodebook(scheme);
 * xml.includes("<Description>Whether one can\nPolyvocal id: trust</Description>"); // => true
 * parseCodebook(xml).scheme.entries[0]?.id; // => "trust"
 * ```
 */
export function toCodebook(scheme: Scheme, options: CodebookOptions | CodebookReading = {}): string {
  refuseNoScheme("first", scheme);
  const { identities = [] } = optionsOf<Partial<CodebookReading>>(options, "{ identities }", {
    identities: true,
    scheme: true,
    issues: true,
  });
  const guids = guidGiver(identities);
  const body = codesOf(scheme, guids) + setsOf(entriesOf(scheme, "theme"), guids);
  const plain = document(body, "");
  // What the tree does not tell is found by reading it.
  const read = parseCodebook(plain).scheme;
  const key = ({ kind, id }: SchemeEntry): string => `${kind} ${id}`;
  const order = scheme.entries.map(key);
  const head = {
    ...(scheme.version === read.version ? {} : { version: scheme.version }),
    ...(isSame(order, read.entries.map(key)) ? {} : { order }),
    ...(scheme.changes.length === 0 ? {} : { version: scheme.version, changes: scheme.changes }),
  };
  return Object.keys(head).length === 0 ? plain : document(body, `<?polyvocal ${instruction(head)}?>\n`);
}

function document(body: string, head: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    head,
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Polyvocal">\n',
    body,
    "</CodeBook>\n",
  ].join("");
}

/** JSON in which nothing ends the instruction, and no character is one that XML cannot have. */
function instruction(value: object): string {
  return JSON.stringify(value)
    .replaceAll("?>", "?\\u003e")
    .replace(
      /[\uFFFE\uFFFF\u007F-\u009F]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

function codesOf(scheme: Scheme, guids: GuidGiver): string {
  const entries = scheme.entries.filter((entry): entry is Category | Code => entry.kind !== "theme");
  if (entries.length === 0) {
    const hint = "Add a code to the scheme first.";
    throw new InputError([issue("missing-key", "A codebook must have a code, and this scheme has none.", { hint })]);
  }
  const under = group(entries, (entry) => (entry.kind === "code" ? entry.category : entry.parent));
  const lines: string[] = ["  <Codes>\n"];
  const write = (entry: Category | Code, depth: number): void => {
    const branch =
      entry.kind === "category" ? categoryBranch(entry, under.get(entry.id) ?? []) : { entry, children: [] };
    const indent = "  ".repeat(depth);
    const { guid, color } = guids(branch.entry);
    const attributes = [
      `guid="${guid}" name="${escapeXmlAttribute(branch.entry.name)}" isCodable="${branch.entry.kind === "code"}"`,
      ...(color === undefined ? [] : [` color="${escapeXmlAttribute(color)}"`]),
    ].join("");
    const description = descriptionOf(branch.entry, indent);
    if (description === "" && branch.children.length === 0) lines.push(`${indent}<Code ${attributes}/>\n`);
    else {
      lines.push(`${indent}<Code ${attributes}>\n`, description);
      for (const child of branch.children) write(child, depth + 1);
      lines.push(`${indent}</Code>\n`);
    }
  };
  for (const entry of under.get(null) ?? []) write(entry, 2);
  lines.push("  </Codes>\n");
  return lines.join("");
}

/** A category and the code of its id and name in it are one element, unless the reader could not part them again. */
function categoryBranch(category: Category, children: readonly (Category | Code)[]): Branch {
  const twin = children.find(({ kind, id, name }) => kind === "code" && id === category.id && name === category.name);
  const isOne = twin !== undefined && children.length > 1 && category.definition === undefined;
  return isOne ? { entry: twin, children: children.filter((each) => each !== twin) } : { entry: category, children };
}

function setsOf(themes: readonly Theme[], guids: GuidGiver): string {
  if (themes.length === 0) return "";
  const sets = themes.map((theme) => {
    const members = theme.codes.map((id) => `      <MemberCode guid="${guids({ kind: "code", id }).guid}"/>\n`);
    const attributes = `guid="${guids(theme).guid}" name="${escapeXmlAttribute(theme.name)}"`;
    return `    <Set ${attributes}>\n${descriptionOf(theme, "    ")}${members.join("")}    </Set>\n`;
  });
  return `  <Sets>\n${sets.join("")}  </Sets>\n`;
}

function descriptionOf(entry: SchemeEntry, indent: string): string {
  const { kind, id, name } = entry;
  const parent = kind === "theme" ? entry.parent : null;
  // Names that a reader would make this id of say it already. A parent needs an id that is stated.
  const states = kind === "theme" || toId(name) !== id;
  const fields = { ...fieldsOf(entry), ...(states ? { id } : {}), ...(parent === null ? {} : { parent }) };
  const text = writeDescription(kind, fields);
  return text === "" ? "" : `${indent}  <Description>${escapeXmlText(text)}</Description>\n`;
}

type GuidGiver = (entry: Pick<SchemeEntry, "kind" | "id">) => { readonly guid: string; readonly color?: string };

/** The GUIDs that are stated, and for other entries those of their kind and id; of two alike the first keeps it. */
function guidGiver(identities: readonly CodebookIdentity[]): GuidGiver {
  const stated = new Map<string, { guid: string; color?: string }>();
  const taken = new Set<string>();
  for (const { kind, id, guid: written, color } of identities) {
    const key = `${kind} ${id}`;
    const plain = plainGuid(written);
    const guid = plain === undefined || taken.has(plain) ? guidOf(key) : plain;
    taken.add(guid);
    stated.set(key, color === undefined ? { guid } : { guid, color });
  }
  return ({ kind, id }) => stated.get(`${kind} ${id}`) ?? { guid: guidOf(`${kind} ${id}`) };
}
