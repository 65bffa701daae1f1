// Names for VMs that were given none.
import type { Platform } from "./platform.ts";

/** Four letters: enough to tell the VMs of one log apart. */
export function randomName(platform: Pick<Platform, "randomBytes">): string {
  return [...platform.randomBytes(4)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
}
