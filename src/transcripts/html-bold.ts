const BOLD = /font-weight\s{0,9}:\s{0,9}(?:bold|bolder|[6-9]00)/i;
const NOT_BOLD = /font-weight\s{0,9}:\s{0,9}(?:normal|lighter|[1-5]00)/i;
const CLASS = /^[a-z]{0,20}\.([\w-]{1,100})$/i;
const CLASSES = /\bclass\s{0,9}=\s{0,9}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s"'>]{1,100}))/i;

/** Tells which tags a page's own styles make bold, as pages do that word processors and editors on the web save. */
export interface BoldStyles {
  /** Takes a style sheet of the page. Of its rules, those count that name a class alone, `.c1` or `span.c1`. */
  add(sheet: string): void;
  /** True if the attributes of a tag make it bold: a style of its own, or a class. */
  isBold(attributes: string): boolean;
}

/** The styles of a page that has none yet. */
export function boldStyles(): BoldStyles {
  const classes = new Set<string>();
  return {
    add(sheet) {
      for (let start = 0, end = 0; end < sheet.length; start = end + 1) {
        // One by one: a hostile page has millions.
        const close = sheet.indexOf("}", start);
        end = close < 0 ? sheet.length : close;
        const rule = sheet.slice(start, end);
        const open = rule.lastIndexOf("{");
        const isBold = BOLD.test(rule.slice(open));
        if (open === -1 || (!isBold && !NOT_BOLD.test(rule.slice(open)))) continue;
        for (const selector of rule.slice(0, open).split(",")) {
          const [, name] = CLASS.exec(selector.trim()) ?? [];
          if (name !== undefined && isBold) classes.add(name);
          else if (name !== undefined) classes.delete(name);
        }
      }
    },
    isBold(attributes) {
      if (BOLD.test(attributes)) return true;
      if (classes.size === 0 || NOT_BOLD.test(attributes)) return false;
      const [, ...named] = CLASSES.exec(attributes) ?? [];
      return named.some((each) => each?.split(/\s+/).some((name) => classes.has(name)));
    },
  };
}
