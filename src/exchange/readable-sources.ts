import type { Issue } from "../issues/issue";
import type { StudyParts } from "../study/assemble";
import { joinSides } from "../study/join-sides";
import { readParts, type StudySources } from "../study/read-parts";
import type { Settings } from "../study/settings";
import type { TranscriptSource } from "../study/transcript-source";

/** Transcripts as they were read, and what was left out. */
export interface ReadSources {
  readonly parts: StudyParts;
  /** The sources that were read, sides of one conversation joined. */
  readonly sources: readonly TranscriptSource[];
  /** What is wrong with the files that were left out, nothing else. */
  readonly unreadable: readonly Issue[];
}

/**
 * Reads transcripts; with `skip`, the rest as if those files had never been given that have an error. Errors that are of
 * none of the transcripts stay where they are.
 */
export function readSources(
  given: readonly TranscriptSource[],
  settings: Settings,
  before: readonly Issue[],
  skip: boolean,
): ReadSources {
  const read = (sources: readonly TranscriptSource[], issues: readonly Issue[]): StudyParts =>
    readParts(settings, transcriptsOnly(sources), { issues, broken: [], unread: [] });
  const sources = joinSides(given);
  const parts = read(sources, before);
  const left = new Set(
    skip ? parts.issues.flatMap(({ severity, place }) => (severity === "error" && place ? [place.file] : [])) : [],
  );
  left.delete("study.yaml");
  if (left.size === 0) return { parts, sources, unreadable: [] };
  const isLeft = ({ place }: Issue): boolean => place !== undefined && left.has(place.file);
  const others = joinSides(given.filter(({ file }) => !left.has(file)));
  return {
    parts: read(
      others,
      before.filter((each) => !isLeft(each)),
    ),
    sources: others,
    unreadable: parts.issues.filter(isLeft),
  };
}

/** The sources of a study that has transcripts and nothing else. */
export function transcriptsOnly(transcripts: readonly TranscriptSource[]): StudySources {
  return { participants: null, scheme: null, transcripts, codings: [], journal: [] };
}
