// A folder with a page of its own, which the programs of a test are bundled into.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RolldownOptions, rolldown } from "rolldown";

const PAGE = '<!doctype html><meta charset="utf-8"><title>Krait</title><script type="module" src="page.js"></script>';

export interface BuiltSite {
  readonly folder: string;
  remove(): void;
}

/** A folder whose index.html runs a page.js that is to be written. */
export function newSite(): BuiltSite {
  const folder = mkdtempSync(join(tmpdir(), "krait-browser-"));
  writeFileSync(join(folder, "index.html"), PAGE);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Bundle into a folder, beside what lies there. Rejects as the bundler does. */
export async function bundleInto(dir: string, { output, ...input }: RolldownOptions): Promise<void> {
  const bundle = await rolldown(input);
  await bundle.write({ ...(Array.isArray(output) ? output[0] : output), dir, cleanDir: false });
  await bundle.close();
}
