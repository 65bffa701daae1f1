// Data as JSON text and back, with what JSON cannot tell (bytes, big ints, nan, inf, -0) as objects of one "$" key.
import type { Data } from "../messages/data.ts";

/** Containers nested deeper than this are refused, as where data goes to other plugins. */
const MAX_DEPTH = 100;

/** Numbers without a literal in JSON, by the texts that stand for them. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["nan", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["-0", -0],
]);

/** Thrown by `encode` as soon as the text is longer than it may be: data with shared parts can be huge as text. */
export class TooLong extends Error {
  /** How long the text would be at least, in bytes. */
  readonly bytes: number;

  constructor(bytes: number) {
    super(`more than ${bytes} bytes`);
    this.name = "TooLong";
    this.bytes = bytes;
  }
}

/** What is being written, and how much more may be. */
interface Writing {
  readonly parts: string[];
  readonly mostBytes: number;
  bytes: number;
}

/**
 * The text of data. Throws TypeError, with the path from `path`, for what is no data, and TooLong above `mostBytes` of
 * UTF-8. undefined is written as null.
 */
export function encode(value: unknown, path: string, mostBytes: number): string {
  const writing: Writing = { parts: [], mostBytes, bytes: 0 };
  write(writing, value, path, 0);
  return writing.parts.join("");
}

/** The data that a parsed text stands for. Throws SyntaxError for what `encode` never writes. */
export function decode(parsed: unknown): Data {
  return read(parsed, 0);
}

/** The length of a text in UTF-8, in bytes. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // The two halves of a pair are four bytes together; one without the other is replaced by a sign of three.
    const isPair = unit >= 0xd800 && unit < 0xdc00 && isLowHalf(text.charCodeAt(at + 1));
    bytes += unit < 0x800 ? 1 : 2;
    if (isPair) at++;
  }
  return bytes;
}

function isLowHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** A key as messages name it: what a script chose may be long. */
export function shortKey(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}...` : key;
}

function put(writing: Writing, text: string): void {
  writing.bytes += utf8Length(text);
  if (writing.bytes > writing.mostBytes) throw new TooLong(writing.bytes);
  writing.parts.push(text);
}

function putText(writing: Writing, text: string): void {
  // No text becomes shorter: this saves writing down what is far too long.
  if (text.length > writing.mostBytes) throw new TooLong(text.length);
  put(writing, JSON.stringify(text));
}

function write(writing: Writing, value: unknown, path: string, depth: number): void {
  switch (typeof value) {
    case "undefined":
      put(writing, "null");
      return;
    case "boolean":
      put(writing, String(value));
      return;
    case "string":
      putText(writing, value);
      return;
    case "number":
      put(writing, numberText(value));
      return;
    case "bigint":
      put(writing, `{"$int":"${value}"}`);
      return;
    case "object":
      if (value === null) put(writing, "null");
      else writeObject(writing, value, path, depth);
      return;
    default:
      throw new TypeError(`${path}: a ${typeof value} is no data`);
  }
}

function numberText(value: number): string {
  for (const [text, number] of NUMBERS) if (Object.is(number, value)) return `{"$float":"${text}"}`;
  return String(value);
}

function writeObject(writing: Writing, value: object, path: string, depth: number): void {
  if (value instanceof Uint8Array) {
    if (value.length > writing.mostBytes) throw new TooLong(value.length);
    put(writing, `{"$bytes":"${base64(value)}"}`);
    return;
  }
  if (depth >= MAX_DEPTH) throw new TypeError(`${path}: nested deeper than ${MAX_DEPTH} levels, or within itself`);
  if (Array.isArray(value)) {
    put(writing, "[");
    for (let at = 0; at < value.length; at++) {
      if (at > 0) put(writing, ",");
      write(writing, value[at], `${path}[${at}]`, depth + 1);
    }
    put(writing, "]");
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new TypeError(`${path}: ${noData(value)} is no data`);
  writeRecord(writing, value, path, depth);
}

function noData(value: object): string {
  if (value instanceof Map) return "a dict with keys that are not str";
  if (value instanceof Set) return "a set";
  const { name } = value.constructor as { readonly name?: unknown };
  return typeof name === "string" && name !== "" ? `an object of class ${name}` : "an object";
}

function writeRecord(writing: Writing, value: object, path: string, depth: number): void {
  const entries = Object.entries(value);
  const isMistakable = entries.length === 1 && entries[0]?.[0].startsWith("$") === true;
  put(writing, isMistakable ? '{"$dict":{' : "{");
  for (const [at, [key, item]] of entries.entries()) {
    if (at > 0) put(writing, ",");
    putText(writing, key);
    put(writing, ":");
    write(writing, item, `${path}.${shortKey(key)}`, depth + 1);
  }
  put(writing, isMistakable ? "}}" : "}");
}

function read(parsed: unknown, depth: number): Data {
  if (typeof parsed !== "object" || parsed === null) return parsed as Data;
  if (depth > MAX_DEPTH) throw new SyntaxError(`nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(parsed)) return parsed.map((item: unknown) => read(item, depth + 1));
  const entries = Object.entries(parsed);
  const [first] = entries;
  if (entries.length === 1 && first?.[0].startsWith("$")) return readTagged(first[0], first[1], depth);
  return readRecord(entries, depth);
}

function readRecord(entries: readonly (readonly [string, unknown])[], depth: number): Data {
  const record: Record<string, Data> = Object.create(null);
  for (const [key, item] of entries) record[key] = read(item, depth + 1);
  return record;
}

function readTagged(tag: string, content: unknown, depth: number): Data {
  if (tag === "$dict" && typeof content === "object" && content !== null && !Array.isArray(content)) {
    return readRecord(Object.entries(content), depth);
  }
  if (typeof content === "string") {
    if (tag === "$int" && /^-?\d+$/.test(content)) return BigInt(content);
    if (tag === "$float" && NUMBERS.has(content)) return NUMBERS.get(content) as number;
    if (tag === "$bytes" && /^[A-Za-z0-9+/]*={0,2}$/.test(content) && content.length % 4 === 0) {
      return Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    }
  }
  throw new SyntaxError(`'${tag}' stands for no data`);
}

/** How many bytes become letters in one call: calls take only so many arguments. */
const CHUNK = 8192;

function base64(bytes: Uint8Array): string {
  let letters = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(letters);
}
