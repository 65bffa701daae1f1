// Subscriptions: what a plugin holds of the host, released once each, the last one first.
import type { Platform } from "@krait/core";
import type { Subscription } from "../definition.ts";
import { inTime, LATE } from "./deadline.ts";

/** Release them all and empty the list; `failed` is told of each that throws, or does not end in `timeoutMs`. Never rejects. */
export async function release(
  subscriptions: Subscription[],
  platform: Platform,
  timeoutMs: number,
  failed: (error: unknown) => void,
): Promise<void> {
  for (let each = subscriptions.pop(); each !== undefined; each = subscriptions.pop()) {
    try {
      const end = await inTime(platform, timeoutMs, Promise.resolve(releaseOne(each)));
      if (end === LATE) failed(new Error(`a subscription was not released within ${timeoutMs} ms`));
    } catch (error) {
      failed(error);
    }
  }
}

/** What it answers is awaited. */
function releaseOne(subscription: Subscription): unknown {
  if (typeof subscription === "function") return subscription();
  if (Symbol.asyncDispose in subscription) return subscription[Symbol.asyncDispose]();
  return subscription[Symbol.dispose]();
}
