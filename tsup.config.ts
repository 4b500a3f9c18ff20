import { defineConfig } from "tsup";

// natural is bundled from the few files that are used, so that nobody installs the 52 packages it depends on.
export default defineConfig({
  entry: { index: "src/index.ts", "node/index": "src/node/index.ts", "cli/main": "src/cli/main.ts" },
  format: ["esm"],
  target: "node20",
  platform: "neutral",
  external: [/^node:/],
  noExternal: [/^natural\//],
  dts: { entry: { index: "src/index.ts", "node/index": "src/node/index.ts" } },
  splitting: true,
  treeshake: true,
  sourcemap: true,
  clean: true,
});
