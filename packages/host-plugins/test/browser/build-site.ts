// Bundles the test's page as the bundler of a game does: the packages as they are published, and what they depend on.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { type BuiltSite, bundleInto, newSite } from "../../../../tools/browser/built-site.ts";
import { installPackages } from "../../../../tools/browser/published.ts";

const MANIFEST = 'id = "fetched"\nversion = "2.1.0"\napi = "^1.0"\n';

/** Build index.html, page.js, and what that fetches. Rejects where the bundler has something to object to. */
export async function buildSite(): Promise<BuiltSite> {
  const site = newSite();
  const installed = mkdtempSync(join(tmpdir(), "krait-installed-"));
  try {
    await installPackages(installed);
    await bundleInto(site.folder, {
      input: { page: join(import.meta.dirname, "page.ts") },
      platform: "browser",
      plugins: [
        {
          name: "installed-packages",
          resolveId: {
            filter: { id: /^@krait\// },
            handler(id) {
              return this.resolve(id, join(installed, "page.js"), { skipSelf: true });
            },
          },
        },
      ],
      onLog(level, { message }) {
        if (level === "warn") throw new Error(message);
      },
      output: { format: "esm", entryFileNames: "[name].js", chunkFileNames: "page-[hash].js" },
    });
  } finally {
    rmSync(installed, { recursive: true, force: true });
  }
  const plugin = { "plugin.toml": strToU8(MANIFEST), "main.py": strToU8("print('from an archive')\n".repeat(2)) };
  writeFileSync(join(site.folder, "plugin.zip"), zipSync(plugin));
  writeFileSync(join(site.folder, "stock.json"), '{"apples": 3}');
  return site;
}
