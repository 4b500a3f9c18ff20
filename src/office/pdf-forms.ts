import { byteText } from "../text/byte-text";
import { entry, type PdfObject, type PdfObjects, pdfObjects, resolved, unpacked } from "./pdf-objects";
import { behindBlanks, type PdfValue, plainName } from "./pdf-values";
import { wayCounter } from "./pdf-ways";

/**
 * What the pages of a PDF may show in all, counting what is shown again: forms (stretches that pages and other forms show by
 * name) and the bytes of the orders. One form on each of 20,000 pages is far less.
 */
const MOST_FORMS = 50_000;
const MOST_BYTES = 100_000_000;
// What all contents of pages and forms may unpack to; a PDF that has more is refused before.
const MOST_UNPACKED = 80_000_000;
const MOST_WAYS = 1_000_000;
// Nobody's forms or pages stand deeper in each other, and no PDF needs so many steps to be reckoned.
const DEEPEST = 200;
const MOST_STEPS = 5_000_000;
const NAME = /\/([^\s\0()<>[\]{}/%]*)/g;
const SHOW = /Do(?![^\s\0()<>[\]{}/%])/y;
const WORDS = /T[jJ]|['"]/;
// "/A Do" is the shortest order to show a form.
const SHORTEST = 5;

/** How much is shown by something, with all that it shows. */
interface Shown {
  readonly forms: number;
  readonly bytes: number;
  /** Words are shown: a form without any is not shown again by the parser. */
  readonly hasWords: boolean;
}

/** The contents of a page or form: how often each name is shown. */
interface Contents {
  readonly bytes: number;
  readonly hasWords: boolean;
  /** How often each name is shown; null if the contents cannot be read here, and any may be. */
  readonly names: ReadonlyMap<string, number> | null;
}

const NOTHING: Shown = { forms: 0, bytes: 0, hasWords: false };
const LOCKED: Contents = { bytes: 0, hasWords: true, names: null };
const ENDLESS: Shown = { forms: Number.POSITIVE_INFINITY, bytes: 0, hasWords: true };

/** How much the pages of a PDF show in all, as far as it can be told from the file. */
export interface PdfReckoning {
  readonly isTooMuch: boolean;
  /** False if forms may be shown that could not be found, since objects are packed unusually or stand in the file twice. */
  readonly isCertain: boolean;
  /** True if the pages can be copied: the objects that they lead to, each as often as there is a way to it, are not too many. */
  readonly canCopy: boolean;
}

/** Reckons how much the pages of a PDF show in all without showing it. Of an encrypted one, each form counts once where it may be shown. */
export function reckonPages(bytes: Uint8Array, isEncrypted: boolean): PdfReckoning {
  const objects = pdfObjects(bytes, MOST_UNPACKED);
  if (objects === null) return { isTooMuch: true, isCertain: true, canCopy: false };
  const shownBy = reckoner(objects, isEncrypted);
  const waysFrom = wayCounter(objects);
  let isTooMuch = false;
  let hasForms = false;
  let canCopy = true;
  for (const [number, same] of objects.byNumber) {
    for (const object of same) {
      const shown = shownBy(object);
      if (shown.forms > MOST_FORMS || shown.bytes > MOST_BYTES) isTooMuch = true;
      if (isForm(object, objects)) hasForms = true;
    }
    if (waysFrom(number) > MOST_WAYS) canCopy = false;
  }
  return { isTooMuch, isCertain: (objects.isCertain || !hasForms) && !isEncrypted, canCopy };
}

function isForm(object: PdfObject, objects: PdfObjects): boolean {
  const subtype = object.stream === null ? null : entry(object, "Subtype", objects);
  return subtype?.kind === "name" && subtype.name === "Form";
}

/** Tells how much a page, a tree of pages or a font whose letters are drawn shows; nothing for any other object. */
function reckoner(objects: PdfObjects, isEncrypted: boolean): (object: PdfObject) => Shown {
  const contents = new Map<PdfObject, Contents>();
  let left = MOST_UNPACKED;
  let steps = MOST_STEPS;
  const resources = new Map<PdfObject, PdfObject | null>();
  /** The resources of an object's own, one and the same each time. */
  const own = (object: PdfObject): PdfObject | null => {
    const found = resources.get(object) ?? ownResources(object, objects);
    resources.set(object, found);
    return found;
  };
  const contentsOf = (object: PdfObject): Contents => {
    if (isEncrypted) return LOCKED;
    const known = contents.get(object);
    if (known !== undefined) return known;
    const read = readContents(object, objects, left);
    left -= read.bytes;
    contents.set(object, read);
    return read;
  };
  /** What a stream shows with each form within it. Those without words are shown once, unless letters are drawn by them. */
  const stream = (object: PdfObject, resources: PdfObject | null, of: Reckoned, depth: number): Shown => {
    const { bytes, hasWords, names } = contentsOf(object);
    let shown: Shown = { forms: 0, bytes, hasWords };
    const listed = resources === null ? null : entry(resources, "XObject", objects);
    if (listed?.kind !== "dictionary") return shown;
    const any =
      names ?? new Map([...listed.entries.keys()].map((name) => [name, isEncrypted ? 1 : Math.ceil(bytes / SHORTEST)]));
    for (const [name, times] of any) {
      if (--steps < 0 || left <= 0) return ENDLESS;
      for (const form of resolved(listed.entries.get(name) ?? null, objects)) {
        // A form that shows itself is passed over, as by the parser.
        if (form === object || !isForm(form, objects)) continue;
        // Forms that show each other in a circle are shown in every order that there is.
        const inside = own(form) ?? resources;
        const inner = of.once(form, inside, ENDLESS, () =>
          depth > DEEPEST ? ENDLESS : stream(form, inside, of, depth + 1),
        );
        const count = inner.hasWords || of.isDrawn ? times : 1;
        shown = sum(shown, { ...inner, forms: inner.forms + 1 }, count);
      }
    }
    return shown;
  };
  const pages = reckoned(false);
  const glyphs = reckoned(true);
  const all = (value: PdfValue, reckon: (each: PdfObject) => Shown): Shown => {
    let shown = NOTHING;
    for (const item of value?.kind === "list" ? value.items : [value]) {
      if (--steps < 0) return ENDLESS;
      shown = sum(shown, most(resolved(item, objects).map(reckon)), 1);
    }
    return shown;
  };
  const tree = (object: PdfObject, outer: PdfObject | null, depth: number): Shown => {
    if (object.value?.kind !== "dictionary") return NOTHING;
    const inside = own(object) ?? outer;
    const drawn = entry(object, "CharProcs", objects);
    if (drawn?.kind === "dictionary") {
      const list: PdfValue = { kind: "list", items: [...drawn.entries.values()] };
      return all(list, (glyph) => stream(glyph, own(glyph) ?? inside, glyphs, 0));
    }
    const kids = entry(object, "Kids", objects);
    if (kids !== null) {
      if (depth > DEEPEST) return ENDLESS;
      return all(kids, (kid) => pages.once(kid, inside, NOTHING, () => tree(kid, inside, depth + 1)));
    }
    const written = object.value.entries.get("Contents") ?? null;
    const list = entry(object, "Contents", objects);
    return all(list?.kind === "list" ? list : written, (part) => stream(part, inside, pages, 0));
  };
  return (object) => pages.once(object, null, NOTHING, () => tree(object, null, 0));
}

/** What has been reckoned, each once for an object with the resources that it takes from what shows it. */
interface Reckoned {
  /** True if letters are drawn by it. */
  readonly isDrawn: boolean;
  /** What an object shows, and `meanwhile` where it is asked for while it is reckoned. */
  once(object: PdfObject, outer: PdfObject | null, meanwhile: Shown, reckon: () => Shown): Shown;
}

function reckoned(isDrawn: boolean): Reckoned {
  const known = new Map<PdfObject, Map<PdfObject | null, Shown>>();
  return {
    isDrawn,
    once(object, outer, meanwhile, reckon) {
      const byOuter = known.get(object) ?? new Map<PdfObject | null, Shown>();
      known.set(object, byOuter);
      const found = byOuter.get(outer);
      if (found !== undefined) return found;
      byOuter.set(outer, meanwhile);
      const shown = reckon();
      byOuter.set(outer, shown);
      return shown;
    },
  };
}

/** The resources that an object names itself; null if it takes those of what shows it. */
function ownResources(object: PdfObject, objects: PdfObjects): PdfObject | null {
  const named = object.value?.kind === "dictionary" ? object.value.entries.get("Resources") : undefined;
  return resolved(named ?? null, objects).findLast(({ value }) => value?.kind === "dictionary") ?? null;
}

function sum(shown: Shown, other: Shown, times: number): Shown {
  return {
    forms: shown.forms + other.forms * times,
    bytes: shown.bytes + other.bytes * times,
    hasWords: shown.hasWords || other.hasWords,
  };
}

/** The most of what objects of one number show. */
function most(shown: readonly Shown[]): Shown {
  return shown.reduce(
    (before, each) => ({
      forms: Math.max(before.forms, each.forms),
      bytes: Math.max(before.bytes, each.bytes),
      hasWords: before.hasWords || each.hasWords,
    }),
    NOTHING,
  );
}

function readContents(object: PdfObject, objects: PdfObjects, atMost: number): Contents {
  const data = unpacked(object, objects, atMost);
  if (data === null) return { bytes: object.stream?.length ?? 0, hasWords: true, names: null };
  const text = byteText(data);
  const names = new Map<string, number>();
  const show = new RegExp(SHOW);
  for (const { 0: whole, 1: name = "", index } of text.matchAll(NAME)) {
    show.lastIndex = behindBlanks(text, index + whole.length);
    if (!show.test(text)) continue;
    const plain = plainName(name);
    names.set(plain, (names.get(plain) ?? 0) + 1);
  }
  return { bytes: data.length, hasWords: WORDS.test(text), names };
}
