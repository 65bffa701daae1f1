// When the arena ends: after its time, with q or Ctrl-C, or when the system asks it to.

/** In raw mode Ctrl-C is a character like any other, the third. */
const ENDING_KEYS = ["q", "Q", String.fromCharCode(3)];

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
      if (ENDING_KEYS.some((each) => bytes.includes(each))) resolve();
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
