import { createStudy } from "../study/create-study";
import type { Study } from "../study/study";

/** A study whose codings have everything that a coding can have, in texts with characters of every width. */
export function annotatedStudy(): Study {
  return createStudy({
    title: "Small things",
    transcripts: [
      {
        id: "C01",
        text: "I: What helped? 🙂\n\nAna: 👩‍👧 came. Somebody who had been there, 漢字 and e\u0301te\u0301. Been there.",
      },
      { id: "Visit 2/b", text: "Ana: 𠮷野家, twice. Somebody who had been there." },
    ],
    scheme: {
      version: 2,
      changes: [{ from: 1, to: 2, steps: [{ rename: "been-there", name: "Has been there, too", was: "Been there" }] }],
      codes: [
        { id: "been-there", name: "Has been there, too" },
        { id: "ünique & odd", name: 'Says "odd" <things>' },
      ],
    },
    codings: [
      {
        id: "a",
        transcript: "C01",
        code: "been-there",
        quote: "Somebody who had been there",
        coder: "KB",
        created: "2026-03-01T09:30:00Z",
        memo: "Twice, with 🙂\nand a second line",
        stance: "complicates",
        schemeVersion: 1,
      },
      {
        id: "b#2",
        transcript: "C01",
        code: "been-there",
        quote: "👩‍👧 came",
        coder: "Tess Marlowe",
        created: "2026-03-01",
      },
      {
        transcript: "Visit 2/b",
        code: "ünique & odd",
        quote: "twice",
        status: "suggested",
        rule: "twi*",
        created: "2026-03-01T09:30:00+11:00",
      },
      {
        transcript: "C01",
        code: "been-there",
        quote: "words that nobody said at all",
        created: "spring",
        status: "rejected",
      },
      { transcript: "C01", code: "been-there", start: 3, end: 7 },
    ],
  });
}
