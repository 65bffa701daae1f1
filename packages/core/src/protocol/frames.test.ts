// Renewing the registers of a fiber: all frames on it see the copy, which has what is in use and no more.
import { expect, it } from "vitest";
import { Fiber, Frame } from "../objects/frame.ts";
import { renewRegisters } from "./frames.ts";

/** A fiber with `count` frames of two registers each, and a generator's frame with registers of its own on top. */
function running(count: number): { readonly fiber: Fiber; readonly own: number[] } {
  const fiber = new Fiber(1);
  for (let at = 0; at < count; at++) {
    fiber.registers.push(at, at * 10);
    push(fiber, fiber.registers, at * 2, at * 2 + 2);
  }
  const own = [7, 8];
  push(fiber, own, 0, count * 2);
  fiber.registers.push(99);
  return { fiber, own };
}

function push(fiber: Fiber, registers: Fiber["registers"], base: number, limit: number): void {
  const frame = new Frame(registers);
  frame.base = base;
  frame.limit = limit;
  frame.prev = fiber.top;
  frame.depth = fiber.top.depth + 1;
  fiber.top = frame;
}

it("copies what frames use, and leaves the registers of generators alone", () => {
  const { fiber, own } = running(3);
  const before = fiber.registers;
  renewRegisters(fiber);
  expect(fiber.registers).not.toBe(before);
  expect(fiber.registers).toEqual([0, 0, 1, 10, 2, 20]);
  expect(fiber.top.registers).toBe(own);
  for (let frame = fiber.top.prev; frame !== null; frame = frame.prev) expect(frame.registers).toBe(fiber.registers);
});

it("leaves deep stacks and large ones as they are", () => {
  const deep = running(200).fiber;
  const large = running(3).fiber;
  large.top.limit = 5_000;
  for (const fiber of [deep, large]) {
    const before = fiber.registers;
    renewRegisters(fiber);
    expect(fiber.registers).toBe(before);
  }
});
