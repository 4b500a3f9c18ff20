import { anchorers } from "../anchor/anchorer";
import type { Resolution } from "../anchor/resolve";
import type { Issue } from "../issues/issue";
import type { Sourced } from "../issues/source";
import type { Memo } from "../model/memo";
import type { Transcript } from "../model/transcript";
import { memoAnchorIssue } from "./anchor-issues";
import { markedMemos } from "./to-transcripts";
import type { TranscriptPart } from "./transcript-part";

/** Memos, where the words they are about stand, and what was wrong with those. */
export interface LocatedMemos {
  readonly memos: readonly Memo[];
  /** By memo id; memos that are not about words have no entry. */
  readonly anchors: ReadonlyMap<string, Resolution>;
  readonly issues: readonly Issue[];
}

/** The memos of marks in transcripts and the stated ones, in that order; their words are looked for as those of codings. */
export function locateMemos(
  parts: readonly TranscriptPart[],
  stated: readonly Sourced<Memo>[],
  transcripts: readonly Transcript[],
): LocatedMemos {
  const byId = new Map(transcripts.map((each) => [each.id, each]));
  const memos: Memo[] = [];
  const anchors = new Map<string, Resolution>();
  const issues: Issue[] = [];
  const anchorerOf = anchorers();
  for (const part of parts) {
    for (const [index, memo] of markedMemos(part).entries()) {
      const { start, end } = part.memos[index]?.value ?? { start: 0, end: 0 };
      memos.push(memo);
      anchors.set(memo.id, {
        status: "exact",
        range: { start, end },
        similarity: 1,
        typography: false,
        candidates: [],
      });
    }
  }
  for (const { value: memo, origin } of stated) {
    const { about } = memo;
    const transcript = about !== null && "source" in about ? byId.get(about.source) : undefined;
    // A transcript that does not exist is reported with the other things that memos name.
    if (about === null || !("source" in about) || transcript === undefined) {
      memos.push(memo);
      continue;
    }
    const { resolve, describe } = anchorerOf(transcript);
    const resolution = resolve(about.selector);
    anchors.set(memo.id, resolution);
    const problem = memoAnchorIssue(resolution, transcript, memo.id, origin("about"));
    if (problem !== undefined) issues.push(problem);
    // Words without a position get it where they were found, as codings do.
    const { status, range } = resolution;
    const isNew = about.selector.length === 1 && status === "exact" && range !== null;
    const selector = isNew ? describe(range) : about.selector;
    memos.push({ ...memo, about: { source: transcript.id, selector } });
  }
  return { memos, anchors, issues };
}
