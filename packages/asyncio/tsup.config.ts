// Bundles asyncio for every runtime, as ESM and CommonJS, beside core.
import { readFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";

/** Loads `.py` files as text, with one space in place of each four that lines begin with: less for hosts to load. */
const narrowPython: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "narrow-python",
  setup(build) {
    build.onLoad({ filter: /\.py$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return { contents: text.replace(/^( {4})+/gm, (spaces) => " ".repeat(spaces.length / 4)), loader: "text" };
    });
  },
};

export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm", "cjs"],
  target: "es2023",
  platform: "neutral",
  minify: true,
  clean: true,
  silent: true,
  esbuildPlugins: [narrowPython],
  external: [/^@krait\/core/],
  dts: { compilerOptions: { ignoreDeprecations: "6.0", types: ["../core/src/python-text.d.ts"] } },
});
