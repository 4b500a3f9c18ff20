import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    // Natural's files are CommonJS without an exports map; Vite must resolve them as the bundler does.
    server: { deps: { inline: [/natural/] } },
    setupFiles: ["scripts/property-seed.setup.ts"],
    testTimeout: 20_000,
  },
});
