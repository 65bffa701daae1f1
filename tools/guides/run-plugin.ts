// Runs a plugin of a guide, its manifest and its entry, in a host with all batteries and a clock of its own.
import { Scheduler, VirtualPlatform } from "@krait/core";
import {
  console,
  createPluginHost,
  events,
  game,
  http,
  memorySource,
  random,
  storage,
  timers,
} from "@krait/host-plugins";

const TICKS = 3;

/**
 * Start a plugin, with all that its manifest asks for; emit the event `tick` with 1, 2 and 3, a second apart; reload the
 * plugin, emit 4, and close the host. What the plugin logs is written, failures with their tracebacks.
 */
export async function runPlugin(manifest: string, entry: string, write: (text: string) => void): Promise<void> {
  const id = /^id = "([^"]+)"/m.exec(manifest)?.[1];
  if (id === undefined) throw new Error("a plugin of a guide has an id in its manifest");
  const platform = new VirtualPlatform();
  /** Resolves with what a second brings. */
  const inASecond = async <T>(doing: Promise<T>): Promise<T> => {
    doing.catch(() => {});
    await platform.advance(1_000);
    return await doing;
  };
  const host = createPluginHost({
    source: memorySource({ [id]: { "plugin.toml": manifest, "main.py": entry } }),
    platform,
    scheduler: new Scheduler({ platform }),
    modules: [
      console(),
      events(),
      game(),
      http({ fetch: async () => new Response("an answer") }),
      random(),
      storage(),
      timers(),
    ],
    policy: { ask: () => true, restart: { attempts: 0 } },
    seed: 1,
  });
  host.on("log", ({ message }) => write(`${message}\n`));
  try {
    const { errors } = await inASecond(host.start());
    if (errors.length > 0) return;
    for (let tick = 1; tick <= TICKS; tick++) {
      host.events.emit("tick", tick);
      await platform.advance(1_000);
    }
    await inASecond(host.reload(id));
    host.events.emit("tick", TICKS + 1);
    await platform.advance(1_000);
  } finally {
    await inASecond(host.close());
  }
}
