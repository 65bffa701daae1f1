// Where plugins come from: a source lists them and gives the files of each, all at once, so that none changes meanwhile.

/** All files of one plugin, as they were when they were read. */
export interface PluginBundle {
  /** Names it in errors, and its files in tracebacks, as "plugins/economy". */
  readonly place: string;
  /** By paths with "/" that lead nowhere out of the plugin, as "ai/paths.py". */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What the host finds plugins with: `memorySource`, `zipSource`, `directorySource` of the Node door, or the host's own. */
export interface PluginSource {
  /** The names of what may be plugins, sorted. */
  list(): Promise<readonly string[]>;
  /** Read one of those. Rejects with PluginError ("unsafe-path", "too-large", "bad-archive"). */
  load(name: string): Promise<PluginBundle>;
  /**
   * Be told the name of a plugin whenever its files have changed since it was loaded, and of a new one, until the answered
   * function is called. A source without it cannot be watched.
   */
  watch?(changed: (name: string) => void): () => Promise<void>;
}

/** Checks that something can serve as a source, which is `what` of `owner`. Throws TypeError. */
export function checkSource(owner: string, what: string, source: Partial<PluginSource> | null | undefined): void {
  for (const method of ["list", "load"] as const) {
    if (typeof source?.[method] !== "function") {
      throw new TypeError(`${owner}: ${what} is missing, or has no method '${method}'`);
    }
  }
}

/** How much one plugin may consist of. */
export interface BundleLimits {
  /** Default 1,000. */
  readonly files?: number;
  /** All of its files together, unpacked, in bytes; default 16 MiB. */
  readonly bytes?: number;
}

export const DEFAULT_BUNDLE_LIMITS: Readonly<Required<BundleLimits>> = { files: 1_000, bytes: 16 * 2 ** 20 };
