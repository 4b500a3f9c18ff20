import type { PdfLine } from "./pdf-lines";

// So many lines from the top and the bottom of a page can be a running head or foot.
const EDGE = 3;
const PAGE_NUMBER =
  /^(?:page|seite|página|pagina|p\.?|s\.?)?\s*[-–—[(]?\s*(\d{1,4}|[ivxlc]{1,6})\s*[-–—\])]?(?:\s*(?:of|von|de|sur|di|\/)\s*\d{1,4})?$/i;

/**
 * For each page, which of its lines are page numbers or running heads and feet: those at its edge that most pages have in
 * the same place, numbers aside, and numbers that stand alone and count up with the pages.
 */
export function findFurniture(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const furniture = new Set<PdfLine>();
  const written = pages.filter((lines) => lines.length > 0);
  const seen = new Map<string, PdfLine[]>();
  for (const lines of written) {
    for (const line of new Set(edgesOf(lines))) {
      const key = `${line.text.replace(/\d+|\b[ivxlc]+\b/gi, "#")}|${Math.round(line.y / 4)}`;
      const same = seen.get(key);
      if (same === undefined) seen.set(key, [line]);
      else same.push(line);
    }
  }
  for (const lines of seen.values()) {
    if (lines.length >= 2 && lines.length * 2 >= written.length) for (const line of lines) furniture.add(line);
  }
  // Left and right pages have their heads and numbers in two places.
  pages.forEach((lines, index) => {
    for (const line of [lines[0], lines.at(-1)]) {
      const number = line === undefined ? null : numberOf(line.text);
      if (line === undefined || number === null) continue;
      const near = [pages[index - 1], pages[index + 1]].some((other, side) => {
        const expected = number + (side === 0 ? -1 : 1);
        return [other?.[0], other?.at(-1)].some((each) => each !== undefined && numberOf(each.text) === expected);
      });
      if (near || number === index + 1) furniture.add(line);
    }
  });
  return furniture;
}

function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  return [...lines.slice(0, EDGE), ...lines.slice(-EDGE)];
}

function numberOf(text: string): number | null {
  const [, number] = PAGE_NUMBER.exec(text) ?? [];
  return number === undefined || !/^\d+$/.test(number) ? null : Number(number);
}
