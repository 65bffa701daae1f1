// The game's world: plain data of the host, and what a frame does to it. Plugins get copies, and answer with wishes.

export const WIDTH = 64;
export const HEIGHT = 14;
/** Coins that lie about at a time. */
export const COINS = 8;

const SPEED = 9;
const SPEED_IN_BOOTS = 16;
const REACH = 1;
/** A bot that has not been heard of for so long stands still, in seconds. */
const PATIENCE = 0.5;

export function newWorld(random) {
  return { random, time: 0, frame: 0, sky: "clear", wind: [0, 0], bots: new Map(), coins: [] };
}

/** A bot enters, where it is not there already. */
export function addBot(world, id, glyph) {
  const bot = world.bots.get(id);
  if (bot !== undefined) bot.glyph = glyph;
  else world.bots.set(id, { id, glyph, at: anywhere(world), heading: [0, 0], heardAt: 0, bootsUntil: 0 });
}

export function order(world, id, heading) {
  const bot = world.bots.get(id);
  if (bot === undefined || !isVector(heading)) return;
  bot.heading = heading;
  bot.heardAt = world.time;
}

export function putOnBoots(world, id, seconds) {
  const bot = world.bots.get(id);
  if (bot !== undefined) bot.bootsUntil = world.time + seconds;
}

/** What is to lie on the ground: where a plugin has answered nonsense, somewhere, and for 1. */
export function addCoin(world, at, value) {
  const place = isVector(at) ? inside(at) : anywhere(world);
  world.coins.push({ at: place, value: Number.isSafeInteger(value) && value > 0 ? value : 1 });
}

/** One frame: all bots move, and take what they reach. Answers what was taken. */
export function step(world, seconds) {
  world.frame += 1;
  world.time += seconds;
  const taken = [];
  for (const bot of world.bots.values()) {
    move(world, bot, seconds);
    world.coins = world.coins.filter(({ at, value }) => {
      if (distance(at, bot.at) > REACH) return true;
      taken.push({ bot: bot.id, value, at });
      return false;
    });
  }
  return taken;
}

function move(world, bot, seconds) {
  if (world.time - bot.heardAt > PATIENCE) return;
  const [x, y] = bot.heading;
  const length = Math.hypot(x, y);
  if (length === 0) return;
  const speed = world.time < bot.bootsUntil ? SPEED_IN_BOOTS : SPEED;
  // No further than to where it wants to be, so that it does not tremble there.
  const way = Math.min(speed * seconds, length) / length;
  bot.at = inside([bot.at[0] + x * way + world.wind[0] * seconds, bot.at[1] + y * way + world.wind[1] * seconds]);
}

/** The world as plugins are told of it, in each frame. */
export function seen(world) {
  const bots = [...world.bots.values()].map(({ id, at }) => [
    id,
    { at, boots: world.time < world.bots.get(id).bootsUntil },
  ]);
  const coins = world.coins.map(({ at, value }) => ({ at, value }));
  return { frame: world.frame, time: world.time, size: [WIDTH, HEIGHT], bots: Object.fromEntries(bots), coins };
}

export function anywhere({ random }) {
  return [random() * (WIDTH - 1), random() * (HEIGHT - 1)];
}

function inside([x, y]) {
  return [Math.min(WIDTH - 1, Math.max(0, x)), Math.min(HEIGHT - 1, Math.max(0, y))];
}

function distance([x1, y1], [x2, y2]) {
  return Math.hypot(x1 - x2, y1 - y2);
}

/** Answers of plugins are data of strangers. */
function isVector(value) {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}
