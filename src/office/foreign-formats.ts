/** A format that is known and not read. */
export interface ForeignFormat {
  /** With its article: "a project of NVivo". */
  readonly what: string;
  /** How to get at what can be read. */
  readonly hint: string;
  /** True if transcripts may well be in it, so that nobody should miss them. */
  readonly holdsWords: boolean;
}

const words = (what: string, hint: string): ForeignFormat => ({ what, hint, holdsWords: true });
const other = (what: string, hint: string): ForeignFormat => ({ what, hint, holdsWords: false });

/** A project of a program for coding, which can give its documents one by one or as a project of REFI-QDA. */
function project(program: string): ForeignFormat {
  const hint = `In ${program}, export the documents as Word or text files. Or export a project of REFI-QDA (.qdpx): that is a zip archive with the documents in it.`;
  return words(`a project of ${program}`, hint);
}

/** A document of a program that can save what is read here. */
function document(what: string, program: string, ending: ".docx" | ".xlsx" | ".csv" = ".docx"): ForeignFormat {
  const as = { ".docx": "a Word document (.docx)", ".xlsx": "an Excel workbook (.xlsx)", ".csv": "CSV" }[ending];
  return words(what, `Open it in ${program}, and save or export it as ${as}.`);
}

const DATA = "Export the columns of the transcripts as CSV.";

/** The formats that are told by bytes, by names of parts, or by the ending. */
export const FOREIGN = {
  refiProject: words(
    "a project of REFI-QDA (.qdpx)",
    "It is a zip archive that holds the documents: unzip it, and take the files of its folder sources. Its codes can be exported as a codebook (.qdc), which is a scheme here.",
  ),
  refiPart: words(
    "the list of a project of REFI-QDA (.qde)",
    "The documents stand in the folder sources beside it: take these files.",
  ),
  codebook: other(
    "a codebook of REFI-QDA (.qdc)",
    'It can be the scheme: put it beside study.yaml, and write "files: { scheme: NAME.qdc }" there.',
  ),
  taguette: words(
    "the database of Taguette",
    "Take the documents that were put into Taguette; or open each there and export it as Word (.docx) or HTML.",
  ),
  qualitativeCoding: words(
    "the database of qualitative-coding (qc)",
    "It holds the codings. The texts stand in the folder corpus beside it: take these files.",
  ),
  qualCoder: project("QualCoder"),
  nvivo: project("NVivo"),
  maxqda: project("MAXQDA"),
  atlas: project("ATLAS.ti"),
  quirkos: project("Quirkos"),
  sqlite: words("a database (SQLite)", "Export the texts from the program that wrote it, as CSV, Word or text files."),
  access: words("a database of Access", DATA),
  spss: words("a file of SPSS", DATA),
  stata: words("a file of Stata", DATA),
  pages: document("a document of Pages", "Pages"),
  numbers: document("a sheet of Numbers", "Numbers", ".xlsx"),
  keynote: words("a presentation of Keynote", "If a transcript is in it, copy its text into a text file."),
  slides: words("a presentation", "If a transcript is in it, copy its text into a text file."),
  book: words("an e-book", "Convert it to a Word document (.docx) or HTML, or copy its text into a text file."),
  works: document("a document of Microsoft Works", "LibreOffice"),
  wordPerfect: document("a document of WordPerfect", "LibreOffice"),
  oldExcel: document("an old Excel workbook (.xls)", "Excel or LibreOffice", ".xlsx"),
  binaryExcel: document("a binary Excel workbook (.xlsb)", "Excel or LibreOffice", ".xlsx"),
  openSheet: document("a sheet of OpenDocument (.ods)", "LibreOffice", ".xlsx"),
  mail: words("an e-mail", "Copy its text into a text file, or save what is attached to it."),
  oneNote: words("a notebook of OneNote", "Export its pages as Word documents (.docx)."),
  googleDocument: words(
    "a link to a document of Google, without its words",
    "Open it in the browser, and download it: File > Download > Microsoft Word (.docx), or CSV for a sheet.",
  ),
  oldOffice: words("a file of an older program", "Open it there, and save its text as Word or a text file."),
  postScript: words("a page description (PostScript)", "Convert it to PDF, or copy its text into a text file."),
  djvu: words(
    "scanned pages (DjVu)",
    "Let a program for text recognition (OCR) read them, and save the words as text.",
  ),
  archive: words("an archive of files", "If transcripts are in it, unpack it and take these files."),
  recording: other("a recording", "Only words can be read: have it transcribed, and take the transcript."),
  picture: other(
    "a picture",
    "If words are in it, let a program for text recognition (OCR) read it, check them, and save them as text or Word.",
  ),
} as const satisfies Readonly<Record<string, ForeignFormat>>;

