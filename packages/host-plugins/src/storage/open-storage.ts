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
  /**
   * End it: nothing begins to be read or written any more. Whoever waits for that, or changes something from now on, is
   * refused with PluginError ("wrong-state"); what is being written may still end. Answers what is not stored.
   */
  end(): Unstored;
}

/** The names of data whose changes are not stored when a storage ends. */
export interface Unstored {
  /** They will not be. */
  readonly lost: readonly string[];
  /** They are being written, and that may still end well. */
  readonly underWay: readonly string[];
}

/** A call that changes something and has not ended. */
interface Call {
  readonly key: string;
  /** "asked": it waits for what is before it, or for its write. "over": that has ended, well or not. */
  state: "asked" | "underWay" | "over";
}

/** A change that waits for its write; a null text forgets the key. */
interface Change {
  readonly call: Call;
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
  readonly #calls: Map<Call, Promise<unknown>> = new Map();
  #hasEnded = false;
  /** Rejects those who wait for the first reading; null before it. */
  #giveUp: ((error: unknown) => void) | null = null;

  constructor(options: OpenStorageOptions) {
    this.#options = options;
  }

  async get(key: string): Promise<Data> {
    await this.ready();
    const text = this.#seen.texts.get(checkedKey(key));
    return text === undefined ? undefined : entryData(text);
  }

  async set(key: string, value: Data): Promise<void> {
    await this.#counted(key, (call) => this.#set(call, value));
  }

  async delete(key: string): Promise<boolean> {
    return await this.#counted(key, (call) => this.#delete(call));
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
    if (this.#loading === null) {
      this.#checkOpen();
      this.#loading = new Promise((resolve, reject) => {
        this.#giveUp = reject;
        this.#load().then(resolve, reject);
      });
    }
    await this.#loading;
  }

  async flush(): Promise<void> {
    while (this.#calls.size > 0) await Promise.allSettled(this.#calls.values());
  }

  end(): Unstored {
    this.#hasEnded = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    const keys = (state: Call["state"]): string[] => {
      const calls = [...this.#calls.keys()].filter((call) => call.state === state);
      return [...new Set(calls.map(({ key }) => key))];
    };
    const unstored = { lost: keys("asked"), underWay: keys("underWay") };
    const ended = this.#ended();
    this.#giveUp?.(ended);
    for (const { reject } of waiting) reject(ended);
    return unstored;
  }

  #ended(): PluginError {
    const { id } = this.#options;
    return new PluginError("wrong-state", `the storage of '${id}' has ended with the plugin`, { plugin: id });
  }

  #checkOpen(): void {
    if (this.#hasEnded) throw this.#ended();
  }

  async #set(call: Call, value: Data): Promise<void> {
    this.#checkOpen();
    const text = this.#encoded(checkedKey(call.key), value);
    await this.ready();
    await this.#change(call, text);
  }

  async #delete(call: Call): Promise<boolean> {
    this.#checkOpen();
    await this.ready();
    if (!this.#seen.texts.has(checkedKey(call.key))) return false;
    await this.#change(call, null);
    return true;
  }

  async #counted<T>(key: string, make: (call: Call) => Promise<T>): Promise<T> {
    const call: Call = { key, state: "asked" };
    const promise = make(call);
    this.#calls.set(call, promise);
    try {
      return await promise;
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
      this.#checkOpen();
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
    this.#checkOpen();
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

  async #change(call: Call, text: string | null): Promise<void> {
    const { key } = call;
    this.#checkOpen();
    this.#checkRoom(this.#seen, { key, text });
    apply(this.#seen, { key, text });
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ call, key, text, resolve, reject });
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
    for (const { call } of changes) call.state = "underWay";
    try {
      if (next.texts.size === 0) await backend.remove(id);
      else await backend.write(id, storedText(version, next));
    } catch (error) {
      for (const change of changes) {
        change.call.state = "over";
        change.reject(error);
      }
      this.#seen = copyEntries(this.#stored);
      this.#waiting = this.#waiting.filter((change) => this.#isStillPossible(change));
      return;
    }
    this.#stored = next;
    for (const { call, resolve } of changes) {
      call.state = "over";
      resolve();
    }
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
