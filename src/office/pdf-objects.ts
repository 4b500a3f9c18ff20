import { Unzlib } from "fflate";
import { byteText } from "../text/byte-text";
import { pdfLayers, withoutDigits, withoutLzw, withoutRuns } from "./pdf-filters";
import { behindBlanks, type PdfValue, readPdfValue } from "./pdf-values";

/** An object of a PDF. */
export interface PdfObject {
  readonly value: PdfValue;
  /** What stands in its stream as it is packed; null if it has none. */
  readonly stream: Uint8Array | null;
}

/** The objects of a PDF by their numbers. More than one has the same number where a PDF was changed. */
export interface PdfObjects {
  readonly byNumber: ReadonlyMap<number, readonly PdfObject[]>;
  /** False if an object stream cannot be unpacked here, so that objects are missing, or if two objects have one number. */
  readonly isCertain: boolean;
}

const HEAD = /(\d{1,10})[\s\0]+\d{1,5}[\s\0]+obj(?![a-z])/g;
const STREAM = /stream(?:\r\n|\n|\r)?/y;
// Dictionaries of a PDF that is not hostile are read once. Those that hold others' heads are read more often.
const MOST_READ_AGAIN = 4;

/** All objects of a PDF, those within object streams too; null if they stand within each other, which nobody's do. */
export function pdfObjects(bytes: Uint8Array, mostUnpacked: number): PdfObjects | null {
  const text = byteText(bytes);
  const byNumber = new Map<number, PdfObject[]>();
  let isCertain = true;
  const add = (number: number, object: PdfObject): void => {
    const same = byNumber.get(number);
    if (same === undefined) byNumber.set(number, [object]);
    else {
      same.push(object);
      isCertain = false;
    }
  };
  let left = text.length * MOST_READ_AGAIN;
  const packed: PdfObject[] = [];
  const streamMark = new RegExp(STREAM);
  for (const { 0: head, 1: number, index } of text.matchAll(HEAD)) {
    const from = index + head.length;
    const { value, end } = readPdfValue(text, from);
    left -= end - from;
    if (left < 0) return null;
    let stream: Uint8Array | null = null;
    streamMark.lastIndex = behindBlanks(text, end);
    if (value?.kind === "dictionary" && streamMark.test(text)) {
      const close = text.indexOf("endstream", streamMark.lastIndex);
      stream = bytes.subarray(streamMark.lastIndex, close === -1 ? bytes.length : close);
    }
    const object = { value, stream };
    add(Number(number), object);
    if (value?.kind === "dictionary" && value.entries.has("First") && value.entries.has("N")) packed.push(object);
  }
  let most = mostUnpacked;
  for (const object of packed) {
    const data = unpacked(object, { byNumber }, most);
    const first = data === null ? null : entry(object, "First", { byNumber });
    if (data === null || first?.kind !== "number") {
      isCertain = false;
      continue;
    }
    most -= data.length;
    left = data.length * MOST_READ_AGAIN;
    const inside = byteText(data);
    const numbers = inside.slice(0, first.number).match(/\d+/g) ?? [];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const from = first.number + Number(numbers[at + 1]);
      const { value, end } = readPdfValue(inside, from);
      left -= end - from;
      if (left < 0) return null;
      add(Number(numbers[at]), { value, stream: null });
    }
  }
  return { byNumber, isCertain };
}

/** The values that a value stands for: itself, or all objects of the number that it names. */
export function resolved(value: PdfValue, { byNumber }: Pick<PdfObjects, "byNumber">): readonly PdfObject[] {
  return value?.kind === "reference" ? (byNumber.get(value.to) ?? []) : [{ value, stream: null }];
}

/** The entry of an object's dictionary, behind a reference too; null if there is none. */
export function entry({ value }: PdfObject, name: string, objects: Pick<PdfObjects, "byNumber">): PdfValue {
  if (value?.kind !== "dictionary") return null;
  return resolved(value.entries.get(name) ?? null, objects).at(-1)?.value ?? null;
}

/** What the stream of an object holds, up to so many bytes; null if it is packed in a way that only pictures are. */
export function unpacked(object: PdfObject, objects: Pick<PdfObjects, "byNumber">, most: number): Uint8Array | null {
  if (object.stream === null) return new Uint8Array();
  const filter = entry(object, "Filter", objects) ?? entry(object, "F", objects);
  const filters = (filter?.kind === "list" ? filter.items : [filter]).flatMap((each) => {
    const [name] = resolved(each, objects);
    return name?.value?.kind === "name" ? [name.value.name] : [];
  });
  if (isPredicted(object, objects)) return null;
  let data = object.stream;
  for (const name of filters) {
    const [layer] = pdfLayers(`/${name}`);
    if (layer === undefined) {
      if (name !== "Crypt") return null;
    } else if (layer === "zip") data = inflated(data, most);
    else if (layer === "lzw") data = withoutLzw(data, most);
    else if (layer === "runs") data = withoutRuns(data, most);
    else data = withoutDigits(data, layer);
  }
  return data;
}

/** True if bytes stand as differences from others, as those of pictures do. */
function isPredicted(object: PdfObject, objects: Pick<PdfObjects, "byNumber">): boolean {
  const given = entry(object, "DecodeParms", objects) ?? entry(object, "DP", objects);
  return (given?.kind === "list" ? given.items : [given]).some((each) =>
    resolved(each, objects).some((parameters) => {
      const predictor = entry(parameters, "Predictor", objects);
      return predictor?.kind === "number" && predictor.number > 1;
    }),
  );
}

const STEP = 16_384;

/** What is zipped in these bytes, up to so many; what can be unzipped of it if it is broken. */
function inflated(data: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const unzip = new Unzlib((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < data.length && size < most; at += STEP) unzip.push(data.subarray(at, at + STEP));
  } catch {
    // The parser takes what could be unzipped as well.
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
