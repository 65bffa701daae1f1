// The game's own clock: sixty frames a second, whatever scripts do, and a record of how well they were kept.

export const FRAMES_A_SECOND = 60;
const FRAME_MS = 1000 / FRAMES_A_SECOND;

/** Call `frame(seconds)` when each frame is due, with the time since the one before. A frame that was missed is left out. */
export function startTicker(platform, frame) {
  const startedAt = platform.monotonic();
  const kept = { frames: 0, worstGapMs: 0 };
  let last = startedAt;
  let due = startedAt + FRAME_MS;
  let cancel = platform.timer(FRAME_MS, tick);

  function tick() {
    const now = platform.monotonic();
    const gapMs = now - last;
    last = now;
    kept.frames += 1;
    kept.worstGapMs = Math.max(kept.worstGapMs, gapMs);
    due = Math.max(due + FRAME_MS, now);
    cancel = platform.timer(due - now, tick);
    frame(gapMs / 1000);
  }

  return {
    /** How it went up to now. */
    figures() {
      const seconds = (platform.monotonic() - startedAt) / 1000;
      return { ...kept, seconds, wanted: Math.floor(seconds * FRAMES_A_SECOND) };
    },
    stop: () => cancel(),
  };
}
