// One random schedule: a host with plugins of every kind, to which random things are done until it closes at a random step.
import { Scheduler, VirtualPlatform } from "@krait/core";
import { choices } from "../../../../tools/testing/choices.ts";
import {
  createPluginHost,
  events,
  memorySource,
  memoryStorage,
  type PluginHost,
  type PluginSource,
  storage,
  type StorageBackend,
  timers,
} from "../../src/index.ts";
import { Deliveries } from "./deliveries.ts";
import { Ledger } from "./ledger.ts";
import { natives } from "./natives.ts";
import { IDS, pluginFiles } from "./scripts.ts";

export interface Explored {
  /** All that happened, in its order. */
  readonly log: readonly string[];
  /** What must not be, in words; empty for a good schedule. */
  readonly problems: readonly string[];
  /** How long the close took, in virtual ms. */
  readonly closeMs: number;
}

const TIMEOUTS = { activationMs: 60, callMs: 80, disposeMs: 20, subscriptionMs: 20 } as const;

/** A close waits for what is being started, for handlers at their end, and for each phase of each VM, one after another. */
const CLOSE_MS = 2_000;

/** Run the schedule of a seed. */
export async function explore(seed: number): Promise<Explored> {
  const choose = choices(seed);
  const platform = new VirtualPlatform({ seed, stepMs: 0.05 });
  const ledger = new Ledger(platform, choose);
  const deliveries = new Deliveries(ledger);
  const unhandled = (reason: unknown): void => void ledger.problems.push(`unhandled: ${String(reason)}`);
  process.on("unhandledRejection", unhandled);
  try {
    const files = Object.fromEntries(IDS.slice(0, 2 + choose(3)).map((id) => [id, pluginFiles(id, 1, choose)]));
    const host: PluginHost = createPluginHost({
      source: source(files, ledger),
      platform,
      scheduler: new Scheduler({ platform, quantum: 20 + choose(200) }),
      modules: [
        events(),
        timers(),
        storage(),
        ...natives(
          ledger,
          () => host,
          (id, number) => deliveries.heard(id, number),
        ),
      ],
      hooks: { first: "first", chain: "sequential", all: "parallel" },
      storage: backend(ledger),
      timeouts: TIMEOUTS,
      mailbox: { underWay: 1 + choose(4), waiting: 1 + choose(6) },
      policy: {
        grants: { "*": { events: ["*"], timers: true, storage: 4096 } },
        restart: { attempts: choose(3), backoffMs: 1 + choose(30), errorsInARow: 2 + choose(4) },
        ask: () => ledger.fate(choose(5)).then((answer) => answer === 1),
      },
      seed,
    });
    listen(host, ledger, deliveries);
    return await played(host, files, ledger, deliveries);
  } finally {
    process.off("unhandledRejection", unhandled);
  }
}

async function played(
  host: PluginHost,
  files: Record<string, Readonly<Record<string, string>>>,
  ledger: Ledger,
  deliveries: Deliveries,
): Promise<Explored> {
  const { choose, platform, problems } = ledger;
  const act = (): void => step(host, files, ledger, deliveries);
  ledger.follow("start", host.start());
  if (choose(4) > 0) await platform.advance(40);
  for (let count = choose(14); count > 0; count--) {
    await platform.advance(choose(3) === 0 ? choose(60) : choose(6));
    act();
    if (choose(2) === 0) act();
  }
  await platform.advance(choose(10));
  const before = platform.monotonic();
  const closing = host.close();
  ledger.follow("close", closing);
  let closedAt: number | null = null;
  void closing.then(() => {
    closedAt = platform.monotonic();
    ledger.isClosed = true;
    ledger.log.push("[closed]");
  });
  for (let turn = 0; closedAt === null && turn < 1_000; turn++) {
    if (choose(6) === 0) act();
    await platform.advance(1 + choose(10));
  }
  if (closedAt === null) problems.push("the close does not end");
  const closeMs = (closedAt ?? Number.POSITIVE_INFINITY) - before;
  if (closeMs > CLOSE_MS) problems.push(`the close took ${closeMs} ms`);
  const logged = records(host).length;
  act();
  await platform.advance(500);
  for (const line of records(host).slice(logged)) problems.push(`logged after the end: ${line}`);
  for (const { id, state } of host.plugins) {
    if (!["disabled", "waiting", "refused"].includes(state)) problems.push(`${id} is ${state} after the end`);
  }
  ledger.checkEnd();
  return { log: ledger.log, problems, closeMs };
}

