import { didYouMean } from "../issues/suggest";
import { foldLetters } from "./fold-letters";

/** What a grammar pattern asks of a sentence, or what is wrong with it. */
export type MatchSyntax =
  | { readonly problem: string; readonly hint: string | undefined }
  | {
      /**
       * Groups of words, as `foldLetters` spells them: a sentence can match only if it has one word of every group,
       * be it inside another word.
       */
      readonly required: readonly (readonly string[])[];
    };

// compromise's own tags; a test holds them against it.
const TAGS =
  "Abbreviation Acronym Activity Actor Address Adjective Adverb AtMention Auxiliary Cardinal City Company Comparable Comparative Condition Conjunction Copula Country Currency Date Demonym Determiner Duration Email Emoji Emoticon Expression FemaleName FinancialQuarter FirstName Fraction FutureTense Gerund HashTag Holiday Honorific Hyphenated Imperative Infinitive LastName MaleName Modal Money Month Multiple Negative Noun NumberRange NumericValue Ordinal Organization Participle Particle Passive PastTense Percent Person PhoneNumber PhrasalVerb Place Plural Possessive Prefix Preposition PresentTense Pronoun ProperNoun QuestionWord Redacted Reflexive Region RomanNumeral School Season Singular SlashedTerm SportsTeam Superlative TextValue There Time Timezone Uncountable Unit Url Value Verb WeekDay Year".split(
    " ",
  );
const KNOWN_TAGS = new Set(TAGS.map((tag) => tag.toLowerCase()));

// compromise finds these in short forms that do not hold their letters: "not" in "don't", "will" in "he'll". A test holds
// them against it.
const HIDDEN = new Set(
  "am and are at back be being ce come did do give go going got had has have here honest in is it know life me my ne never not now of opinion over percent please que real right se should to trying tu us want will would you".split(
    " ",
  ),
);

const LEADING = /^(?:\[(?:<[^>]*>)?|\^|!)+/;
const TRAILING = /(?:[\]?+*$~]|\{\d*,?\d*\})+$/;
const WORD = /^[\p{L}\p{N}\p{M}'’.\-&]+$/u;

/** Reads a pattern of compromise's match syntax as far as it must be known before any text is searched. */
export function readMatchSyntax(pattern: string): MatchSyntax {
  const required: string[][] = [];
  const pieces = split(pattern, /\s/);
  if (pieces === undefined) return wrong('A bracket or "/" does not close', "Each ( [ { < and / needs its partner.");
  let open = 0;
  for (const piece of pieces) {
    const leading = LEADING.exec(piece)?.[0] ?? "";
    const rest = piece.slice(leading.length);
    const trailing = rest === "*" || /^\{[^}]*\}$|^\/.*\/$/.test(rest) ? "" : (TRAILING.exec(rest)?.[0] ?? "");
    const core = rest.slice(0, rest.length - trailing.length);
    open += leading.split("[").length - trailing.split("]").length;
    if (open < 0 || open > 1) return wrong('A "[" or "]" has no partner', "Groups in [ ] cannot stand in one another.");
    if (core === "") {
      if (/[\]$]/.test(trailing) || /[[^]/.test(leading)) continue;
      return wrong(`"${piece}" stands behind nothing`, "Write it right behind the word it belongs to.");
    }
    const read = readCore(core);
    if ("problem" in read) return read;
    const optional = leading.includes("!") || /[?*~]|\{0?,/.test(trailing);
    if (!optional) required.push(...read.required.map((words) => [...words]));
  }
  if (open !== 0) return wrong('A "[" has no partner', "Groups end with ].");
  if (pieces.length === 0) return wrong("It is empty", undefined);
  return { required };
}

function readCore(core: string): MatchSyntax {
  if (core === "." || core === "*" || core.startsWith("@") || /^%.+%$/.test(core)) return NOTHING;
  if (core.startsWith("#")) {
    const tag = core.slice(1);
    if (KNOWN_TAGS.has(tag.toLowerCase())) return NOTHING;
    return wrong(`There is no tag "#${tag}"`, didYouMean(tag, TAGS)?.replace(/"(\w+)"/, '"#$1"'));
  }
  if (core.startsWith("(")) return readChoice(core.slice(1, -1));
  if (core.startsWith("/")) return isRegex(core) ? NOTHING : wrong(`${core} is no regular expression`, undefined);
  if (/^\{.+\}$|^<.+>$/s.test(core)) return NOTHING;
  if (!WORD.test(core)) {
    const sign = [...core].find((each) => !WORD.test(each)) ?? core;
    return wrong(`"${sign}" means nothing in "${core}"`, "A word is letters, digits, apostrophes and hyphens.");
  }
  const word = foldLetters(core);
  return HIDDEN.has(word) ? NOTHING : { required: [[word]] };
}

/** What "(a|b c)" asks for: one word of any of its ways, if each of them asks for one. */
function readChoice(inside: string): MatchSyntax {
  const ways = split(inside, /\|/) ?? [];
  if (inside.includes("&&")) return NOTHING;
  if (/^\s*\||\|\s*(?:\||$)/.test(inside) || ways.length === 0) {
    return wrong(`"(${inside})" has an empty part`, 'Write "(can|could)".');
  }
  const firsts: string[] = [];
  let all = true;
  for (const way of ways) {
    const read = readMatchSyntax(way);
    if ("problem" in read) return read;
    const [first] = read.required;
    if (first === undefined) all = false;
    else firsts.push(...first);
  }
  return all ? { required: [firsts] } : NOTHING;
}

const NOTHING: MatchSyntax = { required: [] };
const PARTNERS: Readonly<Record<string, string>> = { "(": ")", "{": "}", "<": ">" };

/** The pieces between separators that stand in no brackets and no regular expression; undefined if one does not close. */
function split(pattern: string, separator: RegExp): string[] | undefined {
  const pieces: string[] = [];
  const open: string[] = [];
  let piece = "";
  for (let index = 0; index < pattern.length; index++) {
    const sign = pattern.charAt(index);
    const partner = PARTNERS[sign];
    if (open.at(-1) === "/") {
      if (sign === "\\") piece += pattern.charAt(index++);
      else if (sign === "/") open.pop();
    } else if (sign === "/" && /^(?:\[(?:<[^>]*>)?|\^|!)*$/.test(piece)) open.push("/");
    else if (partner !== undefined) open.push(partner);
    else if (sign === open.at(-1)) open.pop();
    else if (sign === ")" || sign === "}" || sign === ">") return undefined;
    else if (open.length === 0 && separator.test(sign)) {
      if (piece.trim() !== "") pieces.push(piece);
      piece = "";
      continue;
    }
    piece += pattern.charAt(index);
  }
  if (open.length > 0) return undefined;
  if (piece.trim() !== "") pieces.push(piece);
  return pieces;
}

function isRegex(core: string): boolean {
  const source = core.slice(1, core.lastIndexOf("/"));
  try {
    return new RegExp(source) !== null && core.length > 2 && core.endsWith("/");
  } catch {
    return false;
  }
}

function wrong(problem: string, hint: string | undefined): MatchSyntax {
  return { problem, hint };
}
