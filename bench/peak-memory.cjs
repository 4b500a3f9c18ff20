// Loaded into a measured process with `node --require`: when it ends, writes its peak memory in kilobytes to the file that
// PEAK_MEMORY_FILE names. Linux counts the parent's memory into a child's maxRSS, so there the kernel's own mark of the
// process's memory is read.
const { readFileSync, writeFileSync } = require("node:fs");

process.on("exit", () => {
  let kilobytes = process.resourceUsage().maxRSS;
  if (process.platform === "linux") {
    kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? kilobytes;
  }
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(kilobytes));
});
