// Charging the work and the memory of leaves: what grows with the size of its operands counts as more than one
// instruction, and what is made is counted for the limit of memory.
import type { Machine } from "../objects/machine.ts";

/** Work on less than this is not worth counting. */
const FREE = 1024;

/** Count work on so many characters, bytes or items against the budget, 64 of them as one instruction. */
export function charge(vm: Machine, size: number): void {
  if (size > FREE) vm.budget -= size >> 6;
}

/** Count that so many bytes were made, and the work of making them. */
export function allocate(vm: Machine, bytes: number): void {
  vm.allocated += bytes;
  if (bytes > FREE) vm.budget -= bytes >> 6;
}

/** Bytes of one item of a list, tuple or dict, for `allocate`. */
export const ITEM_BYTES = 8;
/** Bytes of one entry of a dict or set. */
export const ENTRY_BYTES = 64;
