import { type Issue, issue } from "../issues/issue";
import { entriesOf, type Theme } from "../model/scheme";
import { themeTree } from "../scheme/tree";
import { refuseNoStudy } from "../study/no-study";
import type { Study } from "../study/study";
import { splitSentences } from "../text/sentences";
import { selectPassages } from "./selection";
import { themeEvidence } from "./theme-evidence";

// The first two are squares of the "bad TA bingo" of Braun & Clarke (2022); docs/method.md names the source of each hint.
const MOST_LEVELS = 3;
const MOST_THEMES = 6;
// Ours: where one voice becomes the theme. Fewer passages than five say nothing about it.
const HALF = 1 / 2;
const ENOUGH = 5;

const TOPIC =
  /^(?:the )?(?:benefits?|barriers?|facilitators?|enablers?|challenges?|advantages?|disadvantages?|experiences?|views?|perceptions?|attitudes?|opinions?|perspectives?|issues?|problems?|reasons?|impacts?|effects?|roles?|types?|strategies|needs|expectations?)(?: (?:of|to|for|in|with|about|on|towards?|and|from)\b|$)/i;
const EMERGED = /\bemerg(?:e|ed|es|ing)\b/i;
const OF_ANALYSIS = /\b(?:themes?|subthemes?|codes?|categor(?:y|ies)|patterns?|concepts?|findings?)\b/i;
const COEFFICIENT =
  /\b(?:kappa|krippendorff|inter-?(?:coder|rater)\s+(?:reliability|agreement)|(?:data|code|thematic|theoretical)\s+saturation|reached\s+saturation)\b/i;

/**
 * What reflexive thematic analysis would ask of this study, as infos: themes named like topics or like questions, more
 * than three levels or six themes, a theme most of whose passages are one participant's, themes said to have "emerged",
 * and coefficients or saturation spoken of. Each names its source in docs/method.md; none changes a number.
 *
 * Only for a study that declares `approach: reflexive`; of any other there is nothing to say. Names and journal are read
 * by English words.
 *
 * @example
 * ```ts
 * methodHints(study).map((each) => each.code); // => []
 * ```
 */
export function methodHints(study: Study): Issue[] {
  refuseNoStudy(study);
  if (study.approach !== "reflexive") return [];
  const themes = entriesOf(study.scheme, "theme");
  return [
    ...themes.flatMap(ofName),
    ...ofTree(study),
    ...ofVoices(study),
    ...themes.flatMap((theme) => {
      const { id, name, concept = "", boundary = "" } = theme;
      return EMERGED.test(`${name}\n${concept}\n${boundary}`) ? [emerged(`The theme "${id}"`)] : [];
    }),
    ...study.memos.flatMap(({ id, body }) => ofEntry(id, body)),
  ];
}

function ofName({ id, name }: Theme): Issue[] {
  if (/[?？؟]\s*$/.test(name)) {
    return [
      issue("theme-like-question", `The theme "${id}" is named like a question: "${name}".`, {
        hint: "A theme says what was found: try its name as the answer.",
      }),
    ];
  }
  if (!TOPIC.test(name.trim())) return [];
  return [
    issue("theme-like-topic", `The theme "${id}" is named like a topic: "${name}".`, {
      hint: "A topic holds all that was said on it. If this is a pattern of shared meaning, let the name say what is meant.",
    }),
  ];
}

function ofTree(study: Study): Issue[] {
  const tree = themeTree(study.scheme);
  const deep = tree.filter(({ depth }) => depth >= MOST_LEVELS).map(({ entry }) => `"${entry.id}"`);
  const top = tree.filter(({ depth }) => depth === 0).length;
  const issues: Issue[] = [];
  if (deep.length > 0) {
    issues.push(
      issue("deep-themes", `Themes stand more than ${MOST_LEVELS} levels deep: ${deep.join(", ")}.`, {
        hint: "Subthemes are used sparingly; are these codes of the theme around them?",
      }),
    );
  }
  if (top > MOST_THEMES) {
    issues.push(
      issue("many-themes", `There are ${top} themes, more than ${MOST_THEMES}.`, {
        hint: "Many thin themes often are codes or parts of a few that reach further.",
      }),
    );
  }
  return issues;
}

function ofVoices(study: Study): Issue[] {
  const evidenceOf = themeEvidence(study, selectPassages(study, {}).passages);
  return [...evidenceOf].flatMap(([entry, { passages, mostBy, mostPassages, mostShare }]) => {
    if (passages < ENOUGH || mostShare === null || mostShare <= HALF) return [];
    return [
      issue("over-quoted", `${mostPassages} of the ${passages} passages of "${entry.id}" are of ${mostBy}.`, {
        hint: "Look whether others say it too, or whether it is this person's story.",
      }),
    ];
  });
}

function ofEntry(id: string, body: string): Issue[] {
  const sentences = splitSentences(body);
  const issues: Issue[] = [];
  if (sentences.some((each) => EMERGED.test(each) && OF_ANALYSIS.test(each)))
    issues.push(emerged(`The journal entry "${id}"`));
  const asked = COEFFICIENT.exec(body)?.[0];
  if (asked !== undefined) {
    issues.push(
      issue("not-reflexive", `The journal entry "${id}" speaks of "${asked}".`, {
        hint: "Neither agreement between coders nor saturation is a criterion of reflexive thematic analysis.",
      }),
    );
  }
  return issues;
}

function emerged(where: string): Issue {
  return issue("themes-emerged", `${where} says that something "emerged".`, {
    hint: "Themes are made by the analyst. Say who made them, and how.",
  });
}
