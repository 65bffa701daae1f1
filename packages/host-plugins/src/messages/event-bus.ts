// The event bus: what is emitted reaches the host and every plugin, as frozen data, and no listener's failure another.
import { EventEmitter } from "eventemitter3";
import { copyData, type Data } from "./data.ts";

/** Hears an event. What it answers is of interest only where that is a Promise: it may be rejected. */
export type Listener = (data: Data) => unknown;

/** Events among the host and its plugins. `Events` names each with its data, for the host's own code. */
export class EventBus<Events extends object = Record<string, Data>> {
  readonly #emitter: EventEmitter = new EventEmitter();
  readonly #failed: (event: string, error: unknown) => void;

  /** `failed` is told what a listener of the host threw or rejected with. @internal */
  constructor(failed: (event: string, error: unknown) => void) {
    this.#failed = failed;
  }

  /**
   * Emit an event: all who hear it get the same frozen copy of its data, which may be left out where that can be undefined.
   * Throws TypeError for what is no data.
   */
  emit<Name extends keyof Events & string>(
    event: Name,
    ...data: undefined extends Events[Name] ? [data?: Events[Name]] : [data: Events[Name]]
  ): void {
    this.#emitter.emit(event, copyData(data[0], `event '${event}'`));
  }

  /** Hear an event; answers what ends that. What the listener throws, or its Promise is rejected with, is told as a failure of the host's, and stops nobody. */
  on<Name extends keyof Events & string>(event: Name, listener: (data: Events[Name]) => unknown): () => void {
    return this.add(event, listener as Listener, (error) => this.#failed(event, error));
  }

  /** The same for a plugin, which is told of its listener's failures itself. @internal */
  add(event: string, listener: Listener, failed: (error: unknown) => void): () => void {
    const hear = (data: Data): void => {
      try {
        const answer = listener(data);
        if (answer instanceof Promise) answer.catch(failed);
      } catch (error) {
        failed(error);
      }
    };
    this.#emitter.on(event, hear);
    return () => this.#emitter.off(event, hear);
  }

  /** @internal */
  clear(): void {
    this.#emitter.removeAllListeners();
  }
}
