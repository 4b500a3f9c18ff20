import type { XmlHandler } from "../text/xml";
import type { XmlAttributes } from "../text/xml-attributes";
import type { DocumentBuilder } from "../transcripts/document";
import { leftOutWords } from "./left-out";
import type { OdtStyles } from "./odt-styles";

// Tags with words that are not on the page: numbers of notes, facts about comments, descriptions of pictures, scripts.
const UNSEEN = new Set([
  "text:note-citation",
  "dc:creator",
  "dc:date",
  "meta:creator-initials",
  "meta:date-string",
  "svg:title",
  "svg:desc",
  "office:scripts",
  "office:forms",
  "office:binary-data",
]);
const MOST_BLANKS = 1000;

/** Reads the body of an OpenDocument text into a builder. */
export function odtHandler(builder: DocumentBuilder, styles: OdtStyles): XmlHandler {
  let inBody = false;
  let unseen = 0;
  let creator = false;
  let heading = 0;
  // Whether the words of each open paragraph and span are bold, and hidden.
  const looks: { bold: boolean; hidden: boolean }[] = [];
  const leftOut = leftOutWords(builder);
  // Blanks in the file mean one blank, and none where a paragraph or a line begins.
  let afterBlank = true;

  const write = (words: string): void => {
    if (leftOut.isOpen()) leftOut.write(words);
    else if (looks.at(-1)?.hidden) builder.aside("Hidden", words);
    else builder.text(words);
  };
  const look = (): void => builder.bold(looks.at(-1)?.bold ?? false);
  const openParagraph = (tag: string, attributes: XmlAttributes): void => {
    const style = styles.find("paragraph", attributes.get("text:style-name"));
    looks.push({ bold: style.bold ?? false, hidden: style.hidden });
    look();
    afterBlank = true;
    if (leftOut.isOpen()) return;
    builder.endParagraph();
    const level = Number(attributes.get("text:outline-level") ?? 1);
    heading = tag === "text:h" ? Math.max(1, level) : style.isTitle ? 1 : 0;
  };
  const closeParagraph = (): void => {
    looks.pop();
    look();
    afterBlank = true;
    if (leftOut.isOpen()) write("\n");
    else builder.endParagraph(heading);
  };
  const endLeaving = (tag: string): void => {
    leftOut.close(tag);
    afterBlank = false;
  };

  return {
    open(tag, attributes) {
      if (tag === "office:body") inBody = true;
      if (!inBody) return;
      if (tag === "dc:creator" && leftOut.what() === "Comment") creator = true;
      if (UNSEEN.has(tag)) unseen++;
      switch (tag) {
        case "text:p":
        case "text:h":
          openParagraph(tag, attributes);
          break;
        case "text:span": {
          const outer = looks.at(-1);
          const style = styles.find("text", attributes.get("text:style-name"));
          looks.push({ bold: style.bold ?? outer?.bold ?? false, hidden: style.hidden || (outer?.hidden ?? false) });
          look();
          break;
        }
        case "text:s": {
          const count = Number(attributes.get("text:c") ?? 1);
          write(" ".repeat(Math.min(MOST_BLANKS, Number.isInteger(count) && count > 0 ? count : 1)));
          break;
        }
        case "text:tab":
          write("\t");
          afterBlank = false;
          break;
        case "text:line-break":
          write("\n");
          afterBlank = true;
          break;
        case "text:note":
          leftOut.open(attributes.get("text:note-class") === "endnote" ? "Endnote" : "Footnote", tag);
          break;
        case "office:annotation":
          leftOut.open("Comment", tag);
          break;
        case "text:deletion":
          leftOut.open("Deleted", tag);
          break;
        case "draw:text-box":
        case "draw:custom-shape":
          leftOut.open("Text box", tag);
          break;
        case "table:table":
          if (!leftOut.isOpen()) builder.openTable();
          break;
        case "table:table-row":
          if (!leftOut.isOpen()) builder.openRow();
          break;
        case "table:table-cell":
          if (!leftOut.isOpen()) builder.openCell();
          break;
        default:
      }
    },
    close(tag) {
      if (!inBody) return;
      if (tag === "office:body") inBody = false;
      if (tag === "dc:creator") creator = false;
      if (UNSEEN.has(tag)) unseen--;
      switch (tag) {
        case "text:p":
        case "text:h":
          closeParagraph();
          break;
        case "text:span":
          looks.pop();
          look();
          break;
        case "text:note":
        case "office:annotation":
        case "text:deletion":
        case "draw:text-box":
        case "draw:custom-shape":
          endLeaving(tag);
          break;
        case "table:table":
          if (!leftOut.isOpen()) builder.closeTable();
          break;
        case "table:table-cell":
          if (!leftOut.isOpen()) builder.closeCell();
          break;
        default:
      }
    },
    text(text) {
      if (!inBody) return;
      if (creator && leftOut.what() === "Comment" && text.trim() !== "") leftOut.rename(`Comment by ${text.trim()}`);
      if (unseen > 0 || looks.length === 0) return;
      const shown = text.replace(/[ \t\n\r]+/g, " ");
      const words = afterBlank && shown.startsWith(" ") ? shown.slice(1) : shown;
      if (words === "") return;
      write(words);
      afterBlank = words.endsWith(" ");
    },
  };
}
