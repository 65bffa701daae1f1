// Adapters for Node: modules from files.
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Loader, ModuleSource } from "./vm/import.ts";

/**
 * A loader that finds modules in folders, as CPython does: `name/__init__.py` is a package, `name.py` a module. The
 * first folder of the path that has either wins; an empty folder is the current one.
 */
export function fileLoader(): Loader {
  return (name, path) => {
    const tail = name.slice(name.lastIndexOf(".") + 1);
    for (const folder of path) {
      const packageFolder = resolve(folder, tail);
      const found = read(join(packageFolder, "__init__.py"), packageFolder) ?? read(resolve(folder, `${tail}.py`));
      if (found !== null) return found;
    }
    return null;
  };
}

function read(filename: string, path?: string): ModuleSource | null {
  if (statSync(filename, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const source = readFileSync(filename);
  return path === undefined ? { source, filename } : { source, filename, path };
}
