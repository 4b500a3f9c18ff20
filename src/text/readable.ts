/** An id as a name: "recovery-possible" gives "Recovery possible". An id with nothing to read in it stays as it is. */
export function readable(id: string): string {
  const [first = "", ...rest] = id.replace(/[-_\s]+/g, " ").trim();
  return first.toUpperCase() + rest.join("") || id;
}
