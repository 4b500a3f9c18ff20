import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../../issues/issue";
import { nowhere } from "../../issues/source";
import type { Scheme } from "../../model/scheme";
import { rootSpot } from "../../text/check";
import { changeScheme } from "../change-scheme";
import { schemeAt } from "../history";
import { readScheme } from "../read-scheme";
import { comparableScheme } from "../write-scheme";
import { applySteps } from "./apply-steps";
import { type Draw, randomDraw, randomScheme, stepFor } from "./random.fixture";

const WHO = { by: "KB", why: "To try" };
let fitting = 0;

/** The scheme after one change for each draw whose step fits. */
function changed(scheme: Scheme, draws: readonly Draw[], number = 0): Scheme {
  return draws.reduce((now, draw, index) => {
    const step = stepFor(now.entries, draw, number + index);
    const issues: Issue[] = [];
    applySteps(now, [step], rootSpot(nowhere, issues));
    if (issues.length > 0) return now;
    fitting++;
    return changeScheme(now, [step], WHO);
  }, scheme);
}

test("whatever a step does is taken back exactly, whatever came after it", () => {
  fc.assert(
    fc.property(randomScheme, fc.array(randomDraw, { minLength: 1, maxLength: 6 }), (scheme, draws) => {
      const before = JSON.stringify(scheme);
      const versions = draws.map((_, index) => changed(scheme, draws.slice(0, index + 1)));
      const last = versions.at(-1) ?? scheme;
      // As a file keeps it: nothing is known but what is written.
      const stored: Scheme = JSON.parse(JSON.stringify(last));
      for (const version of [scheme, ...versions]) {
        expect(comparableScheme(schemeAt(stored, version.version))).toEqual(comparableScheme(version));
      }
      expect(JSON.stringify(scheme)).toBe(before);
    }),
    { numRuns: 300 },
  );
  expect(fitting).toBeGreaterThan(1500);
});

test("several steps of one change are taken back as one", () => {
  fc.assert(
    fc.property(randomScheme, fc.array(randomDraw, { minLength: 2, maxLength: 5 }), (scheme, draws) => {
      const { changes, entries } = changed(scheme, draws);
      const steps = changes.flatMap((change) => change.steps);
      fc.pre(steps.length > 0);
      const once = changeScheme(scheme, steps, WHO);
      expect(once.entries).toEqual(entries);
      expect(comparableScheme(schemeAt(once, scheme.version))).toEqual(comparableScheme(scheme));
    }),
  );
});

test("a changed scheme is read again without a problem", () => {
  fc.assert(
    fc.property(randomScheme, fc.array(randomDraw, { minLength: 1, maxLength: 5 }), (scheme, draws) => {
      const last = changed(scheme, draws);
      const { issues, scheme: again } = readScheme(JSON.parse(JSON.stringify(last)), nowhere);
      expect(issues).toEqual([]);
      expect(again).toEqual(last);
    }),
  );
});
