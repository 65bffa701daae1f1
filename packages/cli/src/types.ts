// `krait types`: stubs of the native modules that a JavaScript file of the host exports.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { NativeModule } from "@krait/core";
import { stubOf } from "@krait/core/tools";

/** What `nativeModule` makes. The file may have another copy of the engine than the command: its classes tell nothing. */
const PARTS: readonly string[] = ["classes", "constants", "doc", "functions", "name", "setUp"];

/** Writes `<module>.pyi` for each module into the folder, and prints their paths. */
export async function writeTypes(file: string, folder: string): Promise<number> {
  const path = resolve(file);
  if (!existsSync(path)) return fail(`can't open file '${path}': No such file or directory`, 2);
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = await import(pathToFileURL(path).href);
  } catch (error) {
    return fail(
      `can't import '${file}': ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    );
  }
  const modules = new Set(Object.values(exported).flat().filter(isNativeModule));
  if (modules.size === 0) {
    return fail(`'${file}' exports no native module: export what nativeModule() answers, or an array of such`);
  }
  const names = new Set<string>();
  for (const { name } of modules) {
    if (names.has(name)) return fail(`'${file}' exports two modules named '${name}'`);
    names.add(name);
  }
  try {
    mkdirSync(folder, { recursive: true });
    for (const module of modules) {
      const stub = join(folder, `${module.name}.pyi`);
      writeFileSync(stub, stubOf(module));
      process.stdout.write(`${stub}\n`);
    }
  } catch (error) {
    return fail(`can't write to '${folder}': ${(error as Error).message}`);
  }
  return 0;
}

function isNativeModule(value: unknown): value is NativeModule {
  if (typeof value !== "object" || value === null) return false;
  const parts = Object.keys(value).sort();
  return parts.length === PARTS.length && parts.every((part, at) => part === PARTS[at]);
}

function fail(message: string, status = 1): number {
  process.stderr.write(`krait: ${message}\n`);
  return status;
}
