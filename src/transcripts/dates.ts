// Dates as people write them above and at the beginning of diary entries. A date is read as far as it says itself: the
// name of a month, a year in front, or a number above 12 tell day and month apart; "03/05/2024" does not, unless other
// dates of the same text do.

/** A date at the beginning of a line. */
export interface DateHead {
  /** As it is printed, with the day of the week and the time of day if they stand beside it. */
  readonly printed: string;
  /** Where the words behind it begin (UTF-16 code units); the line's end if none stand there. */
  readonly wordsAt: number;
  /** True for a day and a month; false for "Monday" or "Day 3". */
  readonly isDate: boolean;
  /** True if the words go on behind the date with a comma or nothing but a blank, as a sentence would. */
  readonly runsOn: boolean;
}

const MONTHS: readonly (readonly [number, string])[] = [
  [
    1,
    "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari jan janúar tammikuuta stycznia ledna января ocak januára siječnja ιανουαρίου",
  ],
  [
    2,
    "february feb februar feber février févr fév febrero fevereiro fev febbraio februari februar helmikuuta lutego února февраля şubat februára veljače φεβρουαρίου",
  ],
  [3, "march mar märz mär mars marzo março maart mrt marts maaliskuuta marca března марта mart ožujka μαρτίου"],
  [4, "april apr avril avr abril abr aprile april huhtikuuta kwietnia dubna апреля nisan apríla travnja απριλίου"],
  [5, "may mai mayo maio maggio mag mei maj toukokuuta maja května мая mayıs mája svibnja μαΐου"],
  [6, "june jun juni juin junio junho giugno giu kesäkuuta czerwca června июня haziran júna lipnja ιουνίου"],
  [7, "july jul juli juillet juil julio julho luglio lug heinäkuuta lipca července июля temmuz júla srpnja ιουλίου"],
  [8, "august aug août agosto ago augustus augusti elokuuta sierpnia srpna августа ağustos augusta kolovoza αυγούστου"],
  [
    9,
    "september sep sept septembre septiembre setembro set settembre settembre syyskuuta września září сентября eylül septembra rujna σεπτεμβρίου",
  ],
  [
    10,
    "october oct oktober okt octobre octubre outubro out ottobre ott lokakuuta października října октября ekim októbra οκτωβρίου",
  ],
  [11, "november nov novembre noviembre novembro marraskuuta listopadu ноября kasım novembra studenoga νοεμβρίου"],
  [
    12,
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember des joulukuuta grudnia декабря aralık decembra prosinca δεκεμβρίου",
  ],
];
const MONTH = new Map(MONTHS.flatMap(([number, names]) => names.split(" ").map((name) => [name, number] as const)));

const WEEKDAYS = new Set(
  `monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun
  montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so
  lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
  segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato domenica
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag
  mandag tirsdag lørdag søndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
  poniedziałek wtorek środa czwartek piątek sobota niedziela понедельник вторник среда четверг пятница суббота
  воскресенье`.split(/\s+/),
);

const SHORTEST_WEEKDAY = 5;

// Every quantifier is bounded, so that no line makes this slow.
const OPENING = /[#>*_[(\s-]{0,12}/y;
const WEEKDAY = /(\p{L}{2,13}(?:-feira)?)\.?,?[ \u00a0]{0,3}(?:the |den |le |el |il )?/uy;
// "Le 3 mai", "Am 3. Mai".
const ARTICLE = /(?:on|the|am|den|le|el|il|em|o) (?=\d)/iy;
const ISO = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const CJK = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/y;
const DAY_FIRST =
  /(\d{1,2})(?:st|nd|rd|th|er|re|º|ª|\.)?[ \u00a0-]{0,3}(?:of |de |d'|den )?(\p{L}{3,14})\.?(?:,?[ \u00a0-]{1,3}(?:de |del |do |of )?(\d{4})(?!\d))?/uy;
const MONTH_FIRST = /(\p{L}{3,14})\.? {1,3}(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? {1,3}(\d{4})(?!\d))?/uy;
const NUMERIC = /(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y;
const WITHOUT_YEAR = /\d{1,2}\. ?\d{1,2}\.(?! ?\d)/y;
const COUNTED =
  /(?:(?:week|woche|semaine|semana|settimana|vecka|uge|uke) {1,3}\d{1,3},? {1,3})?(?:day|tag|jour|día|dia|giorno|dag|entry|eintrag|entrée|entrada) {1,3}\d{1,4}(?!\d)/iy;
const CLOCK =
  /(?:,|T)?[ \u00a0]{0,3}(?:(?:at|um|à|a las|alle|kl\.?|om) )?\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?(?:am|pm|a\.m\.|p\.m\.|uhr|h))?(?![\d\p{L}])/iuy;
const CLOSING = /[\])*_ \u00a0]{0,8}/y;
const SET_OFF = /(?:[:：–—|\t]|-(?=\s)|\.(?=\s))[\s\])*_]{0,8}/y;

