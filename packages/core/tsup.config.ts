// The types of core's doors, one file of declarations for each in both module systems; rolldown.config.ts makes the code.
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["index", "extend", "node", "node-worker", "tools", "web", "web-worker", "worker"].map(
    (name) => `src/${name}.ts`,
  ),
  format: ["esm", "cjs"],
  silent: true,
  external: [/^@krait\/core/, /^node:/],
  // `ignoreDeprecations`: tsup sets `baseUrl`, which TypeScript 6 refuses otherwise. What core may see is checked by tsc.
  dts: { only: true, compilerOptions: { ignoreDeprecations: "6.0", types: ["node", "./src/python-text.d.ts"] } },
});
