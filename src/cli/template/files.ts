import { CODINGS, JOURNAL } from "./analysis";
import { PARTICIPANTS, SCHEME, STUDY } from "./settings";
import { CARER, CLINICIAN, CONSUMER } from "./transcripts";

/** A file of the study that `polyvocal init` makes. */
export interface TemplateFile {
  /** From the study's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** What it is, in a few words. */
  readonly about: string;
}

/** All files of the study that `polyvocal init` makes. */
export const TEMPLATE: readonly TemplateFile[] = [
  { path: "study.yaml", text: STUDY, about: "title, question, groups; read this first" },
  { path: "participants.csv", text: PARTICIPANTS, about: "who took part, and in which group" },
  { path: "scheme.yaml", text: SCHEME, about: "two themes with their codes" },
  { path: "transcripts/C01.md", text: CONSUMER, about: "three interviews, coded in the text" },
  { path: "transcripts/F01.txt", text: CARER, about: "" },
  { path: "transcripts/S01.txt", text: CLINICIAN, about: "" },
  { path: "codings/MB.csv", text: CODINGS, about: "a second coder's codings" },
  { path: "journal/first-reading.md", text: JOURNAL, about: "a note of the reflexive journal" },
];
