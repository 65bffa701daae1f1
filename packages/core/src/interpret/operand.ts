// Operands of instructions: registers, names and constants of a frame, and those that span two bytes.
import type { Frame } from "../objects/frame.ts";
import type { Linked } from "../objects/linked.ts";
import type { Value } from "../objects/value.ts";

/** The operand `bx`: b and c as one number, each widened by the bits that Wide brought. */
export function joined(b: number, c: number): number {
  return (b & 0xff) | ((c & 0xff) << 8) | ((b >>> 8) << 16) | ((c >>> 8) << 24);
}

export function reg(frame: Frame, register: number): Value {
  return frame.registers[frame.base + register] as Value;
}

export function nameOf(frame: Frame, index: number): string {
  return (frame.linked as Linked).names[index] as string;
}

export function constantOf(frame: Frame, index: number): Value {
  return (frame.linked as Linked).constants[index] as Value;
}

/**
 * The values of `count` registers, every `step`th one from `at` on; short arrays are made as large as they are, where
 * pushing leaves room.
 */
export function itemsOf(registers: readonly (Value | undefined)[], at: number, count: number, step = 1): Value[] {
  switch (count) {
    case 0:
      return [];
    case 1:
      return [registers[at] as Value];
    case 2:
      return [registers[at] as Value, registers[at + step] as Value];
    case 3:
      return [registers[at] as Value, registers[at + step] as Value, registers[at + 2 * step] as Value];
    default: {
      const items: Value[] = [];
      for (let i = at, end = at + count * step; i < end; i += step) items.push(registers[i] as Value);
      return items;
    }
  }
}
