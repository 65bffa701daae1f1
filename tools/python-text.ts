// Loads `.py` files as text, alike in tests (a Vite plugin) and in the bundles (an esbuild loader).
import type { Plugin } from "vite";

/** For vitest.config.ts: `plugins: [pythonText()]`. */
export function pythonText(): Plugin {
  return {
    name: "python-text",
    enforce: "pre",
    transform(code, id) {
      return id.endsWith(".py") ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined;
    },
  };
}

/** For tsup.config.ts: `loader: pythonLoader`. */
export const pythonLoader: { readonly ".py": "text" } = { ".py": "text" };
