// Where the stored texts of plugins lie: what a host may bring, and the memory as the simplest of them.
import { shown } from "@krait/core/extend";

/**
 * Keeps one text for each plugin. The host does one thing at a time to the text of a plugin; a write that takes longer than
 * `disposeMs` at the plugin's end is left to itself, and may be under way when the plugin's next life reads and writes.
 */
export interface StorageBackend {
  /** The text of a plugin; null when it has none. Rejects with PluginError ("storage-corrupt") when it is no text at all. */
  read(id: string): Promise<string | null>;
  /** Replace the text of a plugin. When it rejects, or the process ends meanwhile, the text of before is still there. */
  write(id: string, text: string): Promise<void>;
  /** Move a damaged text out of the way, to where no other lies; resolves with the name under which people find it. */
  keepAside(id: string): Promise<string>;
  /** Forget the text of a plugin, if it has one. What was kept aside stays. */
  remove(id: string): Promise<void>;
}

/** A backend that lasts as long as its object. */
export interface MemoryStorage extends StorageBackend {
  /** The texts by plugin id, and those kept aside by the names that `keepAside` gave them. */
  readonly texts: Map<string, string>;
}

/** Storage in memory, for tests and for hosts that keep nothing; `texts` is what there is at first. */
export function memoryStorage(texts: Iterable<readonly [string, string]> = []): MemoryStorage {
  if (typeof (texts as Partial<typeof texts> | null)?.[Symbol.iterator] !== "function") {
    throw new TypeError(`memoryStorage: texts must be pairs of id and text, not ${shown(texts)}`);
  }
  const kept = new Map(texts);
  return {
    texts: kept,
    read: async (id) => kept.get(id) ?? null,
    write: async (id, text) => {
      kept.set(id, text);
    },
    keepAside: async (id) => {
      let number = 1;
      while (kept.has(`${id}.damaged-${number}`)) number++;
      const name = `${id}.damaged-${number}`;
      kept.set(name, kept.get(id) ?? "");
      kept.delete(id);
      return name;
    },
    remove: async (id) => {
      kept.delete(id);
    },
  };
}
