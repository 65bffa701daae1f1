// Finds the Chromium of this machine, and starts it for tests.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** What packages call it, in the order in which they are looked for. */
const NAMES: readonly string[] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The program that `KRAIT_CHROMIUM` names, else the first one on the PATH; null when there is none. */
export function findChromium(): string | null {
  const named = process.env.KRAIT_CHROMIUM;
  if (named !== undefined && named !== "") return named;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}

/** Start it without a window. It asks nothing of the network but what its pages do. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    // A container's user often is root, for whom there is no sandbox; the pages are the tests' own.
    chromiumSandbox: false,
    args: ["--disable-gpu", "--disable-quic"],
  });
}
