// Bundles core as it is published, and beside it the programs of the test's page, into a folder to be served.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RolldownOptions, rolldown } from "rolldown";
import published from "../../rolldown.config.ts";

/** Where programs of a page find core's doors: import maps do not hold within workers. */
const DOORS: Readonly<Record<string, string>> = {
  "@krait/core": "./index.js",
  "@krait/core/web": "./web.js",
  "@krait/core/worker": "./worker.js",
};

const PAGE = '<!doctype html><meta charset="utf-8"><title>Krait</title><script type="module" src="page.js"></script>';

export interface BuiltSite {
  readonly folder: string;
  remove(): void;
}

/** Build index.html, page.js and what they use. */
export async function buildSite(): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), "krait-browser-"));
  const core = join(import.meta.dirname, "../..");
  const [esm] = published as RolldownOptions[];
  await write(folder, { ...esm, cwd: core, logLevel: "silent" });
  const program = (name: string): string => join(core, "test/browser", `${name}.ts`);
  await write(folder, {
    input: {
      page: program("page"),
      interrupter: program("interrupter"),
      "shared-world": join(core, "test/threads/shared-world.ts"),
    },
    platform: "browser",
    external: Object.keys(DOORS),
    logLevel: "silent",
    output: { format: "esm", paths: DOORS, entryFileNames: "[name].js", chunkFileNames: "page-[hash].js" },
  });
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "stock.json"), '{"apples": 3}');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function write(dir: string, { output, ...input }: RolldownOptions): Promise<void> {
  const bundle = await rolldown(input);
  await bundle.write({ ...(Array.isArray(output) ? output[0] : output), dir, cleanDir: false });
  await bundle.close();
}
