import { strToU8, zipSync } from "fflate";

// Small Word and OpenDocument files made by hand, part by part.

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The bytes of a zip archive of these texts. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const level = (name: string): 0 | 6 => (name === "mimetype" ? 0 : 6);
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { level: level(name) }]])),
  );
}

/** A run of words; `look` is what stands in its properties, such as `<w:b/>`. Tabs and line breaks become tags. */
export function run(words: string, look = ""): string {
  const text = words
    .split(/(\n|\t)/)
    .map((piece) =>
      piece === "\n" ? "<w:br/>" : piece === "\t" ? "<w:tab/>" : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`,
    )
    .join("");
  return `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}${text}</w:r>`;
}

export const bold = (words: string): string => run(words, "<w:b/>");

/** A paragraph of runs; a plain text is one run. */
export function paragraph(content: string, style = ""): string {
  const properties = style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${content.startsWith("<") ? content : run(content)}</w:p>`;
}

/** A table of plain texts. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row
      .map(
        (cell) =>
          `<w:tc><w:tcPr/>${cell
            .split("\n")
            .map((each) => paragraph(each))
            .join("")}</w:tc>`,
      )
      .join("");
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join("")}</w:tbl>`;
}

/** A Word document with this body, and other parts by their type ("footnotes", "styles"), without their root tag. */
export function docx(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const roots: Readonly<Record<string, string>> = { header: "hdr", footer: "ftr" };
  const relations = Object.keys(others).map(
    (type, index) => `<Relationship Id="r${index}" Type="${TYPES}/${type}" Target="${type}1.xml"/>`,
  );
  const parts = Object.entries(others).map(([type, xml]): [string, string] => {
    const root = roots[type] ?? type;
    return [`word/${type}1.xml`, `<w:${root} ${W}>${xml}</w:${root}>`];
  });
  const types = ["document", ...Object.keys(others).map((type) => `${type}1`)].map((name) => {
    const type = name === "document" ? "document.main" : name.slice(0, -1);
    return `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  });
  return zipOf({
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${MC}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}</Relationships>`,
    ...Object.fromEntries(parts),
  });
}

/** An OpenDocument text with this body, automatic styles and page styles. */
export function odt(body: string, styles = "", pages = ""): Uint8Array {
  const root = (name: string, xml: string): string => `<office:${name}>${xml}</office:${name}>`;
  return zipOf({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": root("document-content", `${root("automatic-styles", styles)}${root("body", root("text", body))}`),
    "styles.xml": root("document-styles", root("master-styles", pages)),
    "META-INF/manifest.xml": "<manifest:manifest/>",
  });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
