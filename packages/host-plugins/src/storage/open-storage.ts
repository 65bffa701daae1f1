// The storage of one plugin over a backend: loads and migrates once, then writes changes together, one write at a time.
import { errorText, PluginError } from "../errors.ts";
import type { Data } from "../messages/data.ts";
import { encode, shortKey, TooLong } from "./encoding.ts";
import type { PluginStorage } from "./plugin-storage.ts";
import type { StorageBackend } from "./storage-backend.ts";
import {
  allData,
  copyEntries,
  drop,
  type Entries,
  entriesOf,
  entryBytes,
  entryData,
  noEntries,
  put,
  readStoredText,
  storedText,
} from "./stored-text.ts";

/** What the storage of one plugin is opened with. */
export interface OpenStorageOptions {
  /** The plugin's id. */
  readonly id: string;
  readonly backend: StorageBackend;
  /** How much the plugin may store now, in bytes: asked at each change. */
  readonly quota: () => number;
  /** The plugin's storage version. */
  readonly version: number;
  /**
   * Brings data of an older version up to date; default: such data is refused. It answers all of the data, and cannot use
   * the storage meanwhile.
   */
  readonly migrate?: (data: Readonly<Record<string, Data>>, fromVersion: number) => Data | Promise<Data>;
}

/** A plugin's storage, with what the host does with it besides. */
export interface OpenStorage extends PluginStorage {
  /**
   * Read what is stored and bring it up to date, unless that is done already. Rejects with PluginError
   * ("storage-corrupt", once: then the storage is empty, and the damaged text was kept aside; "storage-version";
   * "storage-full"), or as the backend does.
   */
  ready(): Promise<void>;
  /** Resolves once nothing is left to write; what could not be written has rejected the call that wanted it. */
  flush(): Promise<void>;
}

/** A change that waits for its write; a null text forgets the key. */
interface Change {
  readonly key: string;
  readonly text: string | null;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Open the storage of a plugin; nothing is read before it is used. There must be one at a time for each plugin. */
export function openStorage(options: OpenStorageOptions): OpenStorage {
  return new BackedStorage(options);
}

class BackedStorage implements OpenStorage {
  readonly #options: OpenStorageOptions;
  #loading: Promise<void> | null = null;
  #isMigrating = false;
  /** What the backend holds. */
  #stored: Entries = noEntries();
  /** The same with the changes that are being written, or wait for it. */
  #seen: Entries = noEntries();
  #waiting: Change[] = [];
  #isWriting = false;
  /** The calls that change something and have not ended. */
  readonly #calls: Set<Promise<unknown>> = new Set();

  constructor(options: OpenStorageOptions) {
    this.#options = options;
  }

  async get(key: string): Promise<Data> {
    await this.ready();
    const text = this.#seen.texts.get(checkedKey(key));
    return text === undefined ? undefined : entryData(text);
  }

  async set(key: string, value: Data): Promise<void> {
    await this.#counted(this.#set(key, value));
  }

  async delete(key: string): Promise<boolean> {
    return await this.#counted(this.#delete(key));
  }

  async keys(): Promise<readonly string[]> {
    await this.ready();
    return [...this.#seen.texts.keys()].sort();
  }

  async size(): Promise<number> {
    await this.ready();
    return this.#seen.bytes;
  }

  async ready(): Promise<void> {
    if (this.#isMigrating) {
      const { id } = this.#options;
      throw new PluginError("wrong-state", `the storage of '${id}' is being migrated`, { plugin: id });
    }
    this.#loading ??= this.#load();
    await this.#loading;
  }

  async flush(): Promise<void> {
    while (this.#calls.size > 0) await Promise.allSettled(this.#calls);
  }

  async #set(key: string, value: Data): Promise<void> {
    const text = this.#encoded(checkedKey(key), value);
    await this.ready();
    await this.#change(key, text);
  }

  async #delete(key: string): Promise<boolean> {
    await this.ready();
    if (!this.#seen.texts.has(checkedKey(key))) return false;
    await this.#change(key, null);
    return true;
  }

  async #counted<T>(call: Promise<T>): Promise<T> {
    this.#calls.add(call);
    try {
      return await call;
    } finally {
      this.#calls.delete(call);
    }
  }

  async #load(): Promise<void> {
    const { version } = this.#options;
    try {
      const found = await this.#read();
      if (found === null) return;
      const entries = found.version === version ? found.entries : await this.#migrated(found.entries, found.version);
      this.#stored = entries;
      this.#seen = copyEntries(entries);
    } catch (error) {
      // A version stays wrong; a backend that failed may answer the next time, and a damaged text is out of the way.
      if (!(error instanceof PluginError) || error.code === "storage-corrupt") this.#loading = null;
      throw error;
    }
  }

