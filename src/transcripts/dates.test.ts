import { expect, test } from "vitest";
import { isoDates, readDateHead } from "./dates";

const head = (line: string): string | null => {
  const found = readDateHead(line, 0, line.length);
  return found === null ? null : `${found.printed}|${line.slice(found.wordsAt)}|${found.isDate}|${found.runsOn}`;
};

test.each([
  ["3 May 2024", "3 May 2024||true|false"],
  ["# 3 May 2024", "3 May 2024||true|false"],
  ["**Monday, 3rd of May 2024:** Slept badly.", "Monday, 3rd of May 2024|Slept badly.|true|false"],
  ["May 3, 2024 - Slept badly.", "May 3, 2024|Slept badly.|true|false"],
  ["2024-05-03 21:30", "2024-05-03 21:30||true|false"],
  ["[2024-05-03T21:30] Slept.", "2024-05-03T21:30|Slept.|true|false"],
  ["03.05.2024: Geschlafen.", "03.05.2024|Geschlafen.|true|false"],
  ["3. Mai 2024, 21:30 Uhr", "3. Mai 2024, 21:30 Uhr||true|false"],
  ["Montag, 3. Mai", "Montag, 3. Mai||true|false"],
  ["3.5. Geschlafen.", null],
  ["3.5.: Geschlafen.", "3.5|Geschlafen.|true|false"],
  ["le 1er mai 2024", "le 1er mai 2024||true|false"],
  ["Le 3 mai 2024 : Mal dormi.", "Le 3 mai 2024|Mal dormi.|true|false"],
  ["Am 3. Mai 2024 war ich da.", null],
  ["O 3 people came", null],
  ["Mercredi 1er mai 2024", "Mercredi 1er mai 2024||true|false"],
  ["3 de mayo de 2024. Dormí mal.", "3 de mayo de 2024|Dormí mal.|true|false"],
  ["2024年5月3日", "2024年5月3日||true|false"],
  ["3 мая 2024", "3 мая 2024||true|false"],
  ["Monday", "Monday||false|false"],
  ["**3 May** Slept.", "3 May|Slept.|true|false"],
  ["So: nothing.", null],
  ["Day 3: Better.", "Day 3|Better.|false|false"],
  ["3 May, a good day", "3 May|a good day|true|true"],
  ["3 May was a good day", null],
  ["Monday was a good day", null],
  ["May 3 people came", null],
  ["10 people came", null],
  ["2024 was a bad year", null],
  ["In 2024", null],
  ["", null],
])("%j begins with a date: %j", (line, expected) => {
  expect(head(line)?.replace(/\| /g, "|") ?? null).toBe(expected);
});

test.each([
  [
    ["3 May 2024", "May 4, 2024", "2024-05-05", "Mo, 6. Mai 2024", "2024年5月7日"],
    ["2024-05-03", "2024-05-04", "2024-05-05", "2024-05-06", "2024-05-07"],
  ],
  // Neither tells day and month apart.
  [
    ["03/05/2024", "04/05/2024"],
    [undefined, undefined],
  ],
  // The second does, so both do; the same number twice is one date either way.
  [
    ["03/05/2024", "13/05/2024", "05/05/2024"],
    ["2024-05-03", "2024-05-13", "2024-05-05"],
  ],
  [
    ["05/03/2024", "05/13/2024"],
    ["2024-05-03", "2024-05-13"],
  ],
  // They contradict each other: only what each says itself.
  [
    ["03/05/2024", "13/05/2024", "05/13/2024"],
    [undefined, "2024-05-13", "2024-05-13"],
  ],
  [
    ["3 May", "03.05.24", "Monday", "Day 3", "31 February 2024", "29.02.2023"],
    [undefined, undefined, undefined, undefined, undefined, undefined],
  ],
  [
    ["29.02.2024", "le 1er mai 2024", "Am 3. Mai 2024"],
    ["2024-02-29", "2024-05-01", "2024-05-03"],
  ],
])("%j are %j", (printed, expected) => {
  expect(isoDates(printed)).toEqual(expected);
});
