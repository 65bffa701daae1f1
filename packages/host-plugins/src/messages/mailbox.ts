// The mailbox of a script plugin: what events it hears, and those that have to wait, while it starts, reloads or has its hands full.
import type { Data } from "./data.ts";
import type { EventBus, Listener } from "./event-bus.ts";

/** What a mailbox may hold. */
export interface MailboxLimits {
  /** Events that wait; the next one is dropped, and told of. */
  readonly waiting: number;
  /** Events whose handlers have not ended; the next ones wait. */
  readonly underWay: number;
}

interface Delivery {
  readonly event: string;
  readonly data: Data;
}

/** "open": events go to their handlers. "held": they wait. "closed": they are none of the plugin's. */
type MailboxState = "open" | "held" | "closed";

export class Mailbox {
  readonly #bus: EventBus<Record<string, Data>>;
  readonly #limits: MailboxLimits;
  /** An event has come that has to wait for the plugin. */
  readonly #arrived: () => void;
  readonly #dropped: (event: string) => void;
  readonly #listeners: Map<string, Set<Listener>> = new Map();
  /** What ends the subscription to the bus, by event. */
  readonly #ends: Map<string, () => void> = new Map();
  #waiting: Delivery[] = [];
  #underWay = 0;
  #state: MailboxState = "closed";
  /** Counts the lives of the plugin: what an earlier one has begun and not ended says nothing of this one. */
  #life = 0;

  constructor(
    bus: EventBus<Record<string, Data>>,
    limits: MailboxLimits,
    arrived: () => void,
    dropped: (event: string) => void,
  ) {
    this.#bus = bus;
    this.#limits = limits;
    this.#arrived = arrived;
    this.#dropped = dropped;
  }

  /** Events that wait. */
  get waitingCount(): number {
    return this.#waiting.length;
  }

  /** Hear an event; answers what ends that. */
  add(event: string, listener: Listener): () => void {
    let listeners = this.#listeners.get(event);
    if (listeners === undefined) {
      listeners = new Set();
      this.#listeners.set(event, listeners);
    }
    // Each its own, so that one handler can be added twice.
    const own: Listener = (data) => listener(data);
    listeners.add(own);
    this.expect(event);
    const added = listeners;
    return () => {
      added.delete(own);
      if (added.size === 0 && this.#listeners.get(event) === added && this.#state === "open") this.#forget(event);
    };
  }

  /** Take an event for which there may be a handler later. */
  expect(event: string): void {
    if (this.#ends.has(event)) return;
    this.#ends.set(
      event,
      this.#bus.add(
        event,
        (data) => this.#receive(event, data),
        () => {},
      ),
    );
  }

  /** Let events wait: the handlers that there were are gone, those to come get them. */
  hold(): void {
    this.#state = "held";
    this.#listeners.clear();
    this.#life++;
    this.#underWay = 0;
  }

  /** Give what waits, and what comes, to the handlers that there are now. */
  open(): void {
    this.#state = "open";
    for (const event of this.#ends.keys()) if (!this.#listeners.has(event)) this.#forget(event);
    this.#deliver();
  }

  /** Hear nothing any more; what waits is dropped. */
  close(): void {
    this.hold();
    this.#state = "closed";
    for (const event of this.#ends.keys()) this.#forget(event);
    for (const { event } of this.#waiting.splice(0)) this.#dropped(event);
  }

  #forget(event: string): void {
    this.#ends.get(event)?.();
    this.#ends.delete(event);
    this.#listeners.delete(event);
  }

  #receive(event: string, data: Data): void {
    if (this.#state === "closed") return;
    if (this.#state === "open" && this.#waiting.length === 0 && this.#underWay < this.#limits.underWay) {
      this.#give(event, data);
      return;
    }
    if (this.#waiting.length >= this.#limits.waiting) {
      this.#dropped(event);
      return;
    }
    this.#waiting.push({ event, data });
    if (this.#state === "held") this.#arrived();
  }

  #deliver(): void {
    let given = 0;
    while (given < this.#waiting.length && this.#state === "open" && this.#underWay < this.#limits.underWay) {
      const { event, data } = this.#waiting[given++] as Delivery;
      this.#give(event, data);
    }
    this.#waiting.splice(0, given);
  }

  /** Call the handlers, which report their failures themselves. */
  #give(event: string, data: Data): void {
    const life = this.#life;
    for (const listener of this.#listeners.get(event) ?? []) {
      const answer = listener(data);
      if (!(answer instanceof Promise)) continue;
      this.#underWay++;
      answer.then(() => this.#ended(life));
    }
  }

  #ended(life: number): void {
    if (life !== this.#life) return;
    this.#underWay--;
    if (this.#waiting.length > 0) this.#deliver();
  }
}
