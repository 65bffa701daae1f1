// Strings and big integers in a census: copies of the same text are made one, so that counting it once is true.
import { TEXT } from "./sizes.ts";

/** Shorter parts of a text are copied anyway. */
export const LEAST_PART = 13;
/** Strings below this are counted wherever they are met. */
export const SHORT = 32;
/** Above this a text is known by a sample of its characters: hashing it would not tell it from others of its length. */
const LONG = 4_096;
/** Texts are kept by length in so many groups, of so many each: looking one up is bounded work. */
const GROUPS = 64;
const GROUP_SIZE = 4_096;
const SAMPLES = 24;
/** Big integers that are known. */
const INTEGERS = 256;

/** What was met so far. */
export interface Texts {
  readonly groups: (Map<string, string> | undefined)[];
  integers: Map<string, bigint>;
}

export function newTexts(): Texts {
  return { groups: [], integers: new Map() };
}

/** The bytes of a string. */
export function textBytes(text: string): number {
  const { length } = text;
  if (length < 2) return 0;
  return TEXT + (isWide(text) ? 2 * length : length);
}

/** What looking a text up takes, in the census's units of work: those that are known by all their characters are hashed. */
export function textWork({ length }: string): number {
  return 16 + (Math.min(length, LONG) >> 5) + (length >> 7);
}

/** Whether a character of a sample needs two bytes. */
function isWide(text: string): boolean {
  const { length } = text;
  const stride = Math.max(1, Math.floor(length / SAMPLES));
  for (let at = length - 1; at >= 0; at -= stride) if (text.charCodeAt(at) > 0xff) return true;
  return false;
}

/** The copy of a string of at least SHORT characters that was met first; undefined when this is it. */
export function copyOf(texts: Texts, text: string): string | undefined {
  const group = groupOf(texts, text);
  const key = keyOf(text);
  const known = group.get(key);
  if (known !== undefined && (key === text || known === text)) return known;
  group.set(key, text);
  return undefined;
}

/** Let this copy of a string stand for all others. */
export function remember(texts: Texts, text: string): void {
  const group = groupOf(texts, text);
  const key = keyOf(text);
  group.delete(key);
  group.set(key === text ? text : key, text);
}

/** A text that does not point into a longer one: putting texts together copies them when the result is cut. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}

function groupOf(texts: Texts, text: string): Map<string, string> {
  const at = text.length % GROUPS;
  let group = texts.groups[at];
  if (group === undefined || group.size >= GROUP_SIZE) texts.groups[at] = group = new Map();
  return group;
}

function keyOf(text: string): string {
  return text.length > LONG ? sampleOf(text) : text;
}

function sampleOf(text: string): string {
  const stride = Math.floor(text.length / SAMPLES);
  let sample = `${text.length}:`;
  for (let at = text.length - 1; at >= 0; at -= stride) sample += text[at];
  return sample;
}

/** The copy of a big integer of so many bits that was met first; undefined when this is it. */
export function integerCopyOf(texts: Texts, integer: bigint, bits: number): bigint | undefined {
  // A key that is made of all digits would have integers that differ in some be compared with each other.
  const key = `${bits}:${BigInt.asUintN(64, integer)}`;
  const known = texts.integers.get(key);
  if (known === integer) return known;
  if (texts.integers.size >= INTEGERS) texts.integers = new Map();
  texts.integers.set(key, integer);
  return undefined;
}

/** The bytes of a big integer of so many bits. */
export function integerBytes(bits: number): number {
  return TEXT + Math.ceil(bits / 64) * 8;
}
