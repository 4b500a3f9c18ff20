import { conversationKey, joinConversations } from "../transcripts/merge-by-time";
import { looksLikeTextGrid, parseTextGrid } from "../transcripts/textgrid";
import type { TranscriptSource } from "./transcript-source";

/**
 * The transcripts of a study, where Praat's files of one speaker's side each were joined by time to one conversation, in
 * the place of the first of them. All other transcripts stay as they are.
 */
export function joinSides(sources: readonly TranscriptSource[]): TranscriptSource[] {
  const grids = sources.flatMap((source) => ("text" in source && looksLikeTextGrid(source.text) ? [source] : []));
  const counts = new Map<string, number>();
  for (const { file } of grids) counts.set(conversationKey(file), (counts.get(conversationKey(file)) ?? 0) + 1);
  // A file whose name tells of no other side need not be read here; it is read with all the others.
  const sides = grids
    .filter(({ file }) => (counts.get(conversationKey(file)) ?? 0) > 1)
    .map((source) => ({ file: source.file, reading: parseTextGrid(source) }));
  if (sides.length < 2) return [...sources];
  const joined = joinConversations(sides).filter(({ files }) => files.length > 1);
  const first = new Map(joined.map((each) => [each.files[0], each]));
  const parts = new Set(joined.flatMap(({ files }) => files));
  return sources.flatMap((source): TranscriptSource[] => {
    if (!parts.has(source.file)) return [source];
    const conversation = first.get(source.file);
    return conversation === undefined ? [] : [{ file: conversation.file, reading: conversation.reading }];
  });
}
