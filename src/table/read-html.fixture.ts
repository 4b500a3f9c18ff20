import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

/** A table as another program reads it out of HTML. */
export interface ReadTable {
  readonly caption: string;
  /** Rows of headings, of the body, and of the foot; a cell that spans rows stands in each, one that spans columns in the first. */
  readonly head: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
  readonly foot: readonly (readonly string[])[];
  /** The names of all elements in the HTML, each once, in alphabetical order. */
  readonly elements: readonly string[];
}

/** The first table of the HTML, read by parse5. */
export function readHtml(html: string): ReadTable {
  const nodes = [...everyNode(parseFragment(html).childNodes)];
  const section = (name: string): string[][] => {
    const found = nodes.find((node) => node.nodeName === name);
    return found === undefined ? [] : grid([...everyNode([found])].filter((node) => node.nodeName === "tr"));
  };
  const caption = nodes.find((node) => node.nodeName === "caption");
  return {
    caption: caption === undefined ? "" : textOf(caption),
    head: section("thead"),
    body: section("tbody"),
    foot: section("tfoot"),
    elements: [...new Set(nodes.map((node) => node.nodeName).filter((name) => !name.startsWith("#")))].sort(),
  };
}

/** The text of a node, with its `<br>` as line breaks and quotation marks around its quotes. */
export function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (node.nodeName === "br") return "\n";
  const text = "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
  return node.nodeName === "q" || node.nodeName === "blockquote" ? `“${text}”` : text;
}

/** Every node under these, and these themselves, in document order. */
export function* everyNode(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if ("childNodes" in node) yield* everyNode(node.childNodes);
  }
}

function grid(rows: readonly Node[]): string[][] {
  const cells: string[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of "childNodes" in row ? row.childNodes : []) {
      if (!("attrs" in cell)) continue;
      while (cells[r]?.[column] !== undefined) column++;
      const rowspan = Number(cell.attrs.find((each) => each.name === "rowspan")?.value ?? 1);
      for (const line of cells.slice(r, r + rowspan)) line[column] = textOf(cell);
      column++;
    }
  });
  return cells;
}
