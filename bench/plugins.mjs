// Plugins: what 200 of them, each with a handler of every tick, cost a host of 60 Hz; their start, a reload, and events.
import { setTimeout as sleep } from "node:timers/promises";
import { createPluginHost, events, memorySource, timers } from "@krait/host-plugins";

const COUNT = Number(process.env.KRAIT_PLUGINS ?? 200);
const SECONDS = 10;
const FRAME_MS = 1000 / 60;

const source = (index) => `
import events

score = 0

@events.on("tick")
def tick(frame):
    global score
    score = (score * 31 + frame["number"] + ${index}) % 1009

def on_dispose():
    return {"score": score}
`;

const manifest = (id) => `id = "${id}"
version = "1.0.0"
api = "^1.0"

[permissions.required]
events = ["tick"]
`;

function pluginFiles(count) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const id = `plugin-${String(index).padStart(3, "0")}`;
      return [id, { "plugin.toml": manifest(id), "main.py": source(index) }];
    }),
  );
}

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** How late each frame of a loop of 60 Hz comes, in ms; `frame` does the work of one. */
async function frames(seconds, frame) {
  const late = [];
  const start = performance.now();
  for (let number = 1; number <= seconds * 60; number++) {
    const due = start + number * FRAME_MS;
    while (performance.now() < due - 2) await sleep(1);
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    late.push(performance.now() - due);
    frame(number);
  }
  return late;
}

async function main() {
  const bare = await frames(SECONDS, () => {});
  const policy = { grants: { "*": { events: ["*"] } } };
  const host = createPluginHost({ source: memorySource(pluginFiles(COUNT)), modules: [events(), timers()], policy });
  host.on("failure", ({ plugin, error }) => console.error(plugin, error));
  let dropped = 0;
  host.on("dropped", () => dropped++);
  let startedAt = performance.now();
  const { active } = await host.start();
  const activation = performance.now() - startedAt;
  // The first seconds are those of a game that loads: code that has not run before is slow.
  await frames(2, (number) => host.events.emit("tick", { number, dt: FRAME_MS / 1000 }));
  const busy = await frames(SECONDS, (number) => host.events.emit("tick", { number, dt: FRAME_MS / 1000 }));
  const reloads = [];
  for (let round = 0; round < 20; round++) {
    startedAt = performance.now();
    await host.reload(`plugin-${String(round).padStart(3, "0")}`);
    reloads.push(performance.now() - startedAt);
  }
  // A burst of events is as many as there are ticks in a second, and is over when all have been handled.
  const calls = () => host.figures().reduce((sum, { instructions }) => sum + instructions, 0);
  const before = calls();
  const rounds = 60;
  startedAt = performance.now();
  for (let number = 0; number < rounds; number++) {
    host.events.emit("tick", { number, dt: 0 });
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (let seen = -1, now = calls(); seen !== now; now = calls()) {
    seen = now;
    await sleep(5);
  }
  const burst = performance.now() - startedAt - 5;
  const row = (name, value) => console.log(`${name.padEnd(58)}${value}`);
  row(`plugins active of ${COUNT}`, active.length);
  row(
    "bare loop: lateness of frames, p50 / p99, ms",
    `${percentile(bare, 0.5).toFixed(2)} / ${percentile(bare, 0.99).toFixed(2)}`,
  );
  row("with plugins: p50 / p99, ms", `${percentile(busy, 0.5).toFixed(2)} / ${percentile(busy, 0.99).toFixed(2)}`);
  row("p99 above the bare loop, ms (aim 4)", (percentile(busy, 0.99) - percentile(bare, 0.99)).toFixed(2));
  row("activation of all, ms", activation.toFixed(0));
  row("reload of one, median of 20, ms", percentile(reloads, 0.5).toFixed(2));
  row("events handled a second, fan-out to all", Math.round((rounds * COUNT * 1000) / burst));
  row("safe points an event", ((calls() - before) / rounds / COUNT).toFixed(1));
  row("events dropped", dropped);
  startedAt = performance.now();
  await host.close();
  row("closing all, ms", (performance.now() - startedAt).toFixed(0));
}

await main();
