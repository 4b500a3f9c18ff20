import { citation } from "../analysis/citation";
import type { ReportColors } from "../issues/report";
import { entriesOf } from "../model/scheme";
import type { Transcript, Turn } from "../model/transcript";
import { lineOf, turnFinder } from "../study/passages";
import type { Study } from "../study/study";

const TURNS_AROUND = 1;

/** What is shown of one coding: where it is in the row, its code with its definition, and its words in their context. */
export function reviewScreen(
  study: Study,
  id: string,
  place: { readonly at: number; readonly of: number },
  { bold, dim }: Pick<ReportColors, "bold" | "dim">,
): string {
  const coding = study.codings.find((each) => each.id === id);
  const transcript = study.transcripts.find((each) => each.id === coding?.target.source);
  const range = study.anchors.get(id)?.range;
  if (coding === undefined || transcript === undefined || range === undefined || range === null) return "";
  const turns = turnFinder(transcript.turns)(range);
  const code = entriesOf(study.scheme, "code").find((each) => each.id === coding.code);
  const facts: [string, string | undefined][] = [
    ["Definition", code?.definition],
    ["Include", code?.include],
    ["Exclude", code?.exclude],
    ["Rule", coding.rule],
    ["Matched", coding.matched],
    ["Coder", coding.status === "coded" ? (coding.coder ?? undefined) : undefined],
    ["Memo", coding.memo],
  ];
  return [
    dim(`${place.at} of ${place.of}  ${citation(transcript, turns[0], lineOf(transcript, range.start))}`),
    `${bold(code?.name ?? coding.code)} ${dim(`(${coding.code})`)}`,
    ...facts.flatMap(([label, value]) => (value === undefined ? [] : [`  ${dim(`${label}:`)} ${value}`])),
    "",
    ...inContext(transcript, turns).map((turn) => `  ${turnText(study, transcript, turn, range, bold)}`),
    "",
  ].join("\n");
}

function inContext({ turns }: Transcript, coded: readonly Turn[]): readonly Turn[] {
  const [first, last] = [coded[0], coded.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [turns.indexOf(first), turns.indexOf(last)];
  return turns.slice(Math.max(0, from - TURNS_AROUND), to + 1 + TURNS_AROUND);
}

/** A turn with its speaker, and the coded words between « and ». */
function turnText(
  study: Study,
  { text }: Transcript,
  turn: Turn,
  range: { readonly start: number; readonly end: number },
  bold: (words: string) => string,
): string {
  const speaker = study.participants.find((each) => each.id === turn.speaker)?.label ?? turn.label;
  const [start, end] = [Math.max(turn.start, range.start), Math.min(turn.end, range.end)];
  const words =
    start < end
      ? `${text.slice(turn.start, start)}${bold(`«${text.slice(start, end)}»`)}${text.slice(end, turn.end)}`
      : text.slice(turn.start, turn.end);
  return `${speaker === "" ? "" : `${speaker}: `}${words.replace(/\s*\n\s*/g, " ")}`;
}
