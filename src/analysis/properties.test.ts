import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStudy, type StudyInput } from "../study/create-study";
import type { Study } from "../study/study";
import { countWords } from "../text/words";
import { canonicalTurns } from "../transcripts/canonical-turns";
import { entriesAt } from "./entries";
import type { FrequencyRow } from "./frequency-rows";
import { quoteTable } from "./quote-table";
import { themeFrequency } from "./theme-frequency";

const GROUPS = ["consumer", "carer", null];
const CODES = ["c1", "c2", "c3", "c4"];
const SCHEME = {
  categories: [{ id: "k", codes: ["c1", "c4"] }],
  codes: CODES,
  themes: [
    { id: "t1", codes: ["c1", "c2"], subthemes: [{ id: "t2", codes: ["c2", "c3"] }] },
    { id: "t3", codes: ["c3"] },
    { id: "t4", codes: [] },
  ],
};

interface Spoken {
  readonly speaker: string;
  readonly text: string;
}

interface Drawn {
  readonly transcript: number;
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly coder: string;
}

const words = fc.array(fc.constantFrom("I", "don't", "know", "co-worker", "hope", "1,200"), {
  minLength: 1,
  maxLength: 6,
});
const turn = fc.record({
  speaker: fc.constantFrom("I", "A", "B", "C", "D", "Stranger"),
  text: words.map((each) => each.join(" ")),
});
const drawnCoding = fc.record({
  transcript: fc.nat(2),
  code: fc.constantFrom(...CODES),
  from: fc.nat(60),
  to: fc.nat(60),
  coder: fc.constantFrom("KB", "TM"),
});

/** Studies of up to four people in three conversations, with codings that span turns as they come. */
const input = fc
  .record({
    groups: fc.array(fc.constantFrom(...GROUPS), { minLength: 4, maxLength: 4 }),
    talks: fc.array(fc.array(turn, { minLength: 1, maxLength: 6 }), { minLength: 3, maxLength: 3 }),
    codings: fc.array(drawnCoding, { maxLength: 8 }),
  })
  .map(({ groups, talks, codings }): StudyInput => {
    const participants = groups.map((group, index) => ({ id: "ABCD"[index] ?? "", group }));
    const transcripts = talks.map((turns, index) => ({ id: `T${index}`, turns, attributes: { wave: index % 2 } }));
    return {
      participants,
      transcripts,
      scheme: SCHEME,
      codings: codings.map((coding, index) => placed(coding, talks[coding.transcript] ?? [], index)),
    };
  });

/** A coding from the beginning of a word to the end of one, since part of a word is a word as well. */
function placed({ transcript, code, from, to, coder }: Drawn, turns: readonly Spoken[], index: number) {
  const { text } = canonicalTurns(turns.map(({ speaker, text: said }) => ({ label: speaker, words: said })));
  const all = [...text.matchAll(/\S+/g)];
  const [first, last] = [from % all.length, to % all.length].sort((a, b) => a - b);
  const [one, other, behind] = [all[first ?? 0], all[last ?? 0], all[(last ?? 0) + 1]];
  const wordsEnd = (other?.index ?? 0) + (other?.[0].length ?? 1);
  // Some take the white space behind them, so that they touch what comes next.
  const [start, end] = [one?.index ?? 0, from % 2 === 0 ? (behind?.index ?? wordsEnd) : wordsEnd];
  return { id: `x${index}`, transcript: `T${transcript}`, code, coder, start, end };
}

const key = (row: FrequencyRow): string => JSON.stringify([row.id, row.group]);
const sorted = (rows: readonly FrequencyRow[]): FrequencyRow[] => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
const LEVELS = ["theme", "code", "category"] as const;

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null)
    for (const each of Object.values(Object.freeze(value))) deepFrozen(each);
  return value;
}

/** The counts of one cell, unit of text by unit of text. */
function countedAgain(study: Study, codes: readonly string[], isMember: (id: string) => boolean): number[] {
  const [people, transcripts] = [new Set<string>(), new Set<string>()];
  let [passages, codings, spoken] = [0, 0, 0];
  for (const { id, text, turns } of study.transcripts) {
    const whose = [...text].map((_, at) => {
      const speaker = turns.find((each) => each.start <= at && at < each.end)?.speaker;
      return speaker !== undefined && speaker !== null && isMember(speaker) ? speaker : null;
    });
    const here = study.codings.flatMap((coding) => {
      const range = study.anchors.get(coding.id)?.range;
      if (coding.target.source !== id || !codes.includes(coding.code) || !range) return [];
      const speakers = whose.slice(range.start, range.end).filter((each) => each !== null);
      for (const speaker of speakers) people.add(speaker);
      return speakers.length > 0 ? [range] : [];
    });
    const covered = [...text].map((_, at) => here.some(({ start, end }) => start <= at && at < end));
    // Two stretches that only touch are two passages: a new one begins where no range reaches across.
    const starts = new Set(here.map((range) => range.start));
    for (const at of starts) if (!here.some(({ start, end }) => start < at && at < end)) passages++;
    codings += here.length;
    if (here.length > 0) transcripts.add(id);
    spoken += countWords([...text].map((unit, at) => (covered[at] && whose[at] !== null ? unit : " ")).join(""));
  }
  return [people.size, transcripts.size, passages, codings, spoken];
}

