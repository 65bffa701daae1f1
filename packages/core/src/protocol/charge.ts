// Charging the work and the memory of leaves: what grows with the size of its operands counts as more than one
// instruction, and what is made is counted for the limit of memory.
import type { Machine } from "../objects/machine.ts";
import { PyBytes } from "../objects/sequences.ts";
import type { Value } from "../objects/value.ts";

/** Work on less than this is not worth counting. */
export const FREE = 1024;

/** Count work on so many characters, bytes or items against the budget, 64 of them as one instruction. */
export function charge(vm: Machine, size: number): void {
  if (size > FREE) count(vm, size);
}

function count(vm: Machine, size: number): void {
  vm.budget -= size >> 6;
  lookAtClock(vm);
}

/** Work between two looks at the clock, less one; a power of two, less one. */
const WORK_A_LOOK = 1;

/**
 * End the quantum if its time is up. Called where work may have taken as long as many instructions, from which the length
 * of the quantum was guessed.
 */
export function lookAtClock(vm: Machine): void {
  if ((++vm.portions & WORK_A_LOOK) === 0 && vm.isLate()) endQuantum(vm);
}

/** Count the making of so many characters, bytes or items, each of so many bytes, and the work of it. */
export function allocate(vm: Machine, size: number, bytes = 1): void {
  countBytes(vm, size * bytes);
  charge(vm, size);
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

/** Characters or bytes of a value, which may be many. */
export function sizeOf(value: Value): number {
  return typeof value === "string" ? value.length : value instanceof PyBytes ? value.data.length : 0;
}
