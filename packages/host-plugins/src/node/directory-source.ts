// Plugins from a folder of the file system: its subfolders and zip archives, which can be watched.
import { readdirSync, type Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { PluginError } from "../errors.ts";
import { FileCollector, isPassedOver } from "../source/collect-files.ts";
import { noPlugin } from "../source/memory-source.ts";
import type { BundleLimits, PluginBundle, PluginSource } from "../source/plugin-source.ts";
import { pathFault } from "../source/safe-path.ts";
import { unzipPlugin } from "../source/unzip.ts";
import { watchFolder } from "./watch-folder.ts";

/** What `directorySource` takes beside the folder. */
export interface DirectoryOptions {
  readonly limits?: BundleLimits;
  /** How long a plugin's files must be left alone before a change of them is told, in ms; default 100. */
  readonly settleMs?: number;
  /** Is told what keeps the folder from being watched; default: nobody is. */
  readonly onWatchError?: (error: unknown) => void;
}

/**
 * The plugins in a folder: each subfolder, and each `.zip` file. Hidden files and `__pycache__` are passed over. A link
 * may stand for a plugin, or in it for a file of its own; one that leads out of the plugin's folder is refused, and so is
 * one to a folder.
 *
 * `list` and `load` reject with PluginError ("unreadable") where the system refuses. Who watches is told what has changed
 * since it was loaded, and what is new since the watching began. What links lead to is not watched.
 */
export function directorySource(folder: string, options: DirectoryOptions = {}): PluginSource {
  const { limits, settleMs = 100, onWatchError = () => {} } = options;
  // As the caller wrote it, so that errors and tracebacks are as short.
  const place = folder.replaceAll(sep, "/").replace(/(?<=.)\/+$/, "");
  /** What the files of each plugin were stamped with when it was loaded last. */
  const loaded = new Map<string, string>();
  return {
    list: () => listPlugins(folder, place),
    load: async (name) => {
      const stamps: string[] = [];
      try {
        return await loadPlugin({ folder, place, name, limits, stamps });
      } finally {
        loaded.set(name, joined(stamps));
      }
    },
    watch: (changed) => {
      const known = namesNow(folder);
      const missed = async (): Promise<readonly string[]> => {
        const names = new Set([...(await listPlugins(folder, place).catch(() => [])), ...loaded.keys()]);
        const isMissed = async (name: string): Promise<boolean> => {
          if (!loaded.has(name)) return !known.has(name);
          const stamps: string[] = [];
          // What it is refused for now is told to whoever loads it.
          await loadPlugin({ folder, place, name, limits, stamps }).catch(() => {});
          return joined(stamps) !== loaded.get(name);
        };
        const all = await Promise.all([...names].map(async (name) => ((await isMissed(name)) ? [name] : [])));
        return all.flat();
      };
      return watchFolder({ root: resolve(folder), settleMs, changed, missed, onError: onWatchError });
    },
  };
}

/** Read at once: what comes right after this is new. */
function namesNow(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

/** In one order: the system lists files in any. */
function joined(stamps: string[]): string {
  return stamps.sort().join("\n");
}

async function listPlugins(folder: string, place: string): Promise<string[]> {
  const system = new FileCollector(place, place);
  const names = await readdir(folder).catch((error) => Promise.reject(unreadable(system, error)));
  const kinds = await Promise.all(names.map((name) => kindOf(join(folder, name), name)));
  return names.filter((name, index) => kinds[index] !== null && pathFault(name) === null).sort();
}

/** What may be a plugin: null for what is none, or has gone. */
async function kindOf(path: string, name: string): Promise<"folder" | "zip" | null> {
  if (isPassedOver(name)) return null;
  const stats = await stat(path).catch(() => null);
  if (stats?.isDirectory()) return "folder";
  return stats?.isFile() && name.endsWith(".zip") ? "zip" : null;
}

/** One plugin that is to be loaded. */
interface Loading {
  readonly folder: string;
  readonly place: string;
  readonly name: string;
  readonly limits: BundleLimits | undefined;
  /** Gets what changes with each of the files, before that is read. */
  readonly stamps: string[];
}

async function loadPlugin({ folder, place, name, limits, stamps }: Loading): Promise<PluginBundle> {
  if (pathFault(name) !== null || name.includes("/")) throw noPlugin(name);
  const path = join(folder, name);
  const own = `${place}/${name}`;
  const files = new FileCollector(name, own, limits);
  const kind = await kindOf(path, name);
  if (kind === null) throw noPlugin(name);
  try {
    if (kind === "zip") {
      const stats = await stat(path);
      stamps.push(stampOf(name, stats));
      if (stats.size > files.room) throw files.refusal("too-large", `more than ${files.room} bytes, packed`);
      return unzipPlugin(name, own, await readFile(path), limits);
    }
    await readFolder(files, stamps, await realpath(path), "");
  } catch (error) {
    throw isSystemError(error) ? unreadable(files, error) : error;
  }
  return files.bundle();
}

/** All files under a folder of the plugin whose own folder is `root`. */
async function readFolder(files: FileCollector, stamps: string[], root: string, under: string): Promise<void> {
  for (const entry of await readdir(join(root, under), { withFileTypes: true })) {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (isPassedOver(entry.name)) continue;
    files.checkPath(path);
    const real = entry.isSymbolicLink() ? await linkTarget(files, root, path) : join(root, path);
    const stats = await stat(real);
    if (stats.isDirectory()) await readFolder(files, stamps, root, path);
    else if (stats.isFile()) {
      stamps.push(stampOf(path, stats));
      await readInto(files, path, real, stats);
    }
  }
}

function stampOf(path: string, { ino, mtimeMs, size }: Stats): string {
  return `${path} ${ino} ${mtimeMs} ${size}`;
}

/** The file that a link in a plugin leads to. */
async function linkTarget(files: FileCollector, root: string, path: string): Promise<string> {
  const shown = JSON.stringify(path);
  const target = await realpath(join(root, path)).catch((error: unknown) => {
    throw files.refusal("unreadable", `the link ${shown} leads nowhere`, error);
  });
  const inside = relative(root, target);
  if (inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || resolve(root, inside) !== target) {
    throw files.refusal("unsafe-path", `the link ${shown} leads out of the plugin's folder`);
  }
  if ((await stat(target)).isDirectory()) throw files.refusal("unsafe-path", `the link ${shown} leads to a folder`);
  return target;
}

async function readInto(files: FileCollector, path: string, real: string, { size }: Stats): Promise<void> {
  if (size > files.room) files.countBytes(size);
  const data = await readFile(real);
  files.countBytes(data.length);
  files.add(path, new Uint8Array(data));
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";
}

function unreadable(files: FileCollector, error: unknown): PluginError {
  return files.refusal("unreadable", `cannot be read: ${(error as NodeJS.ErrnoException).code}`, error);
}
