import fc from "fast-check";
import { expect } from "vitest";
import type { Reading } from "../transcripts/reading";

/** A format whose reader is to be tried with broken files. */
export interface TriedFormat {
  read(bytes: Uint8Array): Promise<Reading>;
  /** A sound file. */
  readonly sample: Uint8Array;
  /** A file whose body is this markup. */
  wrap(body: string): Uint8Array;
  /** Names of tags that the reader knows. */
  readonly tags: readonly string[];
  /** Attributes with values that nobody would expect. */
  readonly attributes: string;
  /** Words that stand between the tags. */
  readonly words: readonly string[];
  readonly seed: number;
}

/** Tries a sound file with some bytes changed, and bodies of tags in any order: there is always a draft or an issue. */
export async function neverThrows({ read, sample, wrap, tags, attributes, words, seed }: TriedFormat): Promise<void> {
  const { length: all } = sample;
  await fc.assert(
    fc.asyncProperty(fc.nat(all), fc.nat(60), fc.uint8Array({ maxLength: 20 }), async (at, length, inserted) => {
      const { drafts, issues } = await read(
        Uint8Array.of(...sample.slice(0, at), ...inserted, ...sample.slice(at + length)),
      );
      expect(drafts.length + issues.length).toBeGreaterThan(0);
    }),
    { seed, numRuns: 300 },
  );
  const piece = fc.constantFrom(
    ...words,
    ...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} ${attributes}/>`]),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      expect((await read(wrap(pieces.join("")))).drafts.length).toBeGreaterThan(0);
    }),
    { seed: seed + 1, numRuns: 300 },
  );
}
