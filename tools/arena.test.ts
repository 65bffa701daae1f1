// The example `arena`, on a virtual clock: its plugins are in order, and do what it shows.
import { Scheduler, VirtualPlatform } from "@krait/core";
import { checkPlugins, type PluginHost, type PluginSource } from "@krait/host-plugins";
import { directorySource } from "@krait/host-plugins/node";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL("../examples/arena/plugins", import.meta.url));

/** The plugins of the folder, read once: reading files takes real time. */
async function inMemory(): Promise<PluginSource> {
  const source = directorySource(folder);
  const bundles = new Map<string, Awaited<ReturnType<PluginSource["load"]>>>();
  for (const name of await source.list()) bundles.set(name, await source.load(name));
  return {
    list: async () => [...bundles.keys()],
    load: async (name) => bundles.get(name) as Awaited<ReturnType<PluginSource["load"]>>,
  };
}

/** The example is JavaScript: its types are those that it is used with here. */
interface Example {
  openArena(options: object): {
    readonly host: PluginHost;
    readonly world: { readonly frame: number; readonly bots: ReadonlyMap<string, unknown>; readonly sky: string };
    readonly frame: (seconds: number) => void;
  };
  startTicker(
    platform: VirtualPlatform,
    frame: (seconds: number) => void,
  ): {
    figures(): { readonly frames: number; readonly wanted: number };
    stop(): void;
  };
  tellStory(host: PluginHost, line: (text: string) => void): ReadonlyMap<string, { readonly times: number }>;
  summary(figures: object, stops: object, balances: object): string[];
}

async function example(): Promise<Example> {
  const files = ["arena", "ticker", "story"].map((name) => import(`../examples/arena/${name}.mjs`));
  return Object.assign({}, ...(await Promise.all(files)));
}

it("has plugins that pass the check", async () => {
  const { plugins, problems } = await checkPlugins(directorySource(folder));
  expect(problems).toEqual([]);
  expect(plugins).toBe(7);
});

it("plays on while plugins fail, and says which were stopped", async () => {
  const { openArena, startTicker, summary, tellStory } = await example();
  const platform = new VirtualPlatform({ stepMs: 0.2 });
  const scheduler = new Scheduler({ platform, quantum: 100 });
  let draws = 0;
  const random = (): number => (++draws * 0.618_034) % 1;
  const { host, world, frame } = openArena({ source: await inMemory(), platform, scheduler, random });
  /** Resolves with what a second of virtual time brings. */
  const during = async <T>(doing: Promise<T>): Promise<T> => {
    await platform.advance(1_000);
    return await doing;
  };
  const lines: string[] = [];
  const stops = tellStory(host, (line) => void lines.push(line));

  expect(await during(host.start())).toEqual({
    active: ["drifter", "economy", "hunter", "oracle", "replay", "weather"],
    waiting: ["herald"],
    errors: [],
  });
  const ticker = startTicker(platform, frame);
  await platform.advance(6_000);
  const kept = ticker.figures();
  expect(kept.wanted).toBeGreaterThan(350);
  expect(kept.wanted - kept.frames).toBeLessThan(5);
  expect(world.frame).toBe(kept.frames);
  expect([...world.bots.keys()].sort()).toEqual(["drifter", "hunter"]);
  const states = Object.fromEntries(host.figures().map(({ id, state }) => [id, state]));
  expect(states).toEqual({
    drifter: "active",
    economy: "active",
    herald: "active",
    hunter: "active",
    oracle: "disabled",
    replay: "disabled",
    weather: "active",
  });
  for (const line of [
    "drifter may not have 'net'",
    "weather: clear turns to ",
    "economy: sold boots no. 1 to hunter for 45",
    "herald: hear, hear: hunter has ",
  ]) {
    expect(
      lines.some((each) => each.startsWith(line)),
      line,
    ).toBe(true);
  }
  const balances = (await during(host.commands.run("economy.balances"))) as object;
  expect(Object.keys(balances).sort()).toEqual(["drifter", "hunter"]);
  expect(summary(kept, stops, balances).map((line) => line.replace(/\S*plugins/, "plugins"))).toEqual([
    expect.stringMatching(/^frames kept: \d+ of \d+ in 6\.0 s, worst gap \d+\.\d ms$/),
    expect.stringMatching(/^gold: /),
    "stopped:",
    "  oracle, 3 times and then for good, in timers.after: script stopped: it passed the limit burstTimeMs = 200 at plugins/oracle/main.py:11",
    expect.stringMatching(
      /^ {2}replay, 3 times and then for good, in event 'tick': script stopped: it passed the limit memoryBytes = 2000000/,
    ),
  ]);
  ticker.stop();
  await during(host.close());
});
