/** Tells the 1-based line of offsets (UTF-16 code units) of a text; fast if they ascend, and right in any order. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  // The first line break at or behind the last offset asked for.
  let end = text.indexOf("\n");
  let last = 0;
  return (offset) => {
    if (offset < last) {
      line = 1;
      end = text.indexOf("\n");
    }
    last = offset;
    while (end >= 0 && end < offset) {
      line++;
      end = text.indexOf("\n", end + 1);
    }
    return line;
  };
}
