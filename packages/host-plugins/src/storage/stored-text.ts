// The one text that a plugin's storage is kept as: its format, the plugin's storage version, and the entries.
import { PluginError } from "../errors.ts";
import type { Data } from "../messages/data.ts";
import { decode, encode, shortKey, TooLong, utf8Length } from "./encoding.ts";

/** How the text is laid out; a host that lays it out otherwise counts on. */
const FORMAT = 1;

/** The entries as their own texts, and how many bytes they are together. Changed by `put` and `drop` alone. */
export interface Entries {
  readonly texts: Map<string, string>;
  bytes: number;
}

/** A text that was read. */
export interface StoredText {
  /** The storage version of the plugin that wrote it. */
  readonly version: number;
  readonly entries: Entries;
}

export function noEntries(): Entries {
  return { texts: new Map(), bytes: 0 };
}

export function copyEntries({ texts, bytes }: Entries): Entries {
  return { texts: new Map(texts), bytes };
}

/** What an entry counts for: its own letters, the colon and the comma. */
export function entryBytes(key: string, text: string): number {
  return utf8Length(JSON.stringify(key)) + utf8Length(text) + 2;
}

export function put(entries: Entries, key: string, text: string): void {
  const before = entries.texts.get(key);
  if (before !== undefined) entries.bytes -= entryBytes(key, before);
  entries.texts.set(key, text);
  entries.bytes += entryBytes(key, text);
}

export function drop(entries: Entries, key: string): void {
  const text = entries.texts.get(key);
  if (text === undefined) return;
  entries.texts.delete(key);
  entries.bytes -= entryBytes(key, text);
}

/** The data of one entry. */
export function entryData(text: string): Data {
  return decode(JSON.parse(text));
}

/** All entries as data. */
export function allData({ texts }: Entries): Record<string, Data> {
  const data: Record<string, Data> = Object.create(null);
  for (const [key, text] of texts) data[key] = entryData(text);
  return data;
}

/** Entries of data: what a migration answered. Throws TypeError for what is no dict of data, TooLong. */
export function entriesOf(data: unknown, mostBytes: number): Entries {
  if (typeof data !== "object" || data === null || Array.isArray(data) || data instanceof Uint8Array) {
    throw new TypeError("data: a dict is expected");
  }
  // A dict is refused as any other value is when it is none of data.
  encode(data, "data", mostBytes);
  const entries = noEntries();
  for (const [key, item] of Object.entries(data)) put(entries, key, encode(item, `data.${shortKey(key)}`, mostBytes));
  if (entries.bytes > mostBytes) throw new TooLong(entries.bytes);
  return entries;
}

export function storedText(version: number, { texts }: Entries): string {
  const data = [...texts].map(([key, text]) => `${JSON.stringify(key)}:${text}`);
  return `{"format":${FORMAT},"version":${version},"data":{${data.join(",")}}}\n`;
}

/**
 * Read a text. Throws SyntaxError for one that is damaged, PluginError ("storage-version") for one that a later version of
 * the host has written.
 */
export function readStoredText(plugin: string, text: string): StoredText {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null) throw new SyntaxError("an object is expected");
  const { format, version, data } = parsed as Record<string, unknown>;
  if (!isCount(format)) throw new SyntaxError("'format' must be a whole number from 1");
  if (format > FORMAT) {
    throw new PluginError(
      "storage-version",
      `the storage of '${plugin}' is in format ${format}, which a later version of the plugin host has written; this one reads format ${FORMAT}`,
      { plugin },
    );
  }
  if (!isCount(version)) throw new SyntaxError("'version' must be a whole number from 1");
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw new SyntaxError("'data' must be an object");
  }
  const entries = noEntries();
  for (const [key, item] of Object.entries(data)) {
    decode(item);
    put(entries, key, JSON.stringify(item));
  }
  return { version, entries };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