/** Reads a date at the beginning of the line `text.slice(start, end)`; null if there is none. */
export function readDateHead(text: string, start: number, end: number): DateHead | null {
  const line = text.slice(start, Math.min(end, start + 120));
  const from = stickyEnd(OPENING, line, 0);
  const day = weekdayAt(line, from);
  const dated = dateEnd(line, day) ?? null;
  const counted = dated === null ? stickyEnd(COUNTED, line, from) : -1;
  // "So: nothing happened" is no Sunday.
  const bare = dated === null && counted < 0 && day - from >= SHORTEST_WEEKDAY ? day : -1;
  const stop = dated ?? Math.max(counted, bare);
  if (stop < 0) return null;
  const timed = stickyEnd(CLOCK, line, stop);
  const printed = line.slice(from, Math.max(stop, timed)).trim().replace(/[.,]$/, "");
  const closed = stickyEnd(CLOSING, line, Math.max(stop, timed));
  const isAlone = start + closed >= end || (start + closed + 1 >= end && ":.,".includes(line.charAt(closed)));
  if (isAlone) return { printed, wordsAt: end, isDate: dated !== null, runsOn: false };
  const isEnclosed = /[\])*_]/.test(line.slice(Math.max(stop, timed), closed));
  const setOff = Math.max(stickyEnd(SET_OFF, line, closed), isEnclosed ? closed : -1);
  const runsOn = setOff < 0;
  // "Monday was hard" and "3 May was hard" are sentences.
  if (runsOn && line.charAt(closed) !== ",") return null;
  const wordsAt = runsOn ? closed + 1 : setOff;
  return { printed, wordsAt: start + wordsAt, isDate: dated !== null, runsOn };
}

/** True for a text that is a date, with day and month, and nothing else. */
export function isDate(text: string): boolean {
  const head = readDateHead(text, 0, text.length);
  return head?.isDate === true && head.wordsAt === text.length;
}

/** Where the match of a sticky expression ends; -1 if it does not match here. */
function stickyEnd(expression: RegExp, line: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(line) ? expression.lastIndex : -1;
}

/** Where a day of the week or an article that stands here ends; `at` if none does. */
function weekdayAt(line: string, at: number): number {
  WEEKDAY.lastIndex = at;
  const [whole = "", name = ""] = WEEKDAY.exec(line) ?? [];
  return WEEKDAYS.has(name.toLowerCase()) ? at + whole.length : Math.max(at, stickyEnd(ARTICLE, line, at));
}

function dateEnd(line: string, at: number): number | undefined {
  const isNumber = /\d/.test(line.charAt(at));
  for (const expression of isNumber ? [ISO, CJK, NUMERIC, WITHOUT_YEAR] : []) {
    const end = stickyEnd(expression, line, at);
    if (end >= 0) return end;
  }
  const named = isNumber ? DAY_FIRST : MONTH_FIRST;
  named.lastIndex = at;
  const found = named.exec(line);
  if (found !== null && MONTH.has((found[isNumber ? 2 : 1] ?? "").toLowerCase())) return named.lastIndex;
  return undefined;
}

/** A date that can be read in one way or in two. */
interface Reading {
  readonly iso: string | undefined;
  /** Day and month in numbers, where nothing but their order is open. */
  readonly open?: { readonly first: number; readonly second: number; readonly year: number };
  /** Which of the two the numbers themselves say comes first. */
  readonly order?: "day" | "month";
}

/**
 * Dates as ISO 8601 has them ("2024-05-03"), in the same order; undefined for those without a year and those of which the
 * order of day and month is open. All dates are of one text: where one of them can only be read with the day first, or
 * only with the month first, and none the other way, so are the others.
 */
export function isoDates(printed: readonly string[]): (string | undefined)[] {
  const readings = printed.map(readDate);
  const orders = new Set(readings.flatMap(({ order }) => order ?? []));
  const [order] = orders;
  return readings.map(({ iso, open }) => {
    if (open === undefined) return iso;
    const { first, second, year } = open;
    if (first === second) return isoOf(year, first, second);
    if (order === undefined || orders.size > 1) return undefined;
    return order === "day" ? isoOf(year, second, first) : isoOf(year, first, second);
  });
}

function readDate(printed: string): Reading {
  const at = weekdayAt(printed, 0);
  const match = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    return expression.exec(printed);
  };
  const iso = match(ISO);
  if (iso !== null) return { iso: isoOf(Number(iso[1]), Number(iso[3]), Number(iso[4])) };
  const cjk = match(CJK);
  if (cjk !== null) return { iso: isoOf(Number(cjk[1]), Number(cjk[2]), Number(cjk[3])) };
  const numeric = match(NUMERIC);
  if (numeric !== null) return readNumeric(numeric);
  const dayFirst = match(DAY_FIRST);
  const month = MONTH.get((dayFirst?.[2] ?? "").toLowerCase());
  if (dayFirst !== null && month !== undefined) {
    return { iso: dayFirst[3] === undefined ? undefined : isoOf(Number(dayFirst[3]), month, Number(dayFirst[1])) };
  }
  const monthFirst = match(MONTH_FIRST);
  const other = MONTH.get((monthFirst?.[1] ?? "").toLowerCase());
  if (monthFirst === null || other === undefined || monthFirst[3] === undefined) return { iso: undefined };
  return { iso: isoOf(Number(monthFirst[3]), other, Number(monthFirst[2])) };
}

function readNumeric([, one = "", , two = "", written = ""]: RegExpExecArray): Reading {
  const [first, second, year] = [Number(one), Number(two), Number(written)];
  const order = first > 12 && second <= 12 ? "day" : second > 12 && first <= 12 ? "month" : undefined;
  // Of two digits, the century is open.
  if (written.length < 4) return { iso: undefined, ...(order === undefined ? {} : { order }) };
  if (order === "day") return { iso: isoOf(year, second, first), order };
  if (order === "month") return { iso: isoOf(year, first, second), order };
  return { iso: undefined, open: { first, second, year } };
}

/** The date, if there is such a day. */
function isoOf(year: number, month: number, day: number): string | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (days === undefined || day < 1 || day > days) return undefined;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
