// The flags of patterns: bits of `re.RegexFlag`.

export const IGNORECASE = 2;
export const LOCALE = 4;
export const MULTILINE = 8;
export const DOTALL = 16;
export const UNICODE = 32;
export const VERBOSE = 64;
const DEBUG = 128;
export const ASCII = 256;

/** The flags that tell what letters and digits are: one of them at a time. */
export const TYPE_FLAGS: number = ASCII | LOCALE | UNICODE;

/** The names that the repr of a pattern gives, in its order. */
export const FLAG_NAMES: readonly (readonly [number, string])[] = [
  [IGNORECASE, "IGNORECASE"],
  [LOCALE, "LOCALE"],
  [MULTILINE, "MULTILINE"],
  [DOTALL, "DOTALL"],
  [UNICODE, "UNICODE"],
  [VERBOSE, "VERBOSE"],
  [DEBUG, "DEBUG"],
  [ASCII, "ASCII"],
];

/** The letters of inline flags. */
export const FLAG_OF: Readonly<Record<string, number>> = {
  i: IGNORECASE,
  L: LOCALE,
  m: MULTILINE,
  s: DOTALL,
  x: VERBOSE,
  a: ASCII,
  u: UNICODE,
};

/** The flags within a group that turns some on and others off. */
export function combined(flags: number, added: number, removed: number): number {
  const kept = added & TYPE_FLAGS ? flags & ~TYPE_FLAGS : flags;
  return (kept | added) & ~removed;
}