const ENDINGS: readonly (readonly [ending: RegExp, format: ForeignFormat])[] = [
  [/^qdpx$/, FOREIGN.refiProject],
  [/^qde$/, FOREIGN.refiPart],
  [/^qdc$/, FOREIGN.codebook],
  [/^(?:nvp|nvpx|nvcx)$/, FOREIGN.nvivo],
  [/^(?:mx\d{1,2}|mex\d{0,2}|mqda|mxd|loa)$/, FOREIGN.maxqda],
  [/^(?:atlproj\w*|atlcb|hpr\d{1,2})$/, FOREIGN.atlas],
  [/^(?:qrk|qrkx|quirkos)$/, FOREIGN.quirkos],
  [/^(?:sqlite\d?|db|db3)$/, FOREIGN.sqlite],
  [/^(?:mdb|accdb)$/, FOREIGN.access],
  [/^(?:sav|zsav|por)$/, FOREIGN.spss],
  [/^dta$/, FOREIGN.stata],
  [/^pages$/, FOREIGN.pages],
  [/^numbers$/, FOREIGN.numbers],
  [/^key$/, FOREIGN.keynote],
  [/^(?:pptx?|pps|ppsx|odp)$/, FOREIGN.slides],
  [/^(?:epub|mobi|azw3?|fb2)$/, FOREIGN.book],
  [/^wps$/, FOREIGN.works],
  [/^wpd$/, FOREIGN.wordPerfect],
  [/^xlt?$|^xls$/, FOREIGN.oldExcel],
  [/^xlsb$/, FOREIGN.binaryExcel],
  [/^(?:ods|fods)$/, FOREIGN.openSheet],
  [/^(?:msg|eml|mbox)$/, FOREIGN.mail],
  [/^(?:one|onepkg)$/, FOREIGN.oneNote],
  [/^(?:gdoc|gsheet|gslides)$/, FOREIGN.googleDocument],
  [/^(?:zip|7z|rar|gz|tgz|tar|bz2|xz)$/, FOREIGN.archive],
];

const RECORDING =
  /^(?:mp[234]|m4[abv]|wav|ogg|oga|ogv|opus|flac|aac|aiff?|amr|caf|mka|wma|wmv|mov|avi|mkv|webm|mpe?g|3gp|flv|mts|ds[s2])$/;
const PICTURE = /^(?:png|jpe?g|gif|heic|heif|tiff?|bmp|webp|svg|psd|avif)$/;

/** The format that a file's ending tells, if it is one that is not read; else null. */
export function formatOfEnding(file: string): ForeignFormat | null {
  const [, ending = ""] = /\.(\w{1,20})$/.exec(file.toLowerCase()) ?? [];
  if (RECORDING.test(ending)) return FOREIGN.recording;
  if (PICTURE.test(ending)) return FOREIGN.picture;
  return ENDINGS.find(([pattern]) => pattern.test(ending))?.[1] ?? null;
}

/** True for a file that by its name is a recording, a picture or an archive. */
export function isMedia(file: string): boolean {
  const format = formatOfEnding(file);
  return format === FOREIGN.recording || format === FOREIGN.picture || format === FOREIGN.archive;
}
