// How a check ends: every failure in full, one line that counts, an exit code.

/** Prints the failures and one summing line; the process will end with 1 if there were any. */
export function conclude(what: string, count: number, failures: readonly string[]): void {
  for (const failure of failures) console.error(`\n✗ ${failure}`);
  if (failures.length > 0) {
    console.error(`\n${what}: ${count} checked, ${failures.length} wrong`);
    process.exitCode = 1;
  } else {
    console.log(`${what}: ${count} checked, all as they should be`);
  }
}
