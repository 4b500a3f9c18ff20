import { expect } from "vitest";
import type { Study } from "../../study/study";
import { comparableTranscript } from "../../study/write-transcript";
import { comparablePerson } from "./compare";

/** All that two studies must have in common if one was saved and loaded again as the other. */
export function studyContent(study: Study): unknown {
  const { title, question, approach, language, groups, participants, transcripts, scheme, codings, memos } = study;
  const kinds = (["category", "code", "theme"] as const).map((kind) =>
    scheme.entries.filter((entry) => entry.kind === kind),
  );
  const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    about: { title, question, approach, language, groups },
    participants: participants.map(comparablePerson),
    transcripts: transcripts.map(comparableTranscript),
    scheme: { version: scheme.version, kinds, changes: scheme.changes },
    codings: byId(codings),
    memos: byId(memos).map((memo) => ({ ...memo, body: memo.body.trim() })),
    anchors: byId(codings).map(({ id }) => [id, study.anchors.get(id)]),
  };
}

/** Expects two studies to hold the same, in whatever order files keep codings and memos. */
export function expectSame(read: Study, study: Study): void {
  expect(studyContent(read)).toEqual(studyContent(study));
}
