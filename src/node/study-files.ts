import { type Issue, issue } from "../issues/issue";
import { EDGE, endingOfContent, foreignFormat, foreignIssue } from "../office/foreign-file";
import { isMedia } from "../office/foreign-formats";
import { count } from "../text/plural";
import type { Folder } from "./folder";

const TRANSCRIPT =
  /\.(txt|md|csv|tsv|tab|docx|doc|odt|xlsx|pdf|rtf|html|htm|vtt|srt|sbv|json|jsonl|cha|eaf|textgrid|trs|ttml|dfxp|xml|rock)$/i;

// What says something of the folder and not in an interview.
const ABOUT_FOLDER =
  /(?:^|\/)(?:(?:readme|licen[cs]e|copying|changelog|citation)(?:\.[^/]*)?|[^/]*\.(?:md5|sha1|sha256|sha512|sfv))$/i;

/** True for a file that is read where it stands among transcripts, by its name and ending. */
export function canBeTranscript(file: string): boolean {
  return TRANSCRIPT.test(file) && !ABOUT_FOLDER.test(file);
}

/** The transcripts that study.yaml lists, files and folders, or those of the folder transcripts. */
export async function transcriptFiles(
  folder: Folder,
  listed: readonly string[] | null,
  issues: Issue[],
): Promise<string[]> {
  const places = listed ?? ["transcripts"];
  const found: string[] = [];
  for (const place of places) {
    if ((await folder.kindOf(place)) === "file") found.push(place);
    else found.push(...(await filesWithin(folder, place, issues, listed === null)));
  }
  return [...new Set(found)];
}

/** All files of a folder that can be transcripts, in folders within it as well; issues for those that cannot. */
export function allFiles(folder: Folder, issues: Issue[]): Promise<string[]> {
  return filesWithin(folder, "", issues, true);
}

/** As `filesOf`, without files that tell of their folder, such as README.md; an info names them. */
async function filesWithin(folder: Folder, place: string, issues: Issue[], optional: boolean): Promise<string[]> {
  const found: Issue[] = [];
  const files = await filesOf(folder, place, TRANSCRIPT, found, optional);
  const refused = found.filter((each) => each.code === "unsupported-format").map((each) => each.place?.file ?? "");
  issues.push(...found.filter((each) => !ABOUT_FOLDER.test(each.place?.file ?? "")));
  for (const file of [...files, ...refused].filter((each) => ABOUT_FOLDER.test(each))) {
    const hint = "If it is a transcript, give it another name.";
    issues.push(
      issue("ignored-file", "The file tells of its folder, as its name says, and is passed over.", {
        hint,
        place: { file },
      }),
    );
  }
  return files.filter(canBeTranscript);
}

/** The files of a place (a folder or one file) with an ending that is read; issues for what is not there or not read. */
export async function filesOf(
  folder: Folder,
  place: string,
  ending: RegExp,
  issues: Issue[],
  optional: boolean,
): Promise<string[]> {
  const kind = await folder.kindOf(place);
  if (kind === null && !optional) issues.push(absent(place));
  if (kind === null) return [];
  const files = kind === "file" ? [place] : await folder.filesIn(place);
  // Recordings and pictures stand beside transcripts in many folders and hold no text.
  const media = files.filter(isMedia);
  if (media.length > 0) {
    issues.push(
      issue(
        "ignored-file",
        `${count(media.length, "recording, picture or archive", "recordings, pictures or archives")} passed over.`,
        {
          place: { file: place },
        },
      ),
    );
  }
  for (const file of files) {
    if (ending.test(file) || isMedia(file)) continue;
    issues.push(ending === TRANSCRIPT ? await noTranscript(folder, file) : unsupported(file, ending));
  }
  return files.filter((file) => ending.test(file));
}

/** The issue of a file or folder that study.yaml names and that is not there. */
export function absent(file: string): Issue {
  return issue("missing-file", `study.yaml names "${file}", which is not there.`, {
    hint: "Check the spelling, capitals too, and the folder: places are relative to study.yaml.",
    place: { file: "study.yaml" },
  });
}

/** The issue of a transcript's file whose ending is not read: what it is, as far as its content or its ending tells. */
async function noTranscript(folder: Folder, file: string): Promise<Issue> {
  const edges = await folder.edges(file, EDGE);
  const ending = endingOfContent(edges);
  if (ending !== null) {
    return issue("unsupported-format", "The ending of this file's name does not say what it is.", {
      hint: `By its content it can be read: let its name end in ${ending}.`,
      place: { file },
    });
  }
  const foreign = foreignFormat(file, edges);
  return foreign === null ? unsupported(file, TRANSCRIPT) : foreignIssue(file, foreign.format);
}

function unsupported(file: string, ending: RegExp): Issue {
  // A letter that may be left out, as in "ya?ml", makes two endings of one.
  const words = [...ending.source.matchAll(/[a-z?]{2,}/g)].map(([word]) => word);
  const endings = words.flatMap((word) =>
    word.includes("?") ? [word.replace(/.\?/, ""), word.replace("?", "")] : word,
  );
  return issue(
    "unsupported-format",
    `Files like this are not read here; those with ${endings.map((each) => `.${each}`).join(", ")} are.`,
    {
      hint: "Save its text in one of these formats, or take the file out of the folder.",
      place: { file },
    },
  );
}
