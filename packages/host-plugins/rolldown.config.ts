// Bundles the plugin host for every runtime, and its door for Node, as ESM and CommonJS: what both need is there once.
import { defineConfig, type RolldownOptions } from "rolldown";
import { brokenLines } from "../../tools/broken-lines.ts";
import { pythonLoader } from "../../tools/python-text.ts";

function bundle(format: "esm" | "cjs", extension: string, cleanDir: boolean): RolldownOptions {
  return {
    plugins: [brokenLines],
    input: { index: "src/index.ts", node: "src/node.ts" },
    platform: "neutral",
    transform: { target: "es2023" },
    moduleTypes: pythonLoader,
    // Whatever is imported by a name is a package of its own.
    external: [/^[^./]/],
    logLevel: "warn",
    output: {
      dir: "dist",
      format,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name]-[hash].${extension}`,
      cleanDir,
      minify: true,
    },
  };
}

export default defineConfig([bundle("esm", "js", true), bundle("cjs", "cjs", false)]);
