// Loading the names of Unicode characters, once a source text has `\\N{...}` in it.
import type { Machine } from "../objects/machine.ts";

/** Whether a source text may name a character. */
export function mentionsNames(source: string | Uint8Array): boolean {
  if (typeof source === "string") return source.includes("\\N{");
  for (let at = source.indexOf(BACKSLASH); at >= 0; at = source.indexOf(BACKSLASH, at + 1)) {
    if (source[at + 1] === LETTER && source[at + 2] === BRACE) return true;
  }
  return false;
}

const BACKSLASH = 0x5c;
const LETTER = 0x4e;
const BRACE = 0x7b;

/** Give the VM the look-up of names. */
export async function loadNames(vm: Machine): Promise<void> {
  vm.unicodeNames ??= (await import("../unicode/names.ts")).unicodeNames();
}
