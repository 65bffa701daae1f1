// The program of a Web Worker that interrupts a VM of the page as soon as the script is ready.
import { InterruptHandle, type InterruptHandleData } from "@krait/core";

/** What the page sends it. */
export interface Order {
  readonly handle: InterruptHandleData;
  /** [0] is 1 when the script is ready; null: it is. */
  readonly flags: Int32Array | null;
  readonly reason: string;
}

declare const self: {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { data: Order }) => void): void;
};

self.addEventListener("message", ({ data: { handle, flags, reason } }) => {
  // A page that is blocked delivers no message: it waits for this one first.
  self.postMessage("here");
  if (flags !== null) Atomics.wait(flags, 0, 0);
  InterruptHandle.from(handle).interrupt(reason);
});
