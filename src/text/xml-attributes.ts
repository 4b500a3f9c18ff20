/** Attributes of an XML tag, by name as written, with entities replaced. */
export interface XmlAttributes extends Iterable<readonly [name: string, value: string]> {
  readonly size: number;
  /** The value of an attribute, the last if it stands twice; undefined if there is none. */
  get(name: string): string | undefined;
  /** The value of an attribute by its name without prefix: that of `ttm:agent` for "agent". */
  getLocal(name: string): string | undefined;
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly before: Attribute | null;
}

/** The attributes of one tag while it is read. Tags have few: a chain is made, and searched, faster than a map. */
export class TagAttributes implements XmlAttributes {
  size = 0;
  #last: Attribute | null = null;

  add(name: string, value: string): void {
    this.#last = { name, value, before: this.#last };
    this.size++;
  }

  get(name: string): string | undefined {
    for (let each = this.#last; each !== null; each = each.before) if (each.name === name) return each.value;
    return undefined;
  }

  getLocal(name: string): string | undefined {
    for (let each = this.#last; each !== null; each = each.before) {
      // Most names are no longer than that which is asked for, and show at once whether they are it.
      const longer = each.name.length - name.length;
      if (longer === 0 ? each.name === name : longer > 0 && hasLocal(each.name, name, longer)) return each.value;
    }
    return undefined;
  }

  [Symbol.iterator](): Iterator<readonly [string, string]> {
    const entries: [string, string][] = [];
    for (let each = this.#last; each !== null; each = each.before) entries.push([each.name, each.value]);
    return entries.reverse().values();
  }
}

/** True if a name is a prefix of so many characters, which ends with a colon, and this local part. */
function hasLocal(name: string, local: string, length: number): boolean {
  return name.charAt(length - 1) === ":" && name.endsWith(local);
}
