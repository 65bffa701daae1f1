// Adapters for Node: modules from files, files for scripts, VMs in worker threads.
/**
 * Adapters for Node: where modules and files come from, and VMs in worker threads.
 *
 * @module @krait/core/node
 */
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FileAccess } from "./vm/files.ts";
import type { Loader, ModuleSource } from "./vm/import.ts";

export { createWorkerVM, type NodeWorkerVMOptions } from "./node/worker-vm.ts";

/**
 * A loader that finds modules in folders, as CPython does: `name/__init__.py` is a package, `name.py` a module. The
 * first folder of the path that has either wins; an empty folder is the current one. It throws what `node:fs` throws
 * where a file is there and cannot be read.
 */
export function fileLoader(): Loader {
  return (name, path) => {
    const tail = name.slice(name.lastIndexOf(".") + 1);
    for (const folder of path) {
      const packageFolder = resolve(folder, tail);
      const found = read(join(packageFolder, "__init__.py"), packageFolder) ?? read(resolve(folder, `${tail}.py`));
      if (found !== null) return found;
    }
    const folder = path.map((each) => resolve(each, tail)).find(isFolder);
    return folder === undefined ? null : { source: "", filename: null, path: folder };
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * All files that the process may use, by paths relative to a folder: by default the current one. The folder bounds
 * nothing: absolute paths and ".." lead out of it. Throws what `node:fs` throws, which scripts get as OSError.
 */
export function fileAccess(folder = ""): FileAccess {
  return {
    open(path, mode) {
      const name = resolve(folder, path);
      // Opening in the mode itself makes or empties the file, and finds out whether that is allowed.
      const handle = openSync(name, mode[0] === "x" ? `w${mode}` : mode);
      try {
        return mode[0] === "r" ? readFileSync(handle) : mode[0] === "a" ? readFileSync(name) : new Uint8Array();
      } finally {
        closeSync(handle);
      }
    },
    save: (path, content) => writeFileSync(resolve(folder, path), content),
  };
}

function read(filename: string, path?: string): ModuleSource | null {
  if (statSync(filename, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const source = readFileSync(filename);
  return path === undefined ? { source, filename } : { source, filename, path };
}