  async #read(): Promise<ReturnType<typeof readStoredText> | null> {
    const { id, backend } = this.#options;
    try {
      const text = await backend.read(id);
      return text === null ? null : readStoredText(id, text);
    } catch (error) {
      const isDamaged =
        error instanceof SyntaxError || (error instanceof PluginError && error.code === "storage-corrupt");
      if (!isDamaged) throw error;
      const name = await backend.keepAside(id);
      throw new PluginError(
        "storage-corrupt",
        `the storage of '${id}' is damaged (${error.message}); it was kept as '${name}', and the plugin begins with none`,
        { plugin: id, cause: error },
      );
    }
  }

  /** The entries in the plugin's own version, once they are stored so. */
  async #migrated(entries: Entries, from: number): Promise<Entries> {
    const { id, version, migrate, backend } = this.#options;
    const refused = (problem: string, cause?: unknown): PluginError =>
      new PluginError("storage-version", `the storage of '${id}' is of version ${from}, ${problem}`, {
        plugin: id,
        cause,
      });
    if (from > version) throw refused(`later than the plugin's own, ${version}: it is left as it is`);
    if (migrate === undefined) throw refused(`and the plugin has no migrate() to bring it to version ${version}`);
    let migrated: Entries;
    this.#isMigrating = true;
    try {
      migrated = entriesOf(await migrate(allData(entries), from), this.#options.quota());
    } catch (error) {
      if (error instanceof TooLong) throw this.#full("the migrated data takes", error.bytes, this.#options.quota());
      throw refused(
        `and could not be brought to version ${version}, so it is left as it is: ${errorText(error)}`,
        error,
      );
    } finally {
      this.#isMigrating = false;
    }
    await backend.write(id, storedText(version, migrated));
    return migrated;
  }

  #encoded(key: string, value: Data): string {
    const quota = this.#options.quota();
    try {
      return encode(value, "value", quota);
    } catch (error) {
      throw error instanceof TooLong ? this.#full(`'${shortKey(key)}' takes at least`, error.bytes, quota) : error;
    }
  }

  #full(what: string, bytes: number, quota: number): PluginError {
    const { id } = this.#options;
    return new PluginError("storage-full", `${what} ${bytes} bytes, and '${id}' may store ${quota} bytes`, {
      plugin: id,
    });
  }

  /** Throws PluginError ("storage-full") for a change that there is no room for. */
  #checkRoom(entries: Entries, { key, text }: Pick<Change, "key" | "text">): void {
    if (text === null) return;
    const before = entries.texts.get(key);
    const bytes = entries.bytes + entryBytes(key, text) - (before === undefined ? 0 : entryBytes(key, before));
    const quota = this.#options.quota();
    // Where less is allowed than there was, what makes it less is still welcome.
    if (bytes > quota && bytes >= entries.bytes) throw this.#full(`with '${shortKey(key)}' all takes`, bytes, quota);
  }

  async #change(key: string, text: string | null): Promise<void> {
    this.#checkRoom(this.#seen, { key, text });
    apply(this.#seen, { key, text });
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ key, text, resolve, reject });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  /** Write until no change waits. Never rejects. */
  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    // Changes that are made in one go are written in one.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const changes = this.#waiting;
      this.#waiting = [];
      await this.#writeOnce(changes);
    }
    this.#isWriting = false;
  }

  async #writeOnce(changes: readonly Change[]): Promise<void> {
    const { id, backend, version } = this.#options;
    const next = copyEntries(this.#stored);
    for (const change of changes) apply(next, change);
    try {
      if (next.texts.size === 0) await backend.remove(id);
      else await backend.write(id, storedText(version, next));
    } catch (error) {
      for (const { reject } of changes) reject(error);
      this.#seen = copyEntries(this.#stored);
      this.#waiting = this.#waiting.filter((change) => this.#isStillPossible(change));
      return;
    }
    this.#stored = next;
    for (const { resolve } of changes) resolve();
  }

  /** Make a change visible again after a write before it has failed; it is rejected where there is no room for it now. */
  #isStillPossible(change: Change): boolean {
    try {
      this.#checkRoom(this.#seen, change);
    } catch (error) {
      change.reject(error);
      return false;
    }
    apply(this.#seen, change);
    return true;
  }
}

function apply(entries: Entries, { key, text }: Pick<Change, "key" | "text">): void {
  if (text === null) drop(entries, key);
  else put(entries, key, text);
}

function checkedKey(key: unknown): string {
  if (typeof key !== "string") throw new TypeError(`key: it must be a string, not ${typeof key}`);
  return key;
}
