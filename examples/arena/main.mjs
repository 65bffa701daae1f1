// The arena: a game of 60 frames a second, with plugins in Python that anyone may have written. Two of them are broken;
// the game does not notice. Change a file in plugins/ while it runs, and the plugin is there in its new form.
//
//     node examples/arena/main.mjs [--seconds N] [--plugins FOLDER]
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { defaultPlatform, Scheduler } from "@krait/core";
import { directorySource } from "@krait/host-plugins/node";
import { openArena } from "./arena.mjs";
import { listenForTheEnd } from "./ending.mjs";
import { livePicture, plainScreen } from "./screen.mjs";
import { summary, tellStory } from "./story.mjs";
import { startTicker } from "./ticker.mjs";

const isTerminal = process.stdout.isTTY === true;
const { seconds, folder } = options();
const source = directorySource(folder);
await source.list().catch(refuse);
const end = listenForTheEnd();
const platform = defaultPlatform();
const startedAt = platform.monotonic();
const { host, world, frame } = openArena({
  source,
  platform,
  scheduler: new Scheduler({ platform }),
});
const screen = (isTerminal ? livePicture : plainScreen)({
  output: process.stdout,
  seconds: () => (platform.monotonic() - startedAt) / 1000,
  table: () => host.table(),
  world,
});
const stops = tellStory(host, screen.line);

const { active, errors } = await host.start();
screen.line(`the game begins, with ${active.join(", ")}`);
for (const { message } of errors) screen.line(message);
const ticker = startTicker(platform, frame);
host.watch();

await end.after(seconds);
const kept = ticker.figures();
ticker.stop();
const balances = await host.commands.run("economy.balances").catch(() => ({}));
screen.close();
await host.close();
for (const line of summary(kept, stops, balances)) console.log(line);

function options() {
  // As it is seen from here, so that tracebacks are as short.
  const own = relative(process.cwd(), fileURLToPath(new URL("plugins", import.meta.url)));
  try {
    const { values } = parseArgs({
      options: {
        seconds: { type: "string", default: isTerminal ? "Infinity" : "10" },
        plugins: { type: "string", default: own },
      },
    });
    const seconds = Number(values.seconds);
    if (seconds > 0) return { seconds, folder: values.plugins };
    throw new RangeError(`--seconds takes a number above 0, not ${values.seconds}`);
  } catch (error) {
    return refuse(error);
  }
}

function refuse({ message }) {
  console.error(message);
  process.exit(2);
}
