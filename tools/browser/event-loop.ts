// Waits for turns of a page's event loop.
declare function requestAnimationFrame(callback: () => void): number;

/** Resolves when the page has drawn so many frames and fired so many timers: never on a page that is frozen. */
export async function ticks(count: number): Promise<void> {
  const drawn = (async () => {
    for (let n = 0; n < count; n++) await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  })();
  for (let n = 0; n < count; n++) await new Promise<void>((resolve) => setTimeout(resolve, 0));
  await drawn;
}
