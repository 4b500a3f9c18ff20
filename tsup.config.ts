import { defineConfig } from "tsup";

// natural is bundled from the few files that are used, so that nobody installs the 52 packages it depends on.
// The metafile says what the bundle contains; scripts/notices.ts reads it, and it is not published.
export default defineConfig({
  entry: { index: "src/index.ts", "node/index": "src/node/index.ts", "cli/main": "src/cli/main.ts" },
  format: ["esm"],
  target: "node20",
  platform: "neutral",
  external: [/^node:/],
  noExternal: [/^natural\//],
  dts: { entry: { index: "src/index.ts", "node/index": "src/node/index.ts" } },
  splitting: true,
  // "node:fs" stays as it is, which bundlers for browsers and Deno tell from a package of that name.
  removeNodeProtocol: false,
  sourcemap: true,
  metafile: true,
  clean: true,
});
