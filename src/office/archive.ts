import { type Issue, issue } from "../issues/issue";
import { canonicalText } from "../text/canonical";
import { scanXml, type XmlHandler } from "../text/xml";
import { openZip, type ZipArchive, type ZipBudget, ZipProblem } from "./zip";

/** A document that is a zip archive of XML parts. Problems with its parts are collected. */
export interface XmlArchive {
  readonly names: ReadonlySet<string>;
  /** Walks through a part; false if there is none of this name or it cannot be taken out. */
  scan(name: string, handler: XmlHandler): boolean;
  /** The bytes of a part; null if there is none of this name or it cannot be taken out. */
  read(name: string): Uint8Array | null;
  readonly issues: readonly Issue[];
}

/** Opens a document; the issue of bytes that are no zip archive. `program` names what can save it again: "Word". */
export function openXmlArchive(
  bytes: Uint8Array,
  file: string,
  program: string,
  budget?: ZipBudget,
): { archive: XmlArchive } | { issue: Issue } {
  const zip = openZip(bytes, budget);
  if (zip === null) return { issue: damaged(file, program) };
  const issues: Issue[] = [];
  const read = (name: string): Uint8Array | null => {
    const part = partOf(zip, name);
    if (!(part instanceof ZipProblem)) return part;
    issues.push(problemOf(part, name, file, program));
    return null;
  };
  const archive: XmlArchive = {
    names: zip.names,
    issues,
    read,
    scan(name, handler) {
      const part = read(name);
      if (part === null) return false;
      const problem = scanXml(decodeXml(part), handler);
      if (problem !== null) issues.push(broken(file, `The XML of its part ${name} ${problem.message}.`, program));
      return true;
    },
  };
  return { archive };
}

/** The issue of a document of which nothing can be read, since it does not hold together. */
export function damaged(file: string, program: string, message = "The file is cut off or damaged."): Issue {
  const hint = `Copy or download it again. If ${program} still opens it, save it there under a new name.`;
  return issue("broken-file", message, { hint, place: { file } });
}

/** The issue of a document behind a password. */
export function locked(file: string, program: string): Issue {
  const hint = `Open it in ${program}, take the password off and save it again.`;
  return issue("unreadable-file", "The file is protected by a password.", { hint, place: { file } });
}

/** The issue of a document that does not hold together. */
export function broken(file: string, message: string, program: string): Issue {
  const hint = `What could be read was read. Open the file in ${program} and save it again.`;
  return issue("broken-file", message, { hint, place: { file } });
}

function partOf(zip: ZipArchive, name: string): Uint8Array | null | ZipProblem {
  try {
    return zip.read(name);
  } catch (error) {
    if (error instanceof ZipProblem) return error;
    throw error;
  }
}

function problemOf({ reason }: ZipProblem, name: string, file: string, program: string): Issue {
  if (reason === "too large") {
    return issue("too-large", `Its part ${name} is too large when unzipped; no transcript is.`, {
      hint: `If this is a real transcript, split the file in ${program}.`,
      place: { file },
    });
  }
  if (reason === "encrypted") return locked(file, program);
  return broken(file, `Its part ${name} is cut off or damaged.`, program);
}

/** The text of an XML part: UTF-8, or UTF-16 as its first bytes tell. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8";
  return canonicalText(new TextDecoder(encoding).decode(bytes));
}
