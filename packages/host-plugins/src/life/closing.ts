// The beginning of the host's end: what it waits for of others, who may never answer, is let go then.
import { PluginError } from "../errors.ts";

export class Closing {
  readonly #waits: Set<(error: PluginError) => void> = new Set();
  #hasBegun = false;

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Throws PluginError ("host-closed") once it has begun. */
  check(): void {
    if (this.#hasBegun) throw hostClosed();
  }

  /** From now on nothing new begins, and nobody else is waited for. */
  begin(): void {
    this.#hasBegun = true;
    for (const reject of this.#waits) reject(hostClosed());
    this.#waits.clear();
  }

  /** The same Promise, which rejects with PluginError ("host-closed") when the host begins to close, or is closing already. */
  wait<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#hasBegun) reject(hostClosed());
      else this.#waits.add(reject);
      promise.then(resolve, reject).finally(() => this.#waits.delete(reject));
    });
  }
}

/** Whether something was given up because the host closes. */
export function isHostClosed(error: unknown): boolean {
  return error instanceof PluginError && error.code === "host-closed";
}

function hostClosed(): PluginError {
  return new PluginError("host-closed", "the plugin host is closing, or has closed");
}
