// Charging the work and the memory of leaves: what grows with the size of its operands counts as more than one
// instruction, and what is made is counted for the limit of memory.
import type { Machine } from "../objects/machine.ts";

/** Work on less than this is not worth counting. */
const FREE = 1024;

/** Count work on so many characters, bytes or items against the budget, 64 of them as one instruction. */
export function charge(vm: Machine, size: number): void {
  if (size > FREE) vm.budget -= size >> 6;
}

/** Count the making of so many characters, bytes or items, each of so many bytes, and the work of it. */
export function allocate(vm: Machine, size: number, bytes = 1): void {
  countBytes(vm, size * bytes);
  if (size > FREE) vm.budget -= size >> 6;
}

/** Count the making of so many bytes, whose work is counted already. */
export function countBytes(vm: Machine, bytes: number): void {
  vm.allocated += bytes;
  if (vm.allocated > vm.allotment) endQuantum(vm);
}

/** End the quantum at the next safe point, whatever is left of it. */
export function endQuantum(vm: Machine): void {
  if (vm.budget <= 0) return;
  vm.fiber.withheld += vm.budget;
  vm.budget = 0;
}

/** Bytes of an item in a list or tuple. */
export const ITEM_BYTES = 8;
/** Bytes of an entry of a dict or set. */
export const ENTRY_BYTES = 72;

/** A part of a text was taken, which keeps the whole until the next census. */
export function takePart(vm: Machine, whole: number): void {
  if (whole > vm.longestWhole) vm.longestWhole = whole;
}
