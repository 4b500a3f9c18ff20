#!/usr/bin/env node
import { run } from "./run";

const { stdout, stderr, env } = process;
// Set and not called: what is still on its way to a pipe arrives.
process.exitCode = await run(process.argv.slice(2), {
  // Asked for only by who reads it: opening it takes time.
  get stdin() {
    return process.stdin;
  },
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
});
