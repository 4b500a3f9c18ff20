import type { XmlHandler } from "../text/xml";
import type { XmlAttributes } from "../text/xml-attributes";
import type { XmlArchive } from "./archive";

/** What a style of an OpenDocument text means. */
export interface OdtStyle {
  /** null if it does not say. */
  readonly bold: boolean | null;
  readonly hidden: boolean;
  readonly isTitle: boolean;
}

interface RawStyle {
  readonly parent: string | undefined;
  bold: boolean | null;
  hidden: boolean | null;
}

const MOST_PARENTS = 20;

/** Styles by family and name, "text:T1", as both parts of a document define them. */
export interface OdtStyles {
  /** A handler for the parts that define styles. */
  readonly handler: XmlHandler;
  find(family: "paragraph" | "text", name: string | undefined): OdtStyle;
}

/** Collects styles. */
export function odtStyles(): OdtStyles {
  const raw = new Map<string, RawStyle>();
  const found = new Map<string, OdtStyle>();
  let style: RawStyle | null = null;
  const handler: XmlHandler = {
    open(tag, attributes) {
      if (tag === "style:style") {
        const family = attributes.get("style:family") ?? "";
        style = { parent: attributes.get("style:parent-style-name"), bold: null, hidden: null };
        raw.set(`${family}:${attributes.get("style:name") ?? ""}`, style);
      } else if (tag === "style:text-properties" && style !== null) {
        style.bold = weight(attributes) ?? style.bold;
        const display = attributes.get("text:display");
        if (display !== undefined) style.hidden = display === "none";
      }
    },
    close(tag) {
      if (tag === "style:style") style = null;
    },
    text: () => undefined,
  };
  const resolve = (family: string, name: string): OdtStyle => {
    let bold: boolean | null = null;
    let hidden: boolean | null = null;
    let isTitle = false;
    let at: string | undefined = name;
    for (let steps = 0; at !== undefined && steps < MOST_PARENTS; steps++) {
      const here = raw.get(`${family}:${at}`);
      isTitle ||= family === "paragraph" && at === "Title";
      bold ??= here?.bold ?? null;
      hidden ??= here?.hidden ?? null;
      at = here?.parent;
    }
    return { bold, hidden: hidden ?? false, isTitle };
  };
  return {
    handler,
    find(family, name = "") {
      const key = `${family}:${name}`;
      const known = found.get(key) ?? resolve(family, name);
      found.set(key, known);
      return known;
    },
  };
}

function weight(attributes: XmlAttributes): boolean | null {
  const value = attributes.get("fo:font-weight");
  if (value === undefined) return null;
  return value === "bold" || Number(value) >= 600;
}

/** The words of headers and footers of an OpenDocument text, each once, with what they are. */
export function readOdtRunning(
  archive: XmlArchive,
  styles: OdtStyles,
): readonly { readonly what: string; readonly words: string }[] {
  const found = new Map<string, { what: string; words: string }>();
  let what: string | null = null;
  let words = "";
  archive.scan("styles.xml", {
    open(tag, attributes, at) {
      styles.handler.open(tag, attributes, at);
      const [, part] = /^style:(header|footer)(?:-left|-first)?$/.exec(tag) ?? [];
      if (part !== undefined) what = part === "header" ? "Header" : "Footer";
      else if (tag === "text:s" || tag === "text:tab" || tag === "text:line-break") words += " ";
    },
    close(tag) {
      styles.handler.close(tag);
      if (tag === "text:p" || tag === "text:h") {
        const line = words.replace(/\s+/g, " ").trim();
        if (what !== null && line !== "") found.set(`${what} ${line}`, { what, words: line });
        words = "";
      } else if (/^style:(?:header|footer)(?:-left|-first)?$/.test(tag)) what = null;
    },
    text(text) {
      if (what !== null) words += text;
    },
  });
  return [...found.values()];
}
