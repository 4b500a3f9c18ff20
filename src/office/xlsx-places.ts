import { strToU8, zipSync } from "fflate";
import { byteText } from "../text/byte-text";
import { type ZipArchive, ZipProblem } from "./zip";

const ROW_OR_CELL = /<((?:[\w.-]{1,40}:)?)(row|c)(?=[\s/>])([^<>]{0,2000})>/g;
const NOWHERE = /<(?:[\w.-]{1,40}:)?c(?=[\s/>])(?![^<>]{0,2000}\sr\s*=)/;
const PLACE = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const LETTERS = 26;

/**
 * The bytes of a workbook in which each cell says where it stands. Some programs leave it out, since a cell without it stands
 * beside the last one, and the reader of workbooks needs it. The same bytes if nothing is missing, or if parts cannot be read.
 */
export function withPlaces(bytes: Uint8Array, zip: ZipArchive): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  let isChanged = false;
  try {
    for (const name of zip.names) {
      if (!/\.(?:xml|rels)$/i.test(name)) continue;
      const part = zip.read(name);
      if (part === null) continue;
      const xml = byteText(part);
      const placed = xml.includes("sheetData") && NOWHERE.test(xml) ? placedCells(xml) : xml;
      if (placed !== xml) isChanged = true;
      parts[name] = placed === xml ? part : strToU8(placed, true);
    }
  } catch (error) {
    // The reader tells what is wrong with a part.
    if (error instanceof ZipProblem) return bytes;
    throw error;
  }
  return isChanged ? zipSync(parts, { level: 0 }) : bytes;
}

/** A sheet whose rows and cells all say where they stand. */
function placedCells(xml: string): string {
  // Within these a tag is none.
  if (xml.includes("<![CDATA[") || xml.includes("<!--")) return xml;
  let row = 0;
  let column = 0;
  return xml.replace(ROW_OR_CELL, (tag: string, prefix: string, name: string, attributes: string) => {
    const [, double, single] = PLACE.exec(attributes) ?? [];
    const place = double ?? single;
    if (name === "row") {
      row = place === undefined ? row + 1 : Number(place);
      column = 0;
      return place === undefined ? `<${prefix}row r="${row}"${attributes}>` : tag;
    }
    column = place === undefined ? column + 1 : columnOf(place);
    if (place !== undefined) return tag;
    return `<${prefix}c r="${lettersOf(column)}${row}"${attributes}>`;
  });
}

/** The column of a place such as "AB12", from 1. */
function columnOf(place: string): number {
  const [letters = ""] = /^[A-Z]{0,3}/.exec(place) ?? [];
  return [...letters].reduce((column, letter) => column * LETTERS + letter.charCodeAt(0) - 64, 0);
}

/** The letters of a column from 1: A, B, ... Z, AA. */
function lettersOf(column: number): string {
  return column <= 0
    ? ""
    : lettersOf(Math.floor((column - 1) / LETTERS)) + String.fromCharCode(65 + ((column - 1) % LETTERS));
}
