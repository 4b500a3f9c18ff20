import { defineConfig, type Options } from "tsup";

const doors = {
  index: "src/index.ts",
  "exchange/index": "src/exchange/index.ts",
  "node/index": "src/node/index.ts",
  "office/index": "src/office/index.ts",
};

// natural is bundled from the few files that are used, so that nobody installs the 52 packages it depends on.
// The metafile says what the bundle contains; scripts/notices.ts reads it, and it is not published.
export default defineConfig({
  entry: { ...doors, "cli/main": "src/cli/main.ts" },
  format: ["esm"],
  target: "node20",
  platform: "neutral",
  external: [/^node:/],
  noExternal: [/^natural\//],
  // 300 kB of words that natural's German stemmer names and, for stems, never asks for.
  esbuildPlugins: [withoutContent("stopwords-iso")],
  dts: { entry: doors },
  splitting: true,
  // "node:fs" stays as it is, which bundlers for browsers and Deno tell from a package of that name.
  removeNodeProtocol: false,
  sourcemap: true,
  metafile: true,
  clean: true,
});

/** Makes a package an empty object in the bundle. */
function withoutContent(name: string): NonNullable<Options["esbuildPlugins"]>[number] {
  return {
    name: `without-${name}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: "without-content" }));
      build.onLoad({ filter: /.*/, namespace: "without-content" }, () => ({ contents: "module.exports = {};" }));
    },
  };
}
