// Watches the folder of plugins: tells the name of a plugin once its files have been left alone for a while.
import { relative, sep } from "node:path";
import { watch } from "chokidar";
import { isPassedOver } from "../source/collect-files.ts";

export interface Watching {
  readonly root: string;
  /** How long a plugin's files must be left alone before a change of them is told, in ms. */
  readonly settleMs: number;
  readonly changed: (name: string) => void;
  /** The plugins that have changed before there was a watcher: what it finds at first it takes for what was there. */
  readonly missed: () => Promise<readonly string[]>;
  readonly onError: (error: unknown) => void;
}

/** Begin to watch; answers what ends it. */
export function watchFolder({ root, settleMs, changed, missed, onError }: Watching): () => Promise<void> {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let hasEnded = false;
  const tellSoon = (name: string): void => {
    if (hasEnded) return;
    clearTimeout(timers.get(name));
    const tell = (): void => {
      timers.delete(name);
      changed(name);
    };
    timers.set(name, setTimeout(tell, settleMs));
  };
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
    if (name !== "" && isPlugin) tellSoon(name);
  });
  watcher.on("ready", () => {
    missed().then((names) => names.forEach(tellSoon), onError);
  });
  return async () => {
    hasEnded = true;
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    await watcher.close();
  };
}
