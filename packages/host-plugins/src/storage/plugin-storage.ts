// Storage as a plugin sees it: names and data of its own.
import type { Data } from "../messages/data.ts";

/** What one plugin keeps between runs. Data alone: what is stored is copied. */
export interface PluginStorage {
  /** The data under a name; undefined when there is none. Rejects with PluginError ("storage-corrupt"). */
  get(key: string): Promise<Data>;
  /** Keep data under a name. Resolves once it is safely stored. Rejects with PluginError ("storage-full"), TypeError for what is no data. */
  set(key: string, value: Data): Promise<void>;
  /** Forget a name; whether there was one. */
  delete(key: string): Promise<boolean>;
  /** The names, sorted. */
  keys(): Promise<readonly string[]>;
  /** The size of all that is stored, in bytes. */
  size(): Promise<number>;
}
