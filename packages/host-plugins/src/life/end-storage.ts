// The end of a plugin's storage: what is left to write has its time, and what cannot be written any more is told.
import type { Platform } from "@krait/core";
import type { PluginLog } from "../definition.ts";
import { shortKey } from "../storage/encoding.ts";
import type { OpenStorage } from "../storage/open-storage.ts";
import { inTime } from "./deadline.ts";

/** Names of data that one line of a log tells. */
const MOST_NAMES = 10;

/** Write what is left for at most `milliseconds`; from then on nothing more is. Never rejects. */
export async function endStorage(
  storage: OpenStorage,
  platform: Platform,
  milliseconds: number,
  log: PluginLog,
): Promise<void> {
  await inTime(platform, milliseconds, storage.flush());
  const { lost, underWay } = storage.end();
  const late = `closing: storing took longer than ${milliseconds} ms`;
  if (lost.length > 0) log.error(`${late}: ${named(lost)} could not be stored`);
  if (underWay.length > 0) log.error(`${late}: whether ${named(underWay)} will be stored is not known`);
}

function named(keys: readonly string[]): string {
  const shown = keys.slice(0, MOST_NAMES).map((key) => `'${shortKey(key)}'`);
  const others = keys.length - shown.length;
  return others === 0 ? shown.join(", ") : `${shown.join(", ")} and ${others} more`;
}
