import { createRequire } from "node:module";
import type { SingleBar } from "cli-progress";
import type { Output } from "./io";

/** A progress bar, or nothing where none is wanted. */
export interface Progress {
  readonly update: (done: number, total: number) => void;
  /** Takes the bar away. */
  readonly stop: () => void;
}

// What takes less is over before a bar can be read.
const PATIENCE_MS = 1000;

/** A bar on stderr that appears after a second, on a terminal only, and leaves no trace. `now` is a clock in milliseconds. */
export function loadingBar(stderr: Output, now: () => number = () => performance.now()): Progress {
  const start = now();
  let bar: SingleBar | undefined;
  return {
    update(done, total) {
      if (stderr.isTTY !== true || now() - start < PATIENCE_MS) return;
      if (bar === undefined) {
        bar = createBar(stderr);
        bar.start(total, done);
      }
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar?.stop(),
  };
}

function createBar(stream: Output): SingleBar {
  // Loaded here since hardly a run needs it, and by require since loading goes on without a pause to import it in.
  const progress: typeof import("cli-progress") = createRequire(import.meta.url)("cli-progress");
  return new progress.SingleBar(
    {
      stream,
      format: "Reading transcripts {bar} {value} of {total}",
      barsize: 30,
      clearOnComplete: true,
      // A setting of the terminal, which a run that is interrupted could not set back.
      linewrap: true,
    },
    progress.Presets.shades_classic,
  );
}
