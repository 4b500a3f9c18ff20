// What file names cannot have, or not at their beginning or end, on one of the usual systems.
const FORBIDDEN = /[\\/:*?"<>|#\p{Cc}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|thumbs|desktop)$/i;

/** A word as the name of a file without its ending, such as a coder's or a memo's id. */
export function fileName(word: string): string {
  const name = word
    .normalize("NFC")
    .replace(FORBIDDEN, "-")
    .replace(/^[.~\s]+|[.\s]+$/g, "")
    .slice(0, 100);
  return name === "" || RESERVED.test(name) ? `${name}_` : name;
}

/** The first of a name and its numbered likes ("name-2") that is not taken. Disks may not tell capitals apart. */
export function freeName(name: string, taken: (lowerCase: string) => boolean): string {
  let free = name;
  for (let number = 2; taken(free.toLowerCase()); number++) free = `${name}-${number}`;
  return free;
}
