// The heap of timers: order, calling off, and what is due.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Timer, TimerHeap } from "./timer-heap.ts";

function added(heap: TimerHeap, at: number, fire: () => void = () => {}): Timer {
  const timer = new Timer({ fire });
  heap.add(timer, at);
  return timer;
}

describe("TimerHeap", () => {
  it("fires in the order of time, then of making; a cancelled timer never", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 60 }), (timers) => {
        const heap = new TimerHeap();
        const fired: number[] = [];
        const made = timers.map(([at], index) => added(heap, at, () => fired.push(index)));
        timers.forEach(([, isCancelled], index) => {
          if (isCancelled) heap.cancel(made[index] as (typeof made)[number]);
        });
        const expected = timers
          .map(([at, isCancelled], index) => ({ at, isCancelled, index }))
          .filter((timer) => !timer.isCancelled)
          .sort((a, b) => a.at - b.at || a.index - b.index);
        expect(heap.size).toBe(expected.length);
        expect(heap.nextAt()).toBe(expected[0]?.at ?? Number.POSITIVE_INFINITY);
        for (let timer = heap.takeDue(20); timer !== null; timer = heap.takeDue(20)) timer.fire();
        expect(fired).toEqual(expected.map((timer) => timer.index));
        expect(heap.size).toBe(0);
      }),
    );
  });

  it("gives only what is due, and lets a timer be called off after it has fired", () => {
    const heap = new TimerHeap();
    const timer = added(heap, 5);
    added(heap, 7);
    expect(heap.takeDue(4)).toBeNull();
    expect(heap.takeDue(5)).toBe(timer);
    heap.cancel(timer);
    expect([heap.size, heap.nextAt()]).toEqual([1, 7]);
  });

  it("cancels all that are meant, and keeps the others in their order", () => {
    const heap = new TimerHeap();
    const fired: number[] = [];
    const timers = [3, 1, 2, 5, 4].map((at) => added(heap, at, () => fired.push(at)));
    heap.cancelAll((timer) => timer === timers[0] || timer === timers[1]);
    expect(heap.size).toBe(3);
    for (let timer = heap.takeDue(9); timer !== null; timer = heap.takeDue(9)) timer.fire();
    expect(fired).toEqual([2, 4, 5]);
  });
});
