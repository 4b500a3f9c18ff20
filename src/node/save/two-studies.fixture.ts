import { Study } from "../../study/study";

/** The files of the first of two studies. The second differs from it in every file but the transcript. */
export const FIRST: Readonly<Record<string, string>> = {
  "study.yaml": "title: First\n",
  "participants.csv": "id,group,role\nC1,carer,first\n",
  "scheme.yaml": "codes:\n  - id: a\n    name: First\n",
  "transcripts/C1.txt": "I: Well?\nC1: Yes, I did.\nI: And?\nC1: No.\n",
  "codings/KB.csv": "transcript,code,quote,memo\nC1,a,No.,First\n",
  "journal/first.md": "---\nauthor: KB\n---\n\nFirst\n",
};

/** The one of the two studies that this one is not. */
export function other(study: Study): Study {
  const word = study.title === "First" ? "Second" : "First";
  const memo = { id: word.toLowerCase(), about: null, body: word, author: "KB", created: null };
  return new Study({
    ...study,
    title: word,
    participants: study.participants.map((each) => ({ ...each, role: word.toLowerCase() })),
    scheme: { ...study.scheme, entries: study.scheme.entries.map((each) => ({ ...each, name: word })) },
    codings: study.codings.map((each) => ({ ...each, memo: word })),
    memos: [memo],
  });
}

/** The word that every part of the study says; all of them, where it is a mix. */
export function wordOf({ title, participants, scheme, codings, memos }: Study): string {
  const words = [
    title,
    ...participants.map((each) => each.role ?? ""),
    ...scheme.entries.map((each) => each.name),
    ...codings.map((each) => each.memo ?? ""),
    ...memos.flatMap((each) => [each.id, each.body]),
  ].map((each) => each.toLowerCase());
  return [...new Set(words)].join(" and ");
}
