import { defineConfig } from "tsup";

const doors = { index: "src/index.ts", "node/index": "src/node/index.ts", "office/index": "src/office/index.ts" };

// natural is bundled from the few files that are used, so that nobody installs the 52 packages it depends on.
// The metafile says what the bundle contains; scripts/notices.ts reads it, and it is not published.
export default defineConfig({
  entry: { ...doors, "cli/main": "src/cli/main.ts" },
  format: ["esm"],
  target: "node20",
  platform: "neutral",
  external: [/^node:/],
  noExternal: [/^natural\//],
  dts: { entry: doors },
  splitting: true,
  // "node:fs" stays as it is, which bundlers for browsers and Deno tell from a package of that name.
  removeNodeProtocol: false,
  sourcemap: true,
  metafile: true,
  clean: true,
});
