// The fenced code blocks of a Markdown file.

/** A fenced block: its language, the other words behind the fence, its code, and where that begins (1-based) and how long it is. */
export interface Block {
  readonly language: string;
  readonly words: readonly string[];
  readonly code: string;
  readonly line: number;
  readonly lines: number;
}

const FENCE = /^( *)(`{3,}|~{3,})\s*(.*)$/;

/** All fenced blocks, in order. Throws if one does not close. */
export function fencedBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const [, indent = "", fence = "", info = ""] = FENCE.exec(lines[at] ?? "") ?? [];
    if (fence === "") continue;
    const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
    if (end < 0) throw new Error(`The code block that opens in line ${at + 1} does not close.`);
    const [language = "", ...words] = info.trim().split(/\s+/);
    const code = lines.slice(at + 1, end).map((line) => line.slice(Math.min(indent.length, line.search(/\S|$/))));
    blocks.push({ language, words, code: code.join("\n"), line: at + 2, lines: code.length });
    at = end;
  }
  return blocks;
}
