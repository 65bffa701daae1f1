// What one VM runs next, and how long its quantum is: that follows what was measured, by steps, within bounds.
import { expect, it } from "vitest";
import type { Machine } from "../objects/machine.ts";
import { Lane, Relay } from "../objects/lane.ts";
import { Strand } from "./strand.ts";

const strand = (): Strand => new Strand({} as Machine, { weight: 1, priority: 0 }, null);

it("is short before anything was measured", () => {
  expect(strand().quantumFor(0.5)).toBe(100);
  expect(strand().quantumFor(0.1)).toBe(50);
});

it("follows what was measured, up to twice as much at a time", () => {
  const own = strand();
  own.measure(1_000, 0.1);
  expect(own.quantumFor(1)).toBe(400);
  for (let round = 0; round < 20; round++) own.measure(10_000, 1);
  expect(own.quantumFor(1)).toBe(10_000);
  expect(own.quantumFor(0.25)).toBe(2_500);
});

it("falls faster than it rises: code that is slow must not hold the host", () => {
  const own = strand();
  for (let round = 0; round < 20; round++) own.measure(100_000, 1);
  own.measure(1_000, 1);
  expect(own.quantumFor(1)).toBe(25_000);
  own.measure(1_000, 1);
  expect(own.quantumFor(1)).toBe(6_250);
});

it("stays within bounds, and learns nothing from too little", () => {
  const own = strand();
  for (let round = 0; round < 40; round++) own.measure(1_000_000, 0);
  expect(own.quantumFor(1_000)).toBe(400_000);
  own.measure(10, 100);
  expect(own.quantumFor(1_000)).toBe(400_000);
  for (let round = 0; round < 40; round++) own.measure(50, 1_000);
  expect(own.quantumFor(0.1)).toBe(50);
});

it("lets what has become due run behind what was ready when the batch under way ends, in the order of its time", () => {
  const names = new Map<unknown, string>();
  const relay = (name: string): Relay => {
    const own = new Relay(() => {});
    names.set(own, name);
    return own;
  };
  const lane = new Lane();
  const late = [relay("at 1"), relay("at 3")];
  const own = new Strand({} as Machine, { weight: 1, priority: 0 }, null, () => {
    late.splice(0).forEach((each, index) => own.pushDue(each, lane, 1 + 2 * index));
  });
  own.push(relay("ready"), lane);
  own.pushDue(relay("due before the batch"), lane, 5);
  const order = [names.get(own.take())];
  own.pushDue(relay("at 4"), lane, 4);
  own.pushDue(relay("at 2"), lane, 2);
  own.pushDue(relay("at 2 too"), lane, 2);
  own.push(relay("ready again"), lane);
  for (let turn = own.take(); turn !== null; turn = own.take()) order.push(names.get(turn));
  expect(order).toEqual(["ready", "due before the batch", "ready again", "at 1", "at 2", "at 2 too", "at 3", "at 4"]);
});

it("keeps what has become due for a lane that is not open until it is", () => {
  const own = strand();
  const lane = new Lane();
  lane.isOpen = false;
  const [due, ready] = [new Relay(() => {}), new Relay(() => {})];
  own.pushDue(due, lane, 1);
  own.push(ready, lane);
  expect(own.take()).toBeNull();
  own.open(lane);
  expect([own.take(), own.take(), own.take()]).toEqual([ready, due, null]);
});