/** What all plugins have logged, in its order. */
function records(host: PluginHost): string[] {
  return host.plugins
    .filter(({ state }) => state !== "refused")
    .flatMap(({ id }) => host.logs(id))
    .sort((one, other) => one.at - other.at)
    .map(({ plugin, message }) => `${plugin}: ${message}`);
}

/** One thing that a host may do at any time. */
function step(
  host: PluginHost,
  files: Record<string, Readonly<Record<string, string>>>,
  ledger: Ledger,
  deliveries: Deliveries,
): void {
  const { choose } = ledger;
  const ids = Object.keys(files);
  const id = ids[choose(ids.length)] as string;
  const known = host.plugins.some((each) => each.id === id && each.state !== "refused");
  const next = (): void => {
    if (choose(3) > 0) files[id] = pluginFiles(id, 2 + choose(8), choose);
  };
  const kind = choose(12);
  ledger.log.push(`-- ${kind} ${id}`);
  if (kind < 3) deliveries.emit(host, 1 + choose(3));
  else if (kind === 3) host.events.emit("spin", 0);
  else if (kind === 4) ledger.follow("hook", host.hooks.call(["first", "chain", "all"][choose(3)] as string, 1));
  else if (kind === 5)
    ledger.follow(
      "command",
      host.commands.run(`${[...ids, "world", "native1"][choose(ids.length + 2)]}.go`, choose(3)),
    );
  else if (kind === 6) ledger.follow("activate", host.activate(choose(5) === 0 ? "native1" : id));
  else if (kind === 7 && choose(2) === 0) ledger.follow("stop", host.stop(id));
  else if (kind === 8 && known) {
    const permission = ["events", "timers", "storage"][choose(3)] as string;
    host.revoke(id, permission);
    deliveries.revoked(id, permission);
  } else if (kind === 9 && known) host.grant(id, "timers");
  else if (kind === 10) ledger.follow("start", host.start());
  else {
    next();
    ledger.follow("reload", host.reload(id));
    if (choose(3) > 0) return;
    next();
    ledger.follow("reload too", host.reload(id));
  }
}

function listen(host: PluginHost, ledger: Ledger, deliveries: Deliveries): void {
  host.on("state", (id, to, from) => {
    ledger.touched(`[${id}: ${to}]`);
    deliveries.moved(id, to, from);
  });
  host.on("failure", ({ plugin, during, error, outcome }) => {
    ledger.touched(`${plugin} failed in ${during}, ${outcome}: ${String(error)}`);
    if (outcome !== "reported" && during !== "loading") deliveries.stopped(plugin);
  });
  host.on("log", ({ plugin, message }) => ledger.touched(`${plugin} logs ${message.split("\n")[0]}`));
  host.on("dropped", (id, event) => {
    ledger.log.push(`${id} has dropped ${event}`);
    if (event === "tick") deliveries.dropped(id);
  });
  host.events.on("alpha.pong", () => ledger.touched("the host hears a pong"));
}

/** Files that come at once, late, not, or never. */
function source(files: Record<string, Readonly<Record<string, string>>>, ledger: Ledger): PluginSource {
  const { choose } = ledger;
  return {
    list: async () => {
      if (choose(20) === 0) await ledger.fate(choose(3));
      return Object.keys(files);
    },
    load: async (name) => {
      if (choose(10) === 0) await ledger.fate(choose(3));
      return await memorySource({ [name]: files[name] ?? {} }).load(name);
    },
  };
}

/** A store that takes its time, and sometimes fails or never ends. */
function backend(ledger: Ledger): StorageBackend {
  const memory = memoryStorage();
  const wait = async (): Promise<void> => {
    const kind = ledger.choose(12);
    if (kind < 3) await ledger.fate(kind);
    else if (kind < 8) await ledger.fate(1, 8);
  };
  return {
    read: async (id) => {
      await wait();
      return await memory.read(id);
    },
    write: async (id, text) => {
      ledger.touched(`${id} writes`);
      await wait();
      await memory.write(id, text);
    },
    keepAside: (id) => memory.keepAside(id),
    remove: (id) => memory.remove(id),
  };
}
