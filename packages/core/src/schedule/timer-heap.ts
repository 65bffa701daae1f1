// Timers in one binary heap, so that any number of them needs one timer of the platform.
import type { Due } from "../objects/machine.ts";

/** Something that is due; it stands in one heap, once. */
export class Timer {
  /** On the monotonic clock, in ms. */
  at = 0;
  /** Timers of the same time fire in the order in which they were added. */
  order = 0;
  isCancelled = false;
  readonly due: Due;

  constructor(due: Due) {
    this.due = due;
  }

  fire(): void {
    this.due.fire(this.at);
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** A cancelled timer stays in the heap until it comes to the top, or until half of the heap is cancelled. */
export class TimerHeap {
  #heap: Timer[] = [];
  #nextOrder = 1;
  #cancelled = 0;

  /** Timers that will still fire. */
  get size(): number {
    return this.#heap.length - this.#cancelled;
  }

  add(timer: Timer, at: number): void {
    timer.at = at;
    timer.order = this.#nextOrder++;
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1);
  }

  cancel(timer: Timer): void {
    if (timer.isCancelled) return;
    timer.isCancelled = true;
    this.#cancelled += 1;
    if (this.#cancelled * 2 > this.#heap.length) this.#dropCancelled();
  }

  /** Cancel all timers that pass a test. */
  cancelAll(isMeant: (timer: Timer) => boolean): void {
    for (const each of this.#heap) if (isMeant(each)) each.isCancelled = true;
    this.#dropCancelled();
  }

  #dropCancelled(): void {
    // What is sorted is a heap.
    this.#heap = this.#heap.filter((each) => !each.isCancelled).sort((a, b) => (isBefore(a, b) ? -1 : 1));
    this.#cancelled = 0;
  }

  /** When the next timer is due, in ms on the monotonic clock; Infinity when there is none. */
  nextAt(): number {
    while (this.#heap[0]?.isCancelled === true) this.#takeFirst();
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Take the next timer that is due at the time `now`; null when there is none. */
  takeDue(now: number): Timer | null {
    if (this.nextAt() > now) return null;
    const timer = this.#heap[0] as Timer;
    // Calling it off from now on changes nothing.
    timer.isCancelled = true;
    this.#cancelled += 1;
    this.#takeFirst();
    return timer;
  }

  #takeFirst(): void {
    const heap = this.#heap;
    const last = heap.pop() as Timer;
    this.#cancelled -= 1;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let least = 2 * at + 1;
      if (least >= heap.length) break;
      if (least + 1 < heap.length && isBefore(heap[least + 1] as Timer, heap[least] as Timer)) least++;
      const child = heap[least] as Timer;
      if (isBefore(last, child)) break;
      heap[at] = child;
      at = least;
    }
    heap[at] = last;
  }

  #rise(from: number): void {
    const heap = this.#heap;
    const timer = heap[from] as Timer;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Timer;
      if (!isBefore(timer, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = timer;
  }
}
