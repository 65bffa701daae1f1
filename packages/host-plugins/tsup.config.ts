// Bundles the plugin host for every runtime, and its door for Node, as ESM and CommonJS, beside core and asyncio.
import { defineConfig } from "tsup";
import { pythonLoader } from "../../tools/python-text.ts";

export default defineConfig({
  entry: ["src/index.ts", "src/node.ts"],
  format: ["esm", "cjs"],
  target: "es2023",
  platform: "neutral",
  minify: true,
  clean: true,
  silent: true,
  loader: pythonLoader,
  external: [/^@krait\//, /^node:/],
  dts: { compilerOptions: { ignoreDeprecations: "6.0", types: ["node", "../core/src/python-text.d.ts"] } },
});
