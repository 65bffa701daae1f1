// The registry of pending operations: each completes once, or is abandoned once, and a late completion finds nothing.
import { expect, it } from "vitest";
import { Fiber } from "../objects/frame.ts";
import { Operations } from "./operations.ts";

it("parks a fiber until its operation completes, once", () => {
  const operations = new Operations();
  const fiber = new Fiber(1);
  const id = operations.open(fiber, "sleep", [5], null);
  expect(fiber.park).toEqual({ operation: "sleep", args: [5], id });
  expect(operations.count).toBe(1);
  expect(operations.complete(id)).toMatchObject({ id, fiber, name: "sleep" });
  expect([fiber.park, operations.count]).toEqual([null, 0]);
  expect(operations.complete(id)).toBeNull();
  expect(operations.lateCount).toBe(1);
});

it("aborts what is abandoned, once, and drops its completion", () => {
  const operations = new Operations();
  const fiber = new Fiber(1);
  let aborted = 0;
  const id = operations.open(fiber, "fetch", [], () => aborted++);
  expect(operations.abandon(fiber)).toBe(true);
  expect(operations.abandon(fiber)).toBe(false);
  expect([aborted, fiber.park, operations.count]).toEqual([1, null, 0]);
  expect(operations.complete(id)).toBeNull();
});

it("does not wake a fiber that waits for something newer", () => {
  const operations = new Operations();
  const fiber = new Fiber(1);
  const first = operations.open(fiber, "first", [], null);
  operations.abandon(fiber);
  const second = operations.open(fiber, "second", [], null);
  expect(operations.complete(first)).toBeNull();
  expect(fiber.park?.id).toBe(second);
});

it("abandons everything when it closes, and keeps nothing afterwards", () => {
  const operations = new Operations();
  const fibers = [new Fiber(1), new Fiber(2)];
  const aborted: number[] = [];
  const ids = fibers.map((fiber) => operations.open(fiber, "wait", [], () => aborted.push(fiber.id)));
  expect(operations.close()).toBe(2);
  expect(aborted).toEqual([1, 2]);
  expect(fibers.map((fiber) => fiber.park)).toEqual([null, null]);
  expect(ids.map((id) => operations.complete(id))).toEqual([null, null]);
  operations.open(new Fiber(3), "late", [], null);
  expect(operations.count).toBe(0);
});
