// The types of the plugin host's doors, in both module systems; rolldown.config.ts makes the code.
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/index.ts", "src/node.ts"],
  format: ["esm", "cjs"],
  silent: true,
  external: [/^@krait\//, /^node:/],
  dts: {
    only: true,
    compilerOptions: { ignoreDeprecations: "6.0", types: ["node", "../core/src/python-text.d.ts"] },
  },
});
