// Which folder of src may name which: the layers, as one table. docs/architecture.md explains them.
// `npm run check:layers` holds the source against it; scripts/layers.test.ts proves on fixtures/layers that each rule bites.

const reading = ["anchor", "text", "model", "issues"];
const studying = ["study", "transcripts", "scheme", "coding", "rules", ...reading];
const core = ["index", "analysis", "table", ...studying];

const mayImport = {
  issues: [],
  model: ["issues"],
  text: ["model", "issues"],
  anchor: ["text", "model", "issues"],
  transcripts: reading,
  scheme: reading,
  coding: reading,
  rules: reading,
  study: studying.slice(1),
  table: ["issues"],
  analysis: ["table", ...studying],
  index: core.slice(1),
  office: core,
  exchange: core,
  chart: core,
  node: ["office", "exchange", "chart", ...core],
  cli: ["node", "office", "exchange", "chart", ...core],
};

// src/index.ts stands alone; everything else is a folder.
const path = (layer) => (layer === "index" ? "^src/index\\.ts$" : `^src/${layer}/`);
// Tests, and what only tests use.
const TEST = "\\.(test|fixture)\\.ts$";

const layers = Object.entries(mayImport).map(([layer, below]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may name ${below.length === 0 ? "no other folder of src" : below.join(", ")}`,
  severity: "error",
  from: { path: path(layer) },
  to: { path: "^src/", pathNot: [layer, ...below].map(path) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...layers,
    {
      name: "known-layer",
      comment: "Every file of src stands in a folder of the table above, so that a new folder gets its place first",
      severity: "error",
      from: { path: "^src/", pathNot: [...Object.keys(mayImport).map(path), "^src/natural\\.d\\.ts$"] },
      to: {},
    },
    {
      name: "no-cycle",
      comment: "Files that need each other are one file, or share a third",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "node-behind-its-door",
      comment: "Only src/node and src/cli name Node's modules: everything else runs in a browser",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/(node|cli)/", TEST] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "packages-are-dependencies",
      comment: "What users run names only packages that they get; natural is bundled, test tools are for tests",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], pathNot: "node_modules/(natural|@types)/" },
    },
    {
      name: "natural-by-file",
      comment: "natural's indexes load 50 packages and print to the terminal; name its single files",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "node_modules/natural/.*\\bindex\\.js$" },
    },
    {
      name: "no-test-in-source",
      comment: "Tests name the source, never the other way",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: "examples-through-the-doors",
      comment: "Examples name what a user can name: the package's doors",
      severity: "error",
      from: { path: "^examples/" },
      to: { path: "^(src|dist)/", pathNot: "^dist/(index|(exchange|node|office)/index)\\.(js|d\\.ts)$" },
    },
    {
      name: "resolvable",
      comment: "A name that leads nowhere; the package's own doors are there once it is built",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^polyvocal(/(exchange|node|office))?$" },
    },
  ],
  options: {
    // An import of types alone couples two files as much as any other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: ["node_modules", "^dist/"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
