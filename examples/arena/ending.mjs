// When the arena ends: after its time, with q or Ctrl-C, or when the system asks it to.

/** Resolves at the end; then the terminal is as it was. */
export async function untilTheEnd(seconds, input = process.stdin) {
  const undo = [];
  await new Promise((resolve) => {
    // The longest time that a timer can have is about 25 days.
    if (seconds < 2e6) {
      const timer = setTimeout(resolve, seconds * 1000);
      undo.push(() => clearTimeout(timer));
    }
    for (const signal of ["SIGINT", "SIGTERM"]) {
      process.once(signal, resolve);
      undo.push(() => process.off(signal, resolve));
    }
    if (!input.isTTY) return;
    const key = (bytes) => {
      // In raw mode Ctrl-C is a character like any other.
      if (["q", "Q", "\x03"].includes(bytes.toString())) resolve();
    };
    input.setRawMode(true).on("data", key).resume();
    undo.push(() => input.off("data", key).setRawMode(false).pause());
  });
  for (const each of undo) each();
}
