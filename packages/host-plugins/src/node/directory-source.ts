// Plugins from a folder of the file system: its subfolders and zip archives, which can be watched.
import type { Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { watch } from "chokidar";
import type { PluginError } from "../errors.ts";
import { FileCollector, isPassedOver } from "../source/collect-files.ts";
import { noPlugin } from "../source/memory-source.ts";
import type { BundleLimits, PluginBundle, PluginSource } from "../source/plugin-source.ts";
import { pathFault } from "../source/safe-path.ts";
import { unzipPlugin } from "../source/unzip.ts";

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
 * `list` and `load` reject with PluginError ("unreadable") where the system refuses. What links lead to is not watched.
 */
export function directorySource(folder: string, options: DirectoryOptions = {}): PluginSource {
  const { limits, settleMs = 100, onWatchError = () => {} } = options;
  // As the caller wrote it, so that errors and tracebacks are as short.
  const place = folder.replaceAll(sep, "/").replace(/(?<=.)\/+$/, "");
  return {
    list: () => listPlugins(folder, place),
    load: (name) => loadPlugin(folder, place, name, limits),
    watch: (changed) => watchFolder(resolve(folder), settleMs, changed, onWatchError),
  };
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

async function loadPlugin(folder: string, place: string, name: string, limits?: BundleLimits): Promise<PluginBundle> {
  if (pathFault(name) !== null || name.includes("/")) throw noPlugin(name);
  const path = join(folder, name);
  const own = `${place}/${name}`;
  const files = new FileCollector(name, own, limits);
  const kind = await kindOf(path, name);
  if (kind === null) throw noPlugin(name);
  try {
    if (kind === "zip") {
      const { size } = await stat(path);
      if (size > files.room) throw files.refusal("too-large", `more than ${files.room} bytes, packed`);
      return unzipPlugin(name, own, await readFile(path), limits);
    }
    await readFolder(files, await realpath(path), "");
  } catch (error) {
    throw isSystemError(error) ? unreadable(files, error) : error;
  }
  return files.bundle();
}

/** All files under a folder of the plugin whose own folder is `root`. */
async function readFolder(files: FileCollector, root: string, under: string): Promise<void> {
  for (const entry of await readdir(join(root, under), { withFileTypes: true })) {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (isPassedOver(entry.name)) continue;
    files.checkPath(path);
    const real = entry.isSymbolicLink() ? await linkTarget(files, root, path) : join(root, path);
    const stats = await stat(real);
    if (stats.isDirectory()) await readFolder(files, root, path);
    else if (stats.isFile()) await readInto(files, path, real, stats);
  }
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

/** Tells names of plugins; answers what ends it. */
function watchFolder(
  root: string,
  settleMs: number,
  changed: (name: string) => void,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const watcher = watch(root, {
    ignoreInitial: true,
    // A link may lead to the whole file system.
    followSymlinks: false,
    ignored: (path) => isPassedOver(relative(root, path).replaceAll(sep, "/")),
  });
  watcher.on("error", onError);
  watcher.on("all", (event, path) => {
    const [name = "", ...rest] = relative(root, path).split(sep);
    const isPlugin = rest.length > 0 || name.endsWith(".zip") || event === "addDir" || event === "unlinkDir";
    if (name === "" || !isPlugin) return;
    clearTimeout(timers.get(name));
    const tell = (): void => {
      timers.delete(name);
      changed(name);
    };
    timers.set(name, setTimeout(tell, settleMs));
  });
  return async () => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    await watcher.close();
  };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";
}

function unreadable(files: FileCollector, error: unknown): PluginError {
  return files.refusal("unreadable", `cannot be read: ${(error as NodeJS.ErrnoException).code}`, error);
}
