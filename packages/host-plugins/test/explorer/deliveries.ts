// What becomes of the events that the keeper is sent: each is heard once, or told as dropped, over its reloads.
import type { PluginHost, PluginState } from "../../src/index.ts";
import type { Ledger } from "./ledger.ts";

/** After so much time active, in ms, a plugin with handlers that end at once has heard all that waited for it. */
const TIME_TO_HEAR_MS = 15;

export class Deliveries {
  readonly #ledger: Ledger;
  readonly #heard: Set<number> = new Set();
  /** Events that have come while it was replaced, in their order: they must be heard, or dropped. */
  #waiting: number[] = [];
  /** The old life is over, and the new one, or the old one anew, has not begun. */
  #isReplaced = false;
  /** It was forbidden to hear: what it misses from then on is not counted. */
  #isDeaf = false;
  #activeSince = 0;
  #count = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Emit so many events. */
  emit(host: PluginHost, times: number): void {
    for (let time = 0; time < times; time++) {
      const number = ++this.#count;
      if (this.#isReplaced && !this.#isDeaf) this.#waiting.push(number);
      host.events.emit("tick", number);
    }
  }

  heard(id: string, number: number): void {
    if (id !== "keeper") return;
    if (number < 0) return;
    if (this.#heard.has(number)) this.#ledger.problems.push(`the keeper hears ${number} twice`);
    this.#heard.add(number);
    this.#waiting = this.#waiting.filter((each) => each !== number);
  }

  /** A permission was taken from a plugin. */
  revoked(id: string, permission: string): void {
    if (id !== "keeper" || permission !== "events") return;
    this.#isDeaf = true;
    this.#waiting = [];
  }

  /** There was no room for the newest one, or none for those that waited. */
  dropped(id: string): void {
    if (id === "keeper") this.#waiting.pop();
  }

  moved(id: string, to: PluginState, from: PluginState | null): void {
    if (id !== "keeper") return;
    const now = this.#ledger.platform.now();
    if (to === "active") this.#activeSince = now;
    if (from === "active" && now - this.#activeSince < TIME_TO_HEAR_MS) this.#waiting = [];
    if (to === "restarting" || to === "disabled" || from === "active") this.#over(`is ${to}`);
    this.#isReplaced = to === "reloading" || (to === "activating" && from === "reloading");
  }

  /** It was stopped: what it has waiting was dropped by now. */
  stopped(id: string): void {
    if (id === "keeper") this.#over("was stopped");
  }

  #over(how: string): void {
    this.#isReplaced = false;
    if (this.#waiting.length === 0) return;
    this.#ledger.problems.push(`the keeper neither hears ${this.#waiting.join()} nor drops it, and ${how}`);
    this.#waiting = [];
  }
}
