// When the arena ends: after its time, with q or Ctrl-C, or when the system asks it to.

/** Listens from now on. `after(seconds)` resolves at the end, or at once when it has come; then the terminal is as it was. */
export function listenForTheEnd(input = process.stdin) {
  const undo = [];
  const asked = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) {
      process.once(signal, resolve);
      undo.push(() => process.off(signal, resolve));
    }
    if (!input.isTTY) return;
    const key = (bytes) => {
      // In raw mode Ctrl-C is a character like any other.
      if (/[qQ\x03]/.test(bytes.toString())) resolve();
    };
    input.setRawMode(true).on("data", key).resume();
    undo.push(() => input.off("data", key).setRawMode(false).pause());
  });
  return {
    async after(seconds) {
      let timer;
      const over = new Promise((resolve) => {
        // No timer is longer than about 25 days.
        if (seconds < 2e6) timer = setTimeout(resolve, seconds * 1000);
      });
      await Promise.race([asked, over]);
      clearTimeout(timer);
      for (const each of undo) each();
    },
  };
}
