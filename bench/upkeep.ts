// What comes after the main job, part by part: change the scheme and look back, suggest codings by rule, and find the coded
// words again in transcripts that were edited.
import type * as Core from "../src/index";
import type { Step, Study, StudyInput } from "../src/index";
import type * as Door from "../src/node/index";
import { ALWAYS, PER_SIZE } from "./corpus";
import { editedTexts } from "./edits";
import { expectAtLeast, expectEqual } from "./proof";
import type { JobMeasure, TimeLimit } from "./report";
import { built, timed } from "./timed";

/** The parts, in order. `createStudy` reads the edited transcripts anew and looks for the words of every coding. */
export const UPKEEP_PARTS = ["migrate", "asOf", "suggest", "createStudy, edited", "repair"] as const;

/** Milliseconds of each part. */
export interface UpkeepCost {
  readonly milliseconds: Readonly<Record<(typeof UPKEEP_PARTS)[number], number>>;
  /** How many words the turns have that were searched for suggestions, interviewers' ones among them. */
  readonly words: number;
}

// Far fewer than there are: 20 rules make some 2,500 suggestions in 36 transcripts.
const LEAST_SUGGESTIONS = 2000;
// Most codings stand in words that nobody edited.
const LEAST_REPAIRED = 0.8 * PER_SIZE.codings;

/**
 * A function that does all of it with the library as it is built, on a corpus of some size, and measures it. It throws if
 * a part did not do its work.
 */
export async function upkeepRunner(): Promise<(folder: string, size: number) => Promise<UpkeepCost>> {
  const core: typeof Core = await import(built("index.js"));
  const { loadStudy }: typeof Door = await import(built("node/index.js"));
  return async (folder, size) => {
    const study = await loadStudy(folder);
    const steps = tenSteps(core, study);
    const migrated = await timed(() => study.migrate(steps, { by: "MA", why: "Many codings later" }));
    const before = await timed(() => migrated.result.asOf(1));
    provenMigration(study, migrated.result, before.result);

    const suggested = await timed(() => core.suggestCodings(study));
    const codes = new Set(suggested.result.map((each) => each.code));
    expectEqual("codes that are suggested", codes.size, ALWAYS.rules);
    expectAtLeast("suggestions", suggested.result.length, size * LEAST_SUGGESTIONS);

    const input = editedInput(study);
    const again = await timed(() => core.createStudy(input));
    expectEqual("turns", turnsIn(again.result), turnsIn(study));
    expectEqual("codings", again.result.codings.length, study.codings.length);
    const mended = await timed(() => core.repair(again.result));
    const { study: whole, repaired, open } = mended.result;
    // A paragraph more at the beginning: no coding stands where it stood.
    expectEqual("codings repaired or open", repaired.length + open.length, study.codings.length);
    expectAtLeast("codings repaired", repaired.length, size * LEAST_REPAIRED);
    const exact = [...whole.anchors.values()].filter(({ status }) => status === "exact");
    expectEqual("codings that are exact again", exact.length, repaired.length);

    return {
      milliseconds: {
        migrate: migrated.milliseconds,
        asOf: before.milliseconds,
        suggest: suggested.milliseconds,
        "createStudy, edited": again.milliseconds,
        repair: mended.milliseconds,
      },
      words: wordsIn(study),
    };
  };
}

// Rules without grammar patterns take a second at most for 36 interviews of 9,000 words each.
const MILLISECONDS_PER_WORD = 1000 / (36 * 9000);

/** How long suggestions may take at the small size, for as many words as it has. */
export function suggestLimit({ parts }: JobMeasure, words: number): TimeLimit {
  const measure = parts[UPKEEP_PARTS.indexOf("suggest")];
  if (measure === undefined) throw new RangeError("Suggestions were not measured.");
  return {
    name: `suggest, time of size 1: ${words.toLocaleString("en")} words`,
    measure,
    milliseconds: words * MILLISECONDS_PER_WORD,
  };
}

const codesOf = ({ scheme }: Study): string[] => scheme.entries.flatMap(({ kind, id }) => (kind === "code" ? id : []));

/** A change of ten steps, of every kind that walks codings and of some that do not. */
function tenSteps(core: typeof Core, study: Study): Step[] {
  const { add, merge, move, redefine, rename, split } = core;
  const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = "", i = "", j = ""] = codesOf(study);
  const last = (kind: string): string => study.scheme.entries.findLast((each) => each.kind === kind)?.id ?? "";
  return [
    rename(a, "Another name"),
    merge([b, c], "both-as-one", { name: "Both as one" }),
    merge([e], d),
    split(f, ["first-part", "second-part"]),
    split(g, ["one-side", "other-side"]),
    redefine(h, { definition: "Less than it was" }),
    redefine(i, { definition: "More than it was" }),
    move(j, { category: last("category") }),
    move(a, { themes: [last("theme")] }),
    add("said-anew", { themes: [last("theme")] }),
  ];
}

function provenMigration(study: Study, migrated: Study, before: Study): void {
  const [, b, c, , e, f, g, h, i] = codesOf(study);
  const uses = (...codes: (string | undefined)[]): number =>
    study.codings.filter(({ code }) => codes.includes(code)).length;
  const asking = (attention: string): number => migrated.codings.filter((each) => each.attention === attention).length;
  expectEqual(
    "codings of merged codes",
    migrated.codings.filter((each) => each.history !== undefined).length,
    uses(b, c, e),
  );
  expectEqual("codings of split codes", asking("undecided"), uses(f, g));
  expectEqual("codings of redefined codes", asking("redefined"), uses(h, i));
  const asBefore = before.codings.filter(({ code }, index) => code === study.codings[index]?.code);
  expectEqual("codings as they were", asBefore.length, study.codings.length);
}

/** The study as a program would state it, its transcripts edited, its codings with the selectors they had before. */
function editedInput(study: Study): StudyInput {
  const texts = editedTexts(study.transcripts);
  return {
    scheme: study.scheme,
    participants: study.participants.map(({ id, group, aliases }) => ({ id, group, aliases })),
    transcripts: study.transcripts.map(({ id }, index) => ({ id, text: texts[index] ?? "", participant: id })),
    codings: study.codings.map(({ id, code, target }) => {
      if (target.selector.length === 1) throw new Error(`The coding "${id}" has no position.`);
      const [{ start, end }, { exact, prefix, suffix }] = target.selector;
      return { id, transcript: target.source, code, quote: exact, prefix, suffix, start, end };
    }),
  };
}

function turnsIn({ transcripts }: Study): number {
  return transcripts.reduce((sum, { turns }) => sum + turns.length, 0);
}

function wordsIn({ transcripts }: Study): number {
  let words = 0;
  for (const { text, turns } of transcripts) {
    for (const { start, end } of turns) words += text.slice(start, end).match(/\S+/g)?.length ?? 0;
  }
  return words;
}
