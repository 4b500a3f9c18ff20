// How the formats of transcripts that programs export are written, turn by turn.

/** A turn as it is written into a file: what is said, and when. */
export interface Said {
  /** Counts from 0. */
  readonly index: number;
  readonly name: string;
  readonly words: string;
  /** Whole milliseconds. */
  readonly start: number;
  readonly end: number;
}

/** A format: how a file begins, what each turn adds to it, and how it ends. */
export interface Format {
  readonly name: string;
  /** Megabytes of the largest file that is read whole; absent if 100 MB are no matter. */
  readonly most?: number;
  /** How many of the turns that are invented each turn of the file holds, one after the other; absent if one. */
  readonly together?: number;
  readonly ending: string;
  readonly head: string;
  turn(said: Said): string;
  readonly foot: string;
}

const clock = (time: number, point = "."): string => {
  const seconds = Math.floor(time / 1000);
  const parts = [Math.floor(seconds / 3600) % 1000, Math.floor(seconds / 60) % 60, seconds % 60];
  const digits = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return `${digits}${point}${String(time % 1000).padStart(3, "0")}`;
};
const inSeconds = (time: number): string => (time / 1000).toFixed(3);
const inXml = (words: string): string => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const inCsv = (words: string): string => (/[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
const inRtf = (words: string): string => words.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0)}?`);

/** A turn as subtitles: two lines of at most 40 letters each, with the time it takes to say them. */
function subtitles({ words, start, end }: Said): { text: string; start: number; end: number }[] {
  const lines = words.match(/\S.{0,39}(?= |$)/g) ?? [words];
  const step = (end - start) / lines.length;
  return lines.flatMap((line, index) => {
    if (index % 2 === 1) return [];
    const below = lines[index + 1];
    const from = Math.round(start + index * step);
    const to = Math.round(start + Math.min(lines.length, index + 2) * step);
    return [{ text: below === undefined ? line : `${line}\n${below}`, start: from, end: to }];
  });
}

// What documents take depends on their paragraphs, and each cell of a table has one: each of these formats is there again with
// longer turns.
const HTML: Format = {
  name: "HTML",
  ending: "html",
  head: "<!DOCTYPE html>\n<html><head><title>Talk</title></head>\n<body>\n",
  turn: ({ name, words }) => `<p><b>${name}:</b> ${inXml(words)}</p>\n`,
  foot: "</body></html>\n",
};
const HTML_TABLE: Format = {
  name: "HTML, a table",
  ending: "html",
  head: "<!DOCTYPE html>\n<html><body><table>\n",
  turn: ({ name, words, start }) =>
    `<tr><td>${clock(start).slice(0, -4)}</td><td>${name}</td><td>${inXml(words)}</td></tr>\n`,
  foot: "</table></body></html>\n",
};
const RTF: Format = {
  name: "RTF",
  ending: "rtf",
  head: "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\n",
  turn: ({ name, words }) => `\\pard\\plain\\f0\\fs22{\\b ${name}:} ${inRtf(words)}\\par\n`,
  foot: "}\n",
};

/** A format whose turns are so many times as long. */
function withLongTurns(format: Format, together: number): Format {
  return { ...format, name: `${format.name}, long turns`, together };
}

/** Rows of a survey: what is said is collected until each of so many answers has so many letters, and written then. */
function survey(questions: number, letters: number): Format["turn"] {
  let answers: string[] = [];
  let open = "";
  return ({ index, words }) => {
    // A new file begins.
    if (index === 0) [answers, open] = [[], ""];
    open += open === "" ? words : ` ${words}`;
    if (open.length < letters) return "";
    answers.push(inCsv(open));
    open = "";
    if (answers.length < questions) return "";
    const row = `r${index},${20 + (index % 60)},${answers.join(",")}\n`;
    answers = [];
    return row;
  };
}

/** The formats, in the order in which they are measured. */
export const FORMATS: readonly Format[] = [
  { name: "plain text", ending: "txt", head: "", turn: ({ name, words }) => `${name}: ${words}\n\n`, foot: "" },
  {
    name: "WebVTT",
    ending: "vtt",
    head: "WEBVTT\n\n",
    turn: (said) =>
      subtitles(said)
        .map(({ text, start, end }) => `${clock(start)} --> ${clock(end)}\n<v ${said.name}>${text}</v>\n\n`)
        .join(""),
    foot: "",
  },
  {
    name: "SRT",
    ending: "srt",
    head: "",
    turn: (said) =>
      subtitles(said)
        .map(({ text, start, end }, index) => {
          const label = index === 0 ? `${said.name}: ` : "";
          return `${1000 * said.index + index + 1}\n${clock(start, ",")} --> ${clock(end, ",")}\n${label}${text}\n\n`;
        })
        .join(""),
    foot: "",
  },
  {
    name: "SBV",
    ending: "sbv",
    head: "",
    turn: (said) =>
      subtitles(said)
        .map(({ text, start, end }) => `${clock(start)},${clock(end)}\n${text}\n\n`)
        .join(""),
    foot: "",
  },
  {
    name: "JSON, a list of turns",
    ending: "json",
    head: "[\n",
    turn: ({ index, name, words, start, end }) =>
      `${index === 0 ? "" : ",\n"}${JSON.stringify({ speaker: name, start: start / 1000, end: end / 1000, text: words })}`,
    foot: "\n]\n",
  },
  {
    name: "JSON, Whisper",
    ending: "json",
    head: '{"language":"en","segments":[\n',
    turn: (said) =>
      subtitles(said)
        .map(({ text, start, end }, index) => {
          const words = text.split(/\s+/).map((word) => ({ word, start: start / 1000, end: end / 1000, score: 0.731 }));
          const segment = { start: start / 1000, end: end / 1000, text: text.replace("\n", " "), words };
          const comma = said.index === 0 && index === 0 ? "" : ",\n";
          return comma + JSON.stringify({ ...segment, speaker: said.name });
        })
        .join(""),
    foot: "\n]}\n",
  },
  {
    name: "JSON, AWS",
    ending: "json",
    head: '{"jobName":"talk","results":{"items":[\n',
    turn: ({ index, name, words, start, end }) =>
      words
        .split(" ")
        .map((content, nth) => {
          const item = {
            start_time: inSeconds(start),
            end_time: inSeconds(end),
            alternatives: [{ confidence: "0.9931", content }],
            type: "pronunciation",
            speaker_label: name,
          };
          return `${index === 0 && nth === 0 ? "" : ",\n"}${JSON.stringify(item)}`;
        })
        .join(""),
    foot: '\n]},"status":"COMPLETED"}\n',
  },
  {
    name: "TTML",
    ending: "ttml",
    head: '<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en">\n<body><div>\n',
    turn: (said) =>
      subtitles(said)
        .map(({ text, start, end }, index) => {
          const label = index === 0 ? `${said.name}: ` : "";
          return `<p begin="${clock(start)}" end="${clock(end)}">${label}${inXml(text).replace("\n", "<br/>")}</p>\n`;
        })
        .join(""),
    foot: "</div></body></tt>\n",
  },
  {
    name: "ELAN",
    ending: "eaf",
    head: '<?xml version="1.0"?>\n<ANNOTATION_DOCUMENT AUTHOR="" VERSION="3.0">\n<HEADER TIME_UNITS="milliseconds"/>\n<TIER TIER_ID="talk" LINGUISTIC_TYPE_REF="t">\n',
    turn: ({ index, words, start, end }) => {
      const slot = (nth: number, time: number): string =>
        `<TIME_SLOT TIME_SLOT_ID="ts${2 * index + nth}" TIME_VALUE="${time}"/>\n`;
      const reference = `TIME_SLOT_REF1="ts${2 * index}" TIME_SLOT_REF2="ts${2 * index + 1}"`;
      const value = `<ANNOTATION_VALUE>${inXml(words)}</ANNOTATION_VALUE>`;
      return `${slot(0, start)}${slot(1, end)}<ANNOTATION>\n<ALIGNABLE_ANNOTATION ANNOTATION_ID="a${index}" ${reference}>\n${value}\n</ALIGNABLE_ANNOTATION>\n</ANNOTATION>\n`;
    },
    foot: '</TIER>\n<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="t" TIME_ALIGNABLE="true"/>\n</ANNOTATION_DOCUMENT>\n',
  },
  {
    name: "TextGrid",
    ending: "TextGrid",
    head: 'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 999999\ntiers? <exists>\nsize = 1\nitem []:\n    item [1]:\n        class = "IntervalTier"\n        name = "talk"\n        xmin = 0\n        xmax = 999999\n',
    turn: ({ index, words, start, end }) =>
      `        intervals [${index + 1}]:\n            xmin = ${inSeconds(start)}\n            xmax = ${inSeconds(end)}\n            text = "${words}"\n`,
    foot: "",
  },
  {
    name: "CHAT",
    ending: "cha",
    head: "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tINT Interviewer Investigator, ANA Ana Participant\n",
    turn: ({ index, words, start, end }) => {
      const lines = words.match(/\S.{0,72}(?= |$)/g) ?? [words];
      return `*${index % 2 === 0 ? "INT" : "ANA"}:\t${lines.join("\n\t")} \u0015${start}_${end}\u0015\n`;
    },
    foot: "@End\n",
  },
  {
    name: "Transcriber",
    ending: "trs",
    head: '<?xml version="1.0"?>\n<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans>\n<Speakers>\n<Speaker id="spk0" name="Interviewer"/>\n<Speaker id="spk1" name="Ana"/>\n</Speakers>\n<Episode>\n<Section type="report">\n',
    turn: (said) => {
      const pieces = subtitles(said).map(({ text, start }) => `<Sync time="${inSeconds(start)}"/>\n${inXml(text)}\n`);
      const times = `startTime="${inSeconds(said.start)}" endTime="${inSeconds(said.end)}"`;
      return `<Turn speaker="spk${said.index % 2}" ${times}>\n${pieces.join("")}</Turn>\n`;
    },
    foot: "</Section>\n</Episode>\n</Trans>\n",
  },
  HTML,
  withLongTurns(HTML, 2),
  HTML_TABLE,
  withLongTurns(HTML_TABLE, 6),
  RTF,
  withLongTurns(RTF, 2),
  {
    name: "CSV",
    ending: "csv",
    head: "turn,speaker,start,end,text\n",
    turn: ({ index, name, words, start, end }) =>
      `${index},${name},${inSeconds(start)},${inSeconds(end)},${inCsv(words)}\n`,
    foot: "",
  },
  {
    // Answers as people write them where there is room: three open questions, some 60 words each.
    name: "CSV, a survey",
    ending: "csv",
    head: "respondent,age,How was it?,What helped?,What would you change?\n",
    turn: survey(3, 360),
    foot: "",
  },
  {
    // Answers of a few words: a transcript for each of 73,000 respondents.
    name: "CSV, short answers",
    most: 10,
    ending: "csv",
    head: "respondent,age,How was it?,What would you change?\n",
    turn: ({ index, words }) => {
      const half = words.indexOf(" ", words.length / 2) + 1;
      return `r${index},${20 + (index % 60)},${inCsv(words.slice(0, half))},${inCsv(words.slice(half))}\n`;
    },
    foot: "",
  },
  {
    name: "ROCK",
    ending: "rock",
    head: "",
    turn: ({ index, words }) =>
      `[[uid=${index}]] [[cid=${index % 2}]] ${words}${index % 5 === 0 ? " [[topic]]" : ""}\n\n`,
    foot: "",
  },
];
