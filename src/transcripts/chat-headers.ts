import type { Attributes } from "../model/people";
import type { SpeakerRole } from "../model/transcript";
import type { DraftSpeaker } from "./reading";

// What the fields of an @ID line mean, in their order. The third is the code of the speaker.
const ID_FIELDS = ["language", "corpus", "code", "age", "sex", "group", "ses", "role", "education", "custom"] as const;
// Headers about one speaker, as in "@Age of CHI".
const ABOUT_SPEAKER = /^(.{1,30}) of (\S{1,30})$/;
// Marks of the file itself, which say nothing about the talk.
const WITHOUT_MEANING = new Set(["UTF8", "Begin", "End"]);

const ROLES: ReadonlyMap<string, SpeakerRole> = new Map([
  ["investigator", "interviewer"],
  ["interviewer", "interviewer"],
  ["participant", "participant"],
  ["subject", "participant"],
  ["informant", "participant"],
  ["target_child", "participant"],
  ["target_adult", "participant"],
  ["client", "participant"],
  ["patient", "participant"],
]);

/** What the headers of a CHAT file tell. */
export interface ChatHeaders {
  readonly title: string | null;
  readonly attributes: Attributes;
  readonly speakers: readonly DraftSpeaker[];
}

/** Takes the header lines above the first utterance, one by one, and tells what they say together. */
export function chatHeaders(): { add(name: string, value: string): void; read(): ChatHeaders } {
  const facts = new Map<string, string>();
  const speakers = new Map<string, Map<string, string>>();
  const speaker = (code: string): Map<string, string> => {
    const known = speakers.get(code) ?? new Map<string, string>();
    speakers.set(code, known);
    return known;
  };
  return {
    add(name, value) {
      if (WITHOUT_MEANING.has(name) && value === "") return;
      const [, fact, code] = ABOUT_SPEAKER.exec(name) ?? [];
      if (name === "Participants") {
        for (const entry of value.split(",")) addParticipant(entry, speaker);
      } else if (name === "ID") {
        addId(value, speaker);
      } else if (fact !== undefined && code !== undefined && speakers.has(code)) {
        if (value !== "") addFact(speaker(code), fact.toLowerCase(), value);
      } else {
        // A header that stands twice, such as @Comment, says both.
        const said = facts.get(name);
        facts.set(name, said === undefined || said === "" ? value : `${said}; ${value}`);
      }
    },
    read() {
      return {
        title: facts.get("Title") || null,
        attributes: Object.fromEntries([...facts].map(([name, value]) => [name, value === "" ? null : value])),
        speakers: [...speakers].map(([label, known]) => {
          const role = ROLES.get((known.get("role") ?? "").toLowerCase());
          return { label, ...(role === undefined ? {} : { role }), attributes: Object.fromEntries(known) };
        }),
      };
    },
  };
}

/** Reads "CODE Name Role" or "CODE Role". */
function addParticipant(entry: string, speaker: (code: string) => Map<string, string>): void {
  const [code, ...rest] = entry.trim().split(/\s+/);
  if (code === undefined || code === "") return;
  const known = speaker(code);
  const role = rest.pop();
  if (rest.length > 0) addFact(known, "name", rest.join(" "));
  if (role !== undefined) addFact(known, "role", role);
}

/** Reads "language|corpus|code|age|sex|group|SES|role|education|custom|". */
function addId(value: string, speaker: (code: string) => Map<string, string>): void {
  const fields = value.split("|").map((field) => field.trim());
  const code = fields[2];
  if (code === undefined || code === "") {
    return;
  }
  const known = speaker(code);
  ID_FIELDS.forEach((name, index) => {
    const field = fields[index] ?? "";
    if (name !== "code" && field !== "") addFact(known, name, field);
  });
  const more = fields.slice(ID_FIELDS.length).filter((field) => field !== "");
  if (more.length > 0) addFact(known, "custom", more.join("; "));
}

/** Adds a fact; what is said twice and differently is kept both ways. */
function addFact(known: Map<string, string>, name: string, value: string): void {
  const said = known.get(name);
  if (said === value) return;
  known.set(name, said === undefined ? value : `${said}; ${value}`);
}
