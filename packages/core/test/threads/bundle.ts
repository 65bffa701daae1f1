// The programs of worker threads for tests, built from the sources: Node runs no TypeScript on its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { pythonLoader } from "../../../../tools/python-text.ts";

export interface ThreadPrograms {
  /** Runs the VM of a WorkerVM. */
  readonly worker: string;
  /** The same as a Web Worker: see web-worker.ts. */
  readonly webWorker: string;
  /** Uses an InterruptHandle: see interrupter.ts. */
  readonly interrupter: string;
  /** Exports native modules, for worker VMs to import: see shared-world.ts. */
  readonly sharedWorld: string;
  readonly remove: () => void;
}

/** Build the programs into a folder of their own. */
export async function buildPrograms(): Promise<ThreadPrograms> {
  const dir = mkdtempSync(join(tmpdir(), "krait-threads-"));
  const core = join(import.meta.dirname, "../..");
  const bundle = await rolldown({
    input: {
      worker: join(core, "src/node-worker.ts"),
      "web-worker": join(core, "test/threads/web-worker.ts"),
      interrupter: join(core, "test/threads/interrupter.ts"),
      "shared-world": join(core, "test/threads/shared-world.ts"),
    },
    platform: "node",
    external: [/^node:/],
    moduleTypes: pythonLoader,
    resolve: { conditionNames: ["@krait/source", "import"] },
    logLevel: "silent",
  });
  await bundle.write({ dir, format: "esm", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" });
  await bundle.close();
  const remove = (): void => rmSync(dir, { recursive: true, force: true });
  const program = (name: string): string => join(dir, `${name}.mjs`);
  return {
    worker: program("worker"),
    webWorker: program("web-worker"),
    interrupter: program("interrupter"),
    sharedWorld: program("shared-world"),
    remove,
  };
}
