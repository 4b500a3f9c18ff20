import { group } from "d3-array";
import type { TranscriptPart } from "./transcript-part";

/**
 * The transcripts without those that hold nothing at all and have the id of another: an empty file is told as such, and
 * takes nobody's place. Of several that all are empty, the first stands.
 */
export function withoutEmptyTwins(parts: readonly TranscriptPart[]): readonly TranscriptPart[] {
  const byId = group(parts, ({ id }) => id);
  if (byId.size === parts.length) return parts;
  return parts.filter((part) => {
    if (!isEmpty(part)) return true;
    const twins = byId.get(part.id) ?? [];
    return twins.every(isEmpty) && twins[0] === part;
  });
}

function isEmpty({ text, attributes, remainder, codings, memos }: TranscriptPart): boolean {
  const held = Object.keys(attributes).length + codings.length + memos.length + (remainder?.length ?? 0);
  return text.trim() === "" && held === 0;
}
