import { type Attributes, type AttributeValue, isAttributeValue } from "../../model/people";
import type { SpeakerRole, TranscriptKind } from "../../model/transcript";
import { addFact } from "../facts";
import { joinPieces, type Piece } from "../pieces";
import type { DraftSpeaker, TranscriptDraft } from "../reading";
import { isRecord, type JsonRecord, recordAt, recordsAt, spanFrom, textAt, timed } from "./shape";

/** A transcript of this library, as JSON has it: its turns are ranges of its text. */
export interface OwnTranscript {
  readonly from: JsonRecord;
  readonly pieces: readonly Piece[];
  readonly remainder: readonly string[];
  /** Turns whose range is no range of the text. */
  readonly broken: number;
  readonly roles: ReadonlyMap<string, { readonly role: string; readonly participant: string }>;
}

/** Recognises a transcript by its text and turns with a start and an end; null for anything else. */
export function readOwnTranscript(value: unknown): OwnTranscript | null {
  const turns = recordsAt(value, "turns");
  if (!isRecord(value) || typeof value.text !== "string" || turns === undefined) return null;
  if (!turns.every((turn) => typeof turn.start === "number" && typeof turn.end === "number")) return null;
  const { text } = value;
  const pieces: Piece[] = [];
  const remainder: string[] = [];
  const roles = new Map<string, { role: string; participant: string }>();
  let broken = 0;
  let at = 0;
  const rest = (to: number, label: string): void => {
    for (const line of text.slice(at, to).split("\n")) {
      const words = label === "" ? line.trim() : line.replace(label, "").trim();
      if (/[\p{L}\p{N}]/u.test(words)) remainder.push(words);
    }
  };
  for (const turn of turns) {
    const start = Number(turn.start);
    const end = Number(turn.end);
    if (!(Number.isInteger(start) && Number.isInteger(end) && at <= start && start <= end && end <= text.length)) {
      broken++;
      continue;
    }
    const label = textAt(turn, "label");
    rest(start, label);
    at = end;
    const [from, to] = Array.isArray(turn.time) ? turn.time : [];
    pieces.push({ label, words: text.slice(start, end), ...timed(spanFrom(from, to)), line: null });
    if (!roles.has(label)) roles.set(label, { role: textAt(turn, "role"), participant: textAt(turn, "speaker") });
  }
  rest(text.length, "");
  return { from: value, pieces, remainder, broken, roles };
}

const KINDS: ReadonlySet<string> = new Set<TranscriptKind>(["interview", "focus-group", "diary", "survey", "note"]);

/** The draft of a transcript of this library. A participant's id is an attribute of the speaker. */
export function ownDraft({ from, pieces, remainder, roles }: OwnTranscript): TranscriptDraft {
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(recordAt(from, "attributes") ?? {})) {
    if (isAttributeValue(value)) addFact(attributes, name, value);
  }
  const speakers = [...roles].map(([label, { role, participant }]): DraftSpeaker => {
    const attributes: Attributes = participant === "" || participant === label ? {} : { participant };
    return { label, ...(isRole(role) ? { role } : {}), attributes };
  });
  const kind = textAt(from, "kind");
  const title = textAt(from, "title");
  const id = textAt(from, "id");
  return {
    name: null,
    ...(id === "" ? {} : { id }),
    title: title === "" ? null : title,
    kind: isKind(kind) ? kind : null,
    turns: joinPieces(pieces),
    attributes,
    speakers: speakers.filter((speaker) => speaker.label !== ""),
    remainder,
  };
}

function isKind(kind: string): kind is TranscriptKind {
  return KINDS.has(kind);
}

function isRole(role: string): role is SpeakerRole {
  return role === "participant" || role === "interviewer" || role === "unknown";
}