describe("counts of any study", () => {
  test("are those of a count made unit by unit", () => {
    fc.assert(
      fc.property(input, (given) => {
        const study = createStudy(given);
        for (const level of LEVELS) {
          const codesOf = new Map(entriesAt(study.scheme, level).map((entry) => [entry.id, entry.codes]));
          for (const row of themeFrequency(study, { level, total: true })) {
            const groupOf = new Map(study.participants.map((each) => [each.id, each.group ?? ""]));
            const isMember = (id: string): boolean => row.group === null || groupOf.get(id) === row.group;
            const { participants, transcripts, passages, codings, words: spoken } = row;
            const expected = countedAgain(study, codesOf.get(row.id) ?? [], isMember);
            expect([participants, transcripts, passages, codings, spoken]).toEqual(expected);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("do not depend on the order of transcripts, participants and codings", () => {
    const shuffled = input.chain((given) =>
      fc.record({
        given: fc.constant(given),
        transcripts: fc.shuffledSubarray([...given.transcripts], { minLength: given.transcripts.length }),
        participants: fc.shuffledSubarray([...(given.participants ?? [])] as object[], { minLength: 4 }),
        codings: fc.shuffledSubarray([...(given.codings ?? [])] as object[], { minLength: given.codings?.length ?? 0 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, ...order }) => {
        const other = createStudy({ ...given, ...order } as StudyInput);
        for (const level of LEVELS) {
          for (const by of ["group", "wave", "participant"]) {
            const options = { level, by, total: true };
            const rows = themeFrequency(createStudy(given), options).rows;
            expect(sorted(themeFrequency(other, options).rows)).toEqual(sorted(rows));
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test("of a group are the same in the study narrowed to it", () => {
    fc.assert(
      fc.property(input, (given) => {
        const study = createStudy(given);
        for (const group of ["consumer", "carer"]) {
          const own = (each: Study): FrequencyRow[] => themeFrequency(each).rows.filter((row) => row.group === group);
          expect(own(study.where({ group }))).toEqual(own(study));
          expect(own(study.where({ participant: () => true }))).toEqual(own(study));
        }
      }),
      { numRuns: 20 },
    );
  });

  test("hold together: unions, bases, passages within codings, a theme at least what its codes are", () => {
    fc.assert(
      fc.property(input, (given) => {
        const study = createStudy(given);
        const rows = LEVELS.flatMap((level) => [...themeFrequency(study, { level, total: true })]);
        for (const row of rows) {
          expect(row.participants).toBeLessThanOrEqual(row.of);
          expect(row.passages).toBeLessThanOrEqual(row.codings);
          expect(row.transcripts).toBeLessThanOrEqual(row.passages);
          expect(row.share).toBe(row.of === 0 ? null : row.participants / row.of);
        }
        const units = ["participants", "transcripts", "codings", "words"] as const;
        for (const theme of entriesAt(study.scheme, "theme")) {
          for (const row of rows.filter((each) => each.level === "theme" && each.id === theme.id)) {
            const own = rows.filter(
              ({ level, id, group }) => level === "code" && theme.codes.includes(id) && group === row.group,
            );
            for (const unit of units)
              expect(row[unit]).toBeGreaterThanOrEqual(Math.max(0, ...own.map((each) => each[unit])));
          }
          const [total, ...groups] = rows.filter(({ level, id }) => level === "theme" && id === theme.id).reverse();
          // Nobody is in two groups, so people and their words add up; what several share does not.
          for (const unit of ["participants", "words"] as const) {
            expect(total?.[unit]).toBe(groups.reduce((sum, each) => sum + each[unit], 0));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("are the same where nothing that is given may be changed, and can be written as JSON", () => {
    fc.assert(
      fc.property(input, (given) => {
        const once = themeFrequency(createStudy(given)).rows;
        const options = deepFrozen({ by: "group", coders: undefined, status: ["coded" as const] });
        const again = themeFrequency(createStudy(deepFrozen(given)), options).rows;
        expect(again).toEqual(once);
        expect(JSON.parse(JSON.stringify(again))).toEqual(once);
        const quotes = quoteTable(createStudy(given), { minWords: 0 }).rows;
        expect(JSON.parse(JSON.stringify(quotes))).toEqual(quotes);
      }),
      { numRuns: 30 },
    );
  });
});

describe("quotes of any study", () => {
  test("are words of the participant alone, verbatim and in their order, whatever is cut", () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 0, max: 8 }), (given, maxWords) => {
        const study = createStudy(given);
        const people = study.participants.length;
        for (const row of quoteTable(study, { level: "code", minWords: 0, maxWords, perCell: people })) {
          const transcript = study.transcripts.find((each) => each.id === row.transcript);
          const said = (transcript?.turns ?? [])
            .filter((each) => each.speaker === row.participant)
            .map((each) => transcript?.text.slice(Math.max(each.start, row.start), Math.min(each.end, row.end)) ?? "")
            .join(" ");
          let at = 0;
          for (const piece of row.quote.split("[...]").map((each) => each.trim())) {
            const found = said.indexOf(piece, at);
            expect(found).toBeGreaterThanOrEqual(0);
            at = found + piece.length;
          }
          expect(row.quote.endsWith("[...]")).toBe(row.cut);
        }
      }),
      { numRuns: 40 },
    );
  });
});
