// `npm run check`: every check, one after the other, with its time. A failed step does not keep the others from running.
// The last line counts tests, as vitest reports them, and every other step that failed as one failure more.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./lib/repository";
import { inTemporaryFolder } from "./lib/sandbox";

// Quick ones first; the demo makes the build that the later ones check.
const STEPS = [
  ["run", "lint"],
  ["run", "types"],
  ["run", "check:core"],
  ["run", "check:layers"],
  ["run", "check:unused"],
  ["run", "demo"],
  ["test"],
  ["run", "check:notices"],
  ["run", "check:package"],
  ["run", "check:examples"],
  ["run", "check:doc-examples"],
  ["run", "check:readme"],
];

await inTemporaryFolder((folder) => {
  const report = join(folder, "vitest.json");
  const failed = STEPS.filter((step) => !succeeds(step, report));
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = read(report);
  // Vitest may fail without a failed test: a file that does not load.
  const failedSteps = failed.filter(([name]) => name !== "test" || numFailedTests === 0);
  if (failed.length > 0) console.log(`\nFailed: ${failed.map((step) => `npm ${step.join(" ")}`).join(", ")}`);
  const skipped = numPendingTests + numTodoTests;
  console.log(
    `\n${numPassedTests} passed, ${numFailedTests + failedSteps.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
  );
  process.exitCode = failed.length > 0 ? 1 : 0;
});

function succeeds(step: readonly string[], report: string): boolean {
  console.log(`\n=== npm ${step.join(" ")} ===`);
  const reporters = ["--", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const start = performance.now();
  const args = ["--silent", ...step, ...(step[0] === "test" ? reporters : [])];
  const { status } = spawnSync("npm", args, { cwd: ROOT, stdio: "inherit" });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`--- ${status === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return status === 0;
}

/** The counts of vitest's report; none if it did not get as far as to write one. */
function read(report: string): Record<string, number> {
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
}
