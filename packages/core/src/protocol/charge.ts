// Charging the work of leaves: what grows with the size of its operands counts as more than one instruction.
import type { Machine } from "../objects/machine.ts";

/** Work on less than this is not worth counting. */
const FREE = 1024;

/** Count work on so many characters, bytes or items against the budget, 64 of them as one instruction. */
export function charge(vm: Machine, size: number): void {
  if (size > FREE) vm.budget -= size >> 6;
}
