// Loads `.py` files as text, alike in tests (a Vite plugin) and in the bundles (a Rolldown plugin, an esbuild loader).
import { readFileSync } from "node:fs";
import type { Plugin as BundlePlugin } from "rolldown";
import type { Plugin } from "vite";
import { outlineOf } from "./python-outline.ts";

/** The library of core is loaded as an outline, which compiles in a fraction of the time. */
const LIBRARY = "/core/src/modules/prelude/";

/** The text of a file of Python as scripts of the engine have it. */
function loaded(id: string, text: string): string {
  return id.replaceAll("\\", "/").includes(LIBRARY) ? outlineOf(text) : text;
}

/** For vitest.config.ts: `plugins: [pythonText()]`. */
export function pythonText(): Plugin {
  return {
    name: "python-text",
    enforce: "pre",
    transform(code, id) {
      return id.endsWith(".py")
        ? { code: `export default ${JSON.stringify(loaded(id, code))};`, map: null }
        : undefined;
    },
  };
}

/** For rolldown.config.ts. */
export const pythonBundle: BundlePlugin = {
  name: "python-text",
  load: (id) => (id.endsWith(".py") ? { code: loaded(id, readFileSync(id, "utf8")), moduleType: "text" } : null),
};

/** For tsup.config.ts: `loader: pythonLoader`. */
export const pythonLoader: { readonly ".py": "text" } = { ".py": "text" };
