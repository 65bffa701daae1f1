// The arena: a game's world and a plugin host, and what each tells the other.
import { console, createPluginHost, events, game, http, random as numbers, storage, timers } from "@krait/host-plugins";
import { addBot, addCoin, anywhere, COINS, newWorld, order, putOnBoots, seen, step } from "./world.mjs";
import { weatherService } from "./weather-service.mjs";

/** What each plugin may do. A plugin that is not named here may do what "*" says, which is harmless. */
const GRANTS = {
  "*": { console: true, events: ["tick", "coin.taken", "weather.changed"], timers: true, random: true },
  drifter: { game: true },
  economy: { storage: "16KiB" },
  weather: { net: ["*.weather.example"] },
  herald: { events: ["economy.milestone"] },
  hunter: { game: true },
};

/** The host takes a moment to think: it gives away a little storage, and nothing else. */
function ask(platform, { permission, wanted }) {
  return new Promise((resolve) => {
    platform.timer(400, () => resolve(permission === "storage" && wanted <= 4096));
  });
}

/** A world with a host for its plugins. `source` has them; nothing runs before `host.start()`. */
export function openArena({ source, platform, scheduler, random = Math.random }) {
  const world = newWorld(random);
  const host = createPluginHost({
    source,
    platform,
    scheduler,
    modules: [
      console(),
      timers(),
      storage(),
      events(),
      game(),
      numbers(),
      http({ fetch: weatherService(platform, random) }),
    ],
    hooks: { roll_call: "parallel", "coin.place": "first", "coin.value": "sequential" },
    policy: {
      grants: GRANTS,
      ask: (request) => ask(platform, request),
      restart: { attempts: 2, backoffMs: 500, factor: 2 },
    },
    limits: { burstTimeMs: 3_000, memoryBytes: 16 * 2 ** 20 },
    timeouts: { callMs: 5_000 },
  });
  const listening = new Set();

  host.events.on("weather.changed", ({ sky, wind }) => Object.assign(world, { sky, wind }));
  host.events.on("economy.sold", ({ bot, seconds }) => putOnBoots(world, bot, seconds));

  /** Who is a bot says so: those that were added or reloaded meanwhile, too. */
  async function callTheRoll() {
    for (const { id, glyph } of await host.hooks.call("roll_call")) {
      addBot(world, id, glyph);
      if (listening.has(id)) continue;
      listening.add(id);
      host.events.on(`${id}.order`, (heading) => order(world, id, heading));
    }
  }

  /** Plugins decide on a coin while frames go on: it falls when they have answered. */
  async function dropCoin() {
    const at = (await host.hooks.call("coin.place", world.wind)) ?? anywhere(world);
    const value = await host.hooks.call("coin.value", 10, { at, sky: world.sky });
    addCoin(world, at, value);
  }

  /** One frame of the game. Nothing here waits for a plugin. */
  function frame(seconds) {
    for (const coin of step(world, seconds)) host.events.emit("coin.taken", coin);
    host.events.emit("tick", seen(world));
    if (world.frame % 60 === 1) void callTheRoll();
    if (world.frame % 12 === 0 && world.coins.length < COINS) void dropCoin();
  }

  return { host, world, frame };
}
