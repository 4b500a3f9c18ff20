import { scanXml, type XmlProblem } from "../text/xml";
import type { XmlAttributes } from "../text/xml-attributes";

/** A code of a codebook with those under it, as the file has them. */
export interface CodeElement {
  readonly name: string;
  readonly guid: string | undefined;
  readonly color: string | undefined;
  /** Whether words can be coded with it; true where the file does not say. */
  readonly isCodable: boolean;
  description: string;
  readonly children: CodeElement[];
  /** Where its tag begins. */
  readonly at: number;
}

/** A set of codes. */
export interface SetElement {
  readonly name: string;
  readonly guid: string | undefined;
  description: string;
  /** GUIDs of its codes. */
  readonly members: string[];
  readonly at: number;
}

/** What stands in the XML of a codebook, or in the codebook of a project. */
export interface CodebookTree {
  /** Whether there is a codebook at all. */
  readonly found: boolean;
  readonly codes: readonly CodeElement[];
  readonly sets: readonly SetElement[];
  /** What stands behind `<?polyvocal`; undefined where it does not. */
  readonly instruction: string | undefined;
  /** How often each element stands among codes and sets that is none of the above, by name. */
  readonly others: ReadonlyMap<string, number>;
  readonly problem: XmlProblem | null;
}

/** The codes and sets of a REFI-QDA codebook. Prefixes of the namespace do not matter, nor does the root. */
export function readCodebookTree(text: string): CodebookTree {
  const codes: CodeElement[] = [];
  const sets: SetElement[] = [];
  const others = new Map<string, number>();
  let found = false;
  let instruction: string | undefined;
  // What stands open, innermost last; null for elements that hold nothing of a codebook.
  const open: { readonly name: string; readonly element: CodeElement | SetElement | null }[] = [];
  const problem = scanXml(text, {
    open(qualified, attributes, at) {
      const name = localName(qualified);
      const parent = open.at(-1);
      let element: CodeElement | SetElement | null = null;
      if (name === "CodeBook" || name === "Codes") found = true;
      if (name === "Code" && (parent?.name === "Codes" || parent?.name === "Code")) {
        element = codeElement(attributes, at);
        (parent.element !== null && "children" in parent.element ? parent.element.children : codes).push(element);
      } else if (name === "Set" && parent?.name === "Sets") {
        element = {
          name: attributes.get("name") ?? "",
          guid: attributes.get("guid"),
          description: "",
          members: [],
          at,
        };
        sets.push(element);
      } else if (parent !== undefined && parent.element !== null) {
        if (name === "MemberCode" && "members" in parent.element) {
          // REFI-QDA projects name the code of a reference so.
          const guid = attributes.get("guid") ?? attributes.get("targetGUID");
          if (guid !== undefined) parent.element.members.push(guid);
        } else if (name !== "Description") others.set(name, (others.get(name) ?? 0) + 1);
      }
      open.push({ name, element });
    },
    close() {
      open.pop();
    },
    text(piece) {
      const holder = open.at(-1)?.name === "Description" ? open.at(-2)?.element : undefined;
      if (holder !== undefined && holder !== null) holder.description += piece;
    },
    instruction(content) {
      const own = /^polyvocal\s+(.*)$/s.exec(content);
      if (own !== null) instruction ??= own[1];
    },
  });
  return { found, codes, sets, instruction, others, problem };
}

function codeElement(attributes: XmlAttributes, at: number): CodeElement {
  return {
    name: attributes.get("name") ?? "",
    guid: attributes.get("guid"),
    color: attributes.get("color"),
    isCodable: !/^\s*(false|0)\s*$/i.test(attributes.get("isCodable") ?? ""),
    description: "",
    children: [],
    at,
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
