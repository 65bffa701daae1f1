// Timers in one binary heap, so that any number of them needs one timer of the platform.

export interface Timer {
  /** On the monotonic clock, in ms. */
  readonly at: number;
  /** Timers of the same time fire in the order in which they were made. */
  readonly order: number;
  readonly callback: () => void;
  isCancelled: boolean;
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

  add(at: number, callback: () => void): Timer {
    const timer: Timer = { at, order: this.#nextOrder++, callback, isCancelled: false };
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1);
    return timer;
  }

  cancel(timer: Timer): void {
    if (timer.isCancelled) return;
    timer.isCancelled = true;
    this.#cancelled += 1;
    if (this.#cancelled * 2 > this.#heap.length) {
      // What is sorted is a heap.
      this.#heap = this.#heap.filter((each) => !each.isCancelled).sort((a, b) => (isBefore(a, b) ? -1 : 1));
      this.#cancelled = 0;
    }
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
    heap[0] = last;
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isBefore(heap[child] as Timer, heap[least] as Timer)) least = child;
      }
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(this.#heap[at] as Timer, this.#heap[parent] as Timer)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #swap(a: number, b: number): void {
    const held = this.#heap[a] as Timer;
    this.#heap[a] = this.#heap[b] as Timer;
    this.#heap[b] = held;
  }
}
