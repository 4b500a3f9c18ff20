import type { XmlHandler } from "../text/xml";
import type { XmlAttributes } from "../text/xml-attributes";
import type { DocumentBuilder, DocumentText } from "../transcripts/document";
import { attribute, type DocxNote, type DocxStyle, isOn } from "./docx-parts";
import { leftOutWords } from "./left-out";

/** What the text of a Word document refers to, by id. */
export interface DocxReferences {
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly footnotes: ReadonlyMap<string, DocxNote>;
  readonly endnotes: ReadonlyMap<string, DocxNote>;
  readonly comments: ReadonlyMap<string, DocxNote>;
  /** What another document shows that this one holds whole; null if it shows nothing here. */
  chunk(id: string): DocumentText | null;
}

/** Reads the text of a Word document (tags as by `wordTags`) into a builder. */
export function docxHandler(builder: DocumentBuilder, references: DocxReferences): XmlHandler {
  // Tags within which a piece of text is no words: the number of each that is open.
  let properties = 0;
  let former = 0;
  let fallback = 0;
  let inText = false;
  let heading = 0;
  let isBoldParagraph = false;
  let isBold = false;
  let isHidden = false;
  // A paragraph whose end is tracked as deleted goes on in the next one.
  let isEndDeleted = false;
  const leftOut = leftOutWords(builder);

  const write = (words: string): void => {
    if (fallback > 0) return;
    if (leftOut.isOpen()) leftOut.write(words);
    else if (isHidden) builder.aside("Hidden", words);
    else builder.text(words);
  };
  const note = (what: string, notes: ReadonlyMap<string, DocxNote>, attributes: XmlAttributes): void => {
    const found = fallback > 0 ? undefined : notes.get(attribute(attributes, "id") ?? "");
    if (found !== undefined) builder.aside(found.author === "" ? what : `${what} by ${found.author}`, found.text);
  };
  const property = (name: string, attributes: XmlAttributes): void => {
    if (name === "pStyle") {
      const style = references.styles.get(attribute(attributes, "val") ?? "");
      heading = style?.heading ?? 0;
      isBoldParagraph = style?.bold ?? false;
    } else if (name === "outlineLvl") {
      const level = Number(attribute(attributes, "val") ?? 9);
      if (level < 9) heading = level + 1;
    } else if (name === "del") isEndDeleted = true;
  };
  const runProperty = (name: string, attributes: XmlAttributes): void => {
    if (name === "b") isBold = isOn(attributes);
    else if (name === "rStyle") isBold = references.styles.get(attribute(attributes, "val") ?? "")?.bold ?? isBold;
    else if (name === "vanish") isHidden = isOn(attributes);
  };

  return {
    isFull: builder.isFull,
    open(name, attributes) {
      // What properties were before a tracked change.
      if (name === "rPrChange" || name === "pPrChange") former++;
      if (former > 0) return;
      if (properties > 0) {
        property(name, attributes);
        return;
      }
      switch (name) {
        case "pPr":
          properties++;
          break;
        case "r":
          isBold = isBoldParagraph;
          isHidden = false;
          builder.bold(isBold);
          break;
        case "t":
        case "m:t":
        case "delText":
          inText = true;
          // The properties of a run come before its words.
          builder.bold(isBold);
          break;
        case "tab":
        case "ptab":
          write("\t");
          break;
        case "br":
        case "cr":
          write("\n");
          break;
        case "noBreakHyphen":
          write("-");
          break;
        case "del":
        case "moveFrom":
          leftOut.open("Deleted", name);
          break;
        case "txbxContent":
          leftOut.open("Text box", name);
          break;
        case "footnoteReference":
          note("Footnote", references.footnotes, attributes);
          break;
        case "endnoteReference":
          note("Endnote", references.endnotes, attributes);
          break;
        case "commentReference":
          note("Comment", references.comments, attributes);
          break;
        case "altChunk":
          if (!leftOut.isOpen()) {
            const chunk = references.chunk(attribute(attributes, "id") ?? "");
            if (chunk !== null) builder.add(chunk);
          }
          break;
        case "mc:Fallback":
          // It shows in another way what <mc:Choice> has shown.
          fallback++;
          break;
        case "tbl":
          if (!leftOut.isOpen()) builder.openTable();
          break;
        case "tr":
          if (!leftOut.isOpen()) builder.openRow();
          break;
        case "tc":
          if (!leftOut.isOpen()) builder.openCell();
          break;
        default:
          runProperty(name, attributes);
      }
    },
    close(name) {
      if (name === "rPrChange" || name === "pPrChange") former = Math.max(0, former - 1);
      if (former > 0) return;
      switch (name) {
        case "pPr":
          properties = Math.max(0, properties - 1);
          break;
        case "t":
        case "m:t":
        case "delText":
          inText = false;
          break;
        case "p":
          if (leftOut.isOpen()) write("\n");
          else {
            if (!isEndDeleted) builder.endParagraph(heading);
            heading = 0;
            isBoldParagraph = false;
            isEndDeleted = false;
          }
          break;
        case "del":
        case "moveFrom":
        case "txbxContent":
          if (properties === 0) leftOut.close(name);
          break;
        case "mc:Fallback":
          fallback = Math.max(0, fallback - 1);
          break;
        case "tbl":
          if (!leftOut.isOpen()) builder.closeTable();
          break;
        case "tc":
          if (!leftOut.isOpen()) builder.closeCell();
          break;
        default:
      }
    },
    text(text) {
      if (inText && properties === 0) write(text);
    },
  };
}
