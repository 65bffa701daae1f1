// Bundles core for every runtime: ESM and CommonJS with types, one entry for each door in package.json's exports.
import { defineConfig } from "tsup";
import { pythonLoader } from "../../tools/python-text.ts";

export default defineConfig({
  entry: ["src/index.ts", "src/node.ts"],
  format: ["esm", "cjs"],
  target: "es2023",
  platform: "neutral",
  clean: true,
  silent: true,
  minify: true,
  loader: pythonLoader,
  // node.ts takes core's values from "@krait/core" itself, so that CommonJS too has each class once.
  external: ["@krait/core", /^node:/],
  removeNodeProtocol: false,
  // `ignoreDeprecations`: tsup sets `baseUrl`, which TypeScript 6 refuses otherwise. What core may see is checked by tsc.
  dts: { compilerOptions: { ignoreDeprecations: "6.0", types: ["node", "./src/python-text.d.ts"] } },
});
