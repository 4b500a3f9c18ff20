import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { type Source, toSource } from "../issues/source";
import { canonicalText } from "../text/canonical";
import { looksLikeChat, parseChat } from "./chat";
import { looksLikeElan, parseElan } from "./elan";
import { joinConversations } from "./merge-by-time";
import { lostWords } from "./nothing-lost.fixture";
import type { DraftTurn, Reading, TranscriptDraft } from "./reading";
import { looksLikeTextGrid, parseTextGrid } from "./textgrid";
import { looksLikeTranscriber, parseTranscriber } from "./transcriber";

// Public transcripts, which are not part of this repository: the folder is named by POLYVOCAL_REAL_DATA.
const folder = process.env.POLYVOCAL_REAL_DATA ?? "";
const real = join(folder, "real");

function read(path: string): Source {
  const bytes = readFileSync(join(real, path));
  // The one file here that declares another encoding than UTF-8.
  return toSource(path, canonicalText(bytes.toString(path.endsWith(".trs") ? "latin1" : "utf8")));
}

const expectations = (set: string) => JSON.parse(readFileSync(join(real, set, "expect.json"), "utf8"));

function only({ drafts }: Reading): TranscriptDraft {
  const [draft] = drafts;
  if (draft === undefined || drafts.length !== 1) throw new Error("There must be one draft.");
  return draft;
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

function count(turns: readonly DraftTurn[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of turns) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

const milliseconds = (turn: DraftTurn | undefined): (number | null)[] =>
  (turn?.time ?? []).map((second) => (second === null ? null : Math.round(second * 1000)));

describe.skipIf(folder === "" || !existsSync(real))(
  "transcripts found in the wild (skipped without POLYVOCAL_REAL_DATA)",
  () => {
    test("CABNC: all CHAT files read, with the utterances, speakers, times and words that are expected", () => {
      const { files, totals } = expectations("cabnc_chat");
      const base = join(real, "cabnc_chat/files");
      const paths = readdirSync(base, { recursive: true, encoding: "utf8" }).filter((path) =>
        /\.(?:cha|cex)$/.test(path),
      );
      let utterances = 0;
      let timedUtterances = 0;
      let main = 0;
      let compared = 0;
      const unlike: string[] = [];
      for (const path of paths) {
        const source = read(relative(real, join(base, path)));
        const draft = only(parseChat(source));
        if (!looksLikeChat(source.text)) unlike.push(path);
        // The totals are those of the main folder; the rest are fragments and trials.
        if (path.startsWith("cabnc_talkbank_chat")) {
          main++;
          utterances += draft.turns.length;
          timedUtterances += draft.turns.filter(({ time }) => time !== undefined).length;
        }
        const expected = files[path];
        if (expected === undefined) continue;
        const first = squeeze(expected.first);
        const last = squeeze(expected.last);
        const timed = draft.turns.filter(({ time }) => time !== undefined);
        expect({
          path,
          utterances: draft.turns.length,
          by_speaker: count(draft.turns),
          participants: draft.speakers.length,
          first: squeeze(draft.turns[0]?.words ?? "").slice(0, first.length),
          last: squeeze(draft.turns.at(-1)?.words ?? "").slice(0, last.length),
          first_bullet: milliseconds(timed[0])[0] ?? null,
        }).toEqual({
          path,
          utterances: expected.utterances,
          by_speaker: expected.by_speaker,
          participants: expected.participants,
          first,
          last,
          first_bullet: expected.first_bullet === null ? null : Number(expected.first_bullet[0]),
        });
        compared++;
      }
      expect([main, utterances, timedUtterances]).toEqual([totals.files, totals.utterances, totals.bullets]);
      expect(compared).toBe(Object.keys(files).length);
      // The expectation counts 1475 files in the set; three of them are no CHAT (a list, a table, a read-me).
      expect(paths.length).toBe(1472);
      // Two fragments bear the ending only: they are tables of "name, number, words".
      expect(unlike.map((path) => path.slice(-15)).sort()).toEqual(
        ["519XX-ABZZP0.cha", "549XX-ABZZP0.cha"].map((name) => name.slice(-15)),
      );
    }, 120_000);

    test.each(["clan.cha", "mop03-2b.cha", "griffin.cha"])("CLAN's %s has the utterances that are expected", (name) => {
      const expected = expectations("nzilbb_same_talk_many_formats").files[name];
      const draft = only(parseChat(read(`nzilbb_same_talk_many_formats/files/${name}`)));
      const bullets = new RegExp(
        `${String.fromCharCode(21)}[^${String.fromCharCode(21)}]*${String.fromCharCode(21)}`,
        "g",
      );
      const words = (text: string): string => squeeze(text.replace(bullets, " "));
      expect(draft.turns.length).toBe(expected.utterances);
      expect(count(draft.turns)).toEqual(expected.by_speaker);
      expect(squeeze(draft.turns[0]?.words ?? "").startsWith(words(expected.first))).toBe(true);
      expect(squeeze(draft.turns.at(-1)?.words ?? "")).toBe(words(expected.last));
      expect(milliseconds(draft.turns[0])[0]).toBe(Number(expected.first_bullet_ms[0]));
    });

    // Root tiers whose type takes its values from a list are no speech: gestures and section marks would be turns of a
    // speaker called "gestures". The tier "annotations" has a type that only dependent tiers can have: it holds topics.
    const NO_SPEECH = ["gestures", "SectionMarker", "annotations"];
    test.each([
      ["elan_more", "pympi_sample_2.7.eaf"],
      ["elan_more", "pympi_sample_3.0.eaf"],
      ["elan_more", "speach_fables.eaf"],
      ["elan_more", "speach_test2.eaf"],
      ["nzilbb_same_talk_many_formats", "elan.eaf"],
      ["nzilbb_same_talk_many_formats", "elan_annotations.eaf"],
      ["nzilbb_same_talk_many_formats", "mop03-2b.eaf"],
      ["nzilbb_same_talk_many_formats", "simultaneous_speech.eaf"],
    ])("ELAN's %s/%s has the annotations of its root tiers", (set, name) => {
      const source = read(`${set}/files/${name}`);
      expect(looksLikeElan(source.text)).toBe(true);
      const reading = parseElan(source);
      const draft = only(reading);
      const tiers: {
        id: string;
        participant: string | null;
        parent?: string | null;
        alignable?: number;
        non_empty?: number;
        first: [number, number, string] | null;
      }[] = expectations(set).files[name].tiers;
      const roots = tiers.filter(({ id, parent }) => (parent ?? null) === null && !NO_SPEECH.includes(id));
      expect(count(draft.turns)).toEqual(
        Object.fromEntries(
          roots.flatMap(({ id, participant, alignable, non_empty }) => {
            const number = non_empty ?? alignable ?? 0;
            return number === 0 ? [] : [[participant || id, number]];
          }),
        ),
      );
      for (const { id, participant, first } of roots) {
        if (first === null) continue;
        const turn = draft.turns.find(({ label }) => label === (participant || id));
        expect([...milliseconds(turn), turn?.words]).toEqual([first[0], first[1], first[2].trim()]);
      }
      const values = [...source.text.matchAll(/<ANNOTATION_VALUE>([^<]*)</g)].map(([, value]) => value ?? "");
      const plain = values
        .join("\n")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
      expect(lostWords(plain, reading)).toEqual([]);
    });

    test("PriMock57: every interval with words is a turn, and the role comes from the file's name", () => {
      const { files, merged_examples, consultations, non_empty_by_role } = expectations("primock57_textgrid");
      const base = "primock57_textgrid/files/transcripts";
      const names = readdirSync(join(real, base)).filter((name) => name.endsWith(".TextGrid"));
      const readings = names.map((file) => {
        const source = read(`${base}/${file}`);
        expect(looksLikeTextGrid(source.text)).toBe(true);
        return { file, reading: parseTextGrid({ ...source, file }) };
      });
      const counts: Record<string, number> = {};
      for (const { file, reading } of readings) {
        const { turns } = only(reading);
        // One consultation has "Doctor" and "Patient" as names of its tiers, and those stay as written.
        for (const { label } of turns) counts[label.toLowerCase()] = (counts[label.toLowerCase()] ?? 0) + 1;
        const expected = files[file];
        if (expected === undefined) continue;
        expect(turns.length).toBe(expected.non_empty);
        expect([...(turns[0]?.time ?? []), turns[0]?.words]).toEqual(expected.first);
        expect([...(turns.at(-1)?.time ?? []), turns.at(-1)?.words]).toEqual(expected.last);
      }
      expect(counts).toEqual(non_empty_by_role);
      const joined = joinConversations(readings);
      expect(joined.length).toBe(consultations);
      for (const [name, expected] of Object.entries<Record<string, unknown>>(merged_examples)) {
        const { turns } = only(joined.find(({ file }) => file === name)?.reading ?? { drafts: [], issues: [] });
        const speakers = turns.map(({ label }) => label.toLowerCase());
        expect({
          utterances: turns.length,
          turns_after_merge: speakers.filter((label, index) => label !== speakers[index - 1]).length,
          first_speaker: speakers[0],
          last_speaker: speakers.at(-1),
        }).toEqual(expected);
      }
    });

    test("A Transcriber file has its turns, and one more where two speak at once", () => {
      const source = read("nzilbb_same_talk_many_formats/files/transcriber.trs");
      const expected = expectations("nzilbb_same_talk_many_formats").files["transcriber.trs"];
      expect(looksLikeTranscriber(source.text)).toBe(true);
      const reading = parseTranscriber(source);
      const { turns, speakers } = only(reading);
      expect(turns.length).toBe(expected.turns + expected.turns_with_two_speakers);
      expect(speakers.map(({ label }) => label)).toEqual(Object.values(expected.speakers));
      expect(turns[0]?.time?.[0]).toBe(Number(expected.first_start));
      expect(turns.at(-1)?.time?.[1]).toBe(Number(expected.last_end));
      const visible = source.text
        .replace(/<(?:Event|Comment)[^>]*desc="([^"]*)"[^>]*>/g, " $1 ")
        .replace(/<[^>]*>/g, " ");
      expect(lostWords(visible.replaceAll("&lt;", "<").replaceAll("&gt;", ">"), reading)).toEqual([]);
    });

    test("A TextGrid of the same talk has the turns of both tiers in one order", () => {
      const reading = parseTextGrid(read("nzilbb_same_talk_many_formats/files/praat.TextGrid"));
      const { turns, speakers } = only(reading);
      expect(reading.issues).toEqual([]);
      expect(speakers.map(({ label }) => label)).toEqual(["participant", "interviewer"]);
      expect(turns.length).toBe(139);
      const starts = turns.map(({ time }) => time?.[0] ?? 0);
      expect(starts).toEqual([...starts].sort((one, other) => one - other));
    });
  },
);
