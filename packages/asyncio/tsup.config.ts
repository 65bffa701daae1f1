// Bundles asyncio for every runtime, as ESM and CommonJS, beside core.
import { defineConfig } from "tsup";
import { pythonLoader } from "../../tools/python-text.ts";

export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm", "cjs"],
  target: "es2023",
  platform: "neutral",
  minify: true,
  clean: true,
  silent: true,
  loader: pythonLoader,
  external: [/^@krait\/core/],
  dts: { compilerOptions: { ignoreDeprecations: "6.0", types: ["../core/src/python-text.d.ts"] } },
});
