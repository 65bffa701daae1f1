// What happens to the plugins, in words: a line for each thing as it happens, and who was stopped for the summary.

/** Tell `line(text)` of what goes on in a host. Answers who was stopped, and why, as it stands at any time. */
export function tellStory(host, line) {
  const stops = new Map();

  host.on("log", ({ plugin, level, message }) => {
    const mark = level === "error" ? "! " : "";
    for (const each of message.split("\n")) line(`${plugin}: ${mark}${each}`);
  });
  host.on("failure", ({ plugin, during, error, outcome, restartMs }) => {
    if (outcome === "reported") return;
    const stop = {
      times: (stops.get(plugin)?.times ?? 0) + 1,
      during,
      why: error.message,
      isForGood: restartMs === null,
    };
    stops.set(plugin, stop);
    line(`${plugin} is stopped ${stop.isForGood ? "for good" : `and starts again in ${restartMs} ms`}`);
  });
  host.on("state", (plugin, to, from) => {
    if (from === "waiting" && to === "activating" && host.plugin(plugin).kind === "script") line(`${plugin} starts`);
  });
  host.on("audit", ({ plugin, permission, decision }) => {
    // Each use is audited too: what is allowed happens many times in a frame.
    if (decision === "refused" || decision === "denied") line(`${plugin} may not have '${permission}'`);
  });
  host.on("reload", (plugin, version) => line(`${plugin} is reloaded, version ${version}`));
  return stops;
}

/** The end of the story, in lines. */
export function summary({ frames, wanted, seconds, worstGapMs }, stops, balances) {
  const kept = `frames kept: ${frames} of ${wanted} in ${seconds.toFixed(1)} s, worst gap ${worstGapMs.toFixed(1)} ms`;
  const gold = Object.entries(balances).map(([bot, sum]) => `${bot} ${sum}`);
  return [
    kept,
    `gold: ${gold.join(", ") || "none yet"}`,
    stops.size === 0 ? "stopped: none" : "stopped:",
    ...[...stops].map(([plugin, { times, during, why, isForGood }]) => {
      const often = times === 1 ? "once" : `${times} times`;
      return `  ${plugin}, ${often}${isForGood ? " and then for good" : ""}, in ${during}: ${why}`;
    }),
  ];
}
