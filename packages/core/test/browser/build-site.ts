// Bundles core as it is published, and beside it the programs of the test's page, into a folder to be served.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuiltSite, bundleInto, newSite } from "../../../../tools/browser/built-site.ts";
import { buildPackage } from "../../../../tools/browser/published.ts";

/** Where programs of a page find core's doors: import maps do not hold within workers. */
const DOORS: Readonly<Record<string, string>> = {
  "@krait/core": "./index.js",
  "@krait/core/web": "./web.js",
  "@krait/core/worker": "./worker.js",
};

/** Build index.html, page.js and what they use. */
export async function buildSite(): Promise<BuiltSite> {
  const site = newSite();
  await buildPackage("core", site.folder);
  const program = (name: string): string => join(import.meta.dirname, `${name}.ts`);
  await bundleInto(site.folder, {
    input: {
      page: program("page"),
      interrupter: program("interrupter"),
      "shared-world": program("../threads/shared-world"),
    },
    platform: "browser",
    external: Object.keys(DOORS),
    logLevel: "silent",
    output: { format: "esm", paths: DOORS, entryFileNames: "[name].js", chunkFileNames: "page-[hash].js" },
  });
  writeFileSync(join(site.folder, "stock.json"), '{"apples": 3}');
  return site;
}
