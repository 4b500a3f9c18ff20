import type { Issue } from "../issues/issue";
import type { Origin, Source, Sourced } from "../issues/source";
import type { Attributes, AttributeValue } from "../model/people";
import type { TranscriptKind } from "../model/transcript";
import { isBlank, isRecord, oneOf, type Read, report, rootSpot, type Spot, text, within } from "../text/check";
import { splitFrontMatter, unclosedFrontMatter } from "../text/front-matter";
import { LONGEST_FRONT_MATTER } from "../text/limits";
import { parseYaml } from "../text/yaml";

/** Who a label of a transcript stands for: the id of a participant, or "interviewer". */
export interface SpeakerInput {
  readonly label: string;
  readonly participant: string;
}

/** What the front matter of a transcript states; what it does not state is absent. */
export interface FrontMatter {
  /** Where the body begins: behind the closing `---` line (UTF-16 code units); 0 if there is no front matter. */
  readonly bodyStart: number;
  readonly id?: string;
  readonly title?: string;
  readonly kind?: TranscriptKind;
  /** The participant who says what carries no label. */
  readonly participant?: Sourced<string>;
  readonly speakers: readonly Sourced<SpeakerInput>[];
  /** All other keys, in their order. Dates are text. */
  readonly attributes: Attributes;
  readonly issues: readonly Issue[];
}

const SPEAKERS_HINT =
  'Write each label with the participant it stands for, as in "speakers: { P1: C04, I: interviewer }".';

/** What a transcript is a record of. */
export const readKind = oneOf<TranscriptKind>(["interview", "focus-group", "diary", "survey", "note"]);

const readAttribute: Read<AttributeValue> = (value, spot) => {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return value.trim();
  const hint = "An attribute is one text or number. Write several as one text, or each under a key of its own.";
  report(
    spot,
    "wrong-value",
    `"${spot.path.at(-1)}" must be one value, and is ${Array.isArray(value) ? "a list" : "a record"}.`,
    hint,
  );
  return undefined;
};

/**
 * Reads the YAML between two `---` lines at the beginning of a transcript. `id`, `title`, `kind`, `participant` and
 * `speakers` (label: participant) have their meaning, and every other key is an attribute of the transcript. A key with
 * nothing behind it states nothing; as an attribute it is null.
 */
export function parseFrontMatter(source: Source): FrontMatter {
  const unclosed = unclosedFrontMatter(source);
  const issues: Issue[] = unclosed === undefined ? [] : [unclosed];
  const range = splitFrontMatter(source);
  if (range === null) return { bodyStart: 0, speakers: [], attributes: {}, issues };
  const yaml = parseYaml(source, range.start, range.end, LONGEST_FRONT_MATTER);
  issues.push(...yaml.issues);
  const root = rootSpot(yaml, issues);
  if (!isBlank(yaml.value) && !isRecord(yaml.value)) {
    report(
      root,
      "wrong-value",
      "The front matter must have keys and values.",
      'Write each as "key: value", as in "participant: C01".',
    );
  }
  const stated = isRecord(yaml.value) ? yaml.value : {};
  const { id, title, kind, participant, speakers, ...rest } = stated;
  const read = <T>(reader: Read<T>, value: unknown, key: string): T | undefined =>
    isBlank(value) ? undefined : reader(value, within(root, key));
  const found = {
    id: read(text, id, "id"),
    title: read(text, title, "title"),
    kind: read(readKind, kind, "kind"),
    participant: read(text, participant, "participant"),
  };
  return {
    bodyStart: range.bodyStart,
    ...(found.id === undefined ? {} : { id: found.id }),
    ...(found.title === undefined ? {} : { title: found.title }),
    ...(found.kind === undefined ? {} : { kind: found.kind }),
    ...(found.participant === undefined
      ? {}
      : { participant: sourced(found.participant, within(root, "participant")) }),
    speakers: read(readSpeakers, speakers, "speakers") ?? [],
    attributes: Object.fromEntries(
      Object.entries(rest).flatMap(([key, value]) => {
        const attribute = readAttribute(value, within(root, key));
        return attribute === undefined ? [] : [[key, attribute]];
      }),
    ),
    issues,
  };
}

const readSpeakers: Read<Sourced<SpeakerInput>[]> = (value, spot) => {
  if (!isRecord(value)) {
    report(spot, "wrong-value", '"speakers" must have a participant for each label.', SPEAKERS_HINT);
    return undefined;
  }
  return Object.entries(value).flatMap(([key, each]) => {
    const at = within(spot, key);
    if (isBlank(each)) report(at, "wrong-value", `The label "${key}" has no participant.`, SPEAKERS_HINT, "key");
    const participant = isBlank(each) ? undefined : text(each, at);
    return participant === undefined ? [] : [speaker(key, participant, at)];
  });
};

function sourced<T>(value: T, { where, path }: Spot): Sourced<T> {
  return { value, origin: () => where.origin(path) };
}

function speaker(key: string, participant: string, { where, path }: Spot): Sourced<SpeakerInput> {
  const label = where.keyOrigin(path);
  const value = where.origin(path);
  return {
    value: { label: keyAsWritten(key, label), participant },
    origin: (field) => (field === "label" ? label : field === "participant" ? value : spanning(label, value)),
  };
}

/** A key that YAML takes for a number keeps the zeros it is written with: a label 007 is "007". */
function keyAsWritten(key: string, origin: Origin | undefined): string {
  const written = origin?.source.text?.slice(origin.start, origin.end).trim() ?? "";
  return written !== "" && Number(written) === Number(key) ? written : key;
}

function spanning(first: Origin | undefined, last: Origin | undefined): Origin | undefined {
  return first === undefined || last === undefined ? first : { ...first, end: Math.max(first.end, last.end) };
}
