import { extractMarks } from "../../coding/extract-marks";
import { issue } from "../../issues/issue";
import { toSource } from "../../issues/source";
import { DEFAULT_INTERVIEWERS } from "../../study/settings";
import { textFormatOf } from "../../study/text-formats";
import { fileStem } from "../../study/transcript-part";
import { comparableTranscript, writeTranscript } from "../../study/write-transcript";
import { sameValue } from "../../text/same-value";
import { parseFrontMatter } from "../../transcripts/front-matter";
import { fileName, freeName } from "./file-name";
import type { Plan } from "./plan";
import { interviewersIn } from "./plan-settings";
import { withLf, withLineEndsOf } from "./text-file";

/** Plans to take the marks out of these transcripts; the text of each stays as it is, to the letter, without them. */
export function planMarksOut(plan: Plan, marked: ReadonlySet<string>): void {
  for (const { id, source: file } of plan.reading?.study.transcripts ?? []) {
    if (!marked.has(id)) continue;
    const there = plan.textOf(file);
    if (there === null || !canMoveMarks(plan, file)) {
      plan.issues.push(
        issue(
          "cannot-be-saved",
          `The marks in "${id}" cannot be moved out: only plain text and Markdown are written.`,
          {
            hint: "Save the transcript as plain text, or the study into another folder, which gets all of it as text.",
            place: { file },
          },
        ),
      );
      continue;
    }
    const source = toSource(file, withLf(there.text));
    const { bodyStart } = parseFrontMatter(source);
    const text = source.text.slice(0, bodyStart) + extractMarks(source, bodyStart).text;
    plan.write(file, withLineEndsOf(text, there.text));
  }
}

/** True if the marks of a transcript's file can be taken out of it: of plain text and Markdown. */
export function canMoveMarks(plan: Plan, file: string): boolean {
  const isText = plan.reading?.sources.transcripts.some((each) => each.file === file && "text" in each);
  return isText === true && textFormatOf(toSource(file, withLf(plan.textOf(file)?.text ?? ""))) === null;
}

/**
 * Plans files for the transcripts that the folder does not have. Those that it has are never touched: one that is changed
 * or left out is a problem. Gives the files of all transcripts in the order of the study.
 */
export function planTranscripts(plan: Plan): string[] {
  const { study, reading } = plan;
  const before = new Map((reading?.study.transcripts ?? []).map((each) => [each.id, each]));
  const place = (reading?.settings.files.transcripts ?? []).find((each) => !/\.[a-z]+$/i.test(each)) ?? "transcripts";
  const taken = new Set([...before.values()].map((each) => fileStem(each.source).toLowerCase()));
  const interviewers = reading?.settings.interviewers ?? [];
  const named = interviewersIn(study.transcripts);
  const people = {
    participants: study.participants,
    interviewers: reading === null ? (named.length === 0 ? DEFAULT_INTERVIEWERS : named) : interviewers,
  };
  const files = study.transcripts.map((transcript): string => {
    const old = before.get(transcript.id);
    if (old !== undefined) {
      before.delete(transcript.id);
      if (!sameValue(comparableTranscript(old), comparableTranscript(transcript))) {
        plan.issues.push(changed(`The transcript "${transcript.id}" is not as its file has it.`, old.source));
      }
      return old.source;
    }
    const name = freeName(fileName(transcript.id), (each) => taken.has(each));
    taken.add(name.toLowerCase());
    const written = writeTranscript(transcript, name, people);
    const file = `${place.replace(/\/$/, "")}/${name}${written?.ending ?? ".txt"}`;
    if (written !== null) plan.write(file, written.text);
    else {
      const hint = "Times of turns, and labels that a text does not show, have no place in a plain text.";
      const message = `The transcript "${transcript.id}" cannot be written so that it is read again as it is.`;
      plan.issues.push(issue("cannot-be-saved", message, { hint }));
    }
    return file;
  });
  for (const { id, source } of before.values()) {
    plan.issues.push(changed(`The study has no transcript "${id}", and the folder has.`, source));
  }
  return files;
}

function changed(message: string, file: string): ReturnType<typeof issue> {
  const hint =
    "Transcripts are never changed or removed by a save. Do that to the file itself, and load the study again.";
  return issue("cannot-be-saved", message, { hint, place: { file } });
}
