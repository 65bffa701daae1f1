// A host under attack: all attempts of a family as plugins of their own, beside one that means well, on a virtual clock.
import { readFileSync } from "node:fs";
import { PythonError, Scheduler, VirtualPlatform } from "@krait/core";
import {
  console as consoleBattery,
  createPluginHost,
  type Data,
  events,
  type Fetch,
  game,
  http,
  memorySource,
  memoryStorage,
  type PluginHost,
  random,
  storage,
  timers,
} from "../../src/index.ts";
import type { Attempt } from "./attempts.ts";

/** What became of the attempts, and of all others. */
export interface Outcome {
  /** By id, in order: "log: ...", "error log: ...", "denied: ...", "failure: ...". */
  readonly traces: ReadonlyMap<string, readonly string[]>;
  /** What the bystander says of itself in the end. */
  readonly report: Data;
  readonly states: Readonly<Record<string, string>>;
  /** URLs that were fetched. */
  readonly fetched: readonly string[];
  /** Errors of the host's own listeners, and hooks and commands that did not settle. */
  readonly trouble: readonly string[];
  /** How many ticks there were. */
  readonly ticks: number;
}

const text = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/** What attempts are granted; more stands in their manifests as optional, and is refused, but for `game`. */
const REQUIRED = { events: ["a.*"], storage: 1_000, net: ["api.example.com"] } as const;
const OPTIONAL = { net: ["*.example.com"], timers: true, random: true, game: true };

/** Traces that a plugin may leave, beyond which they are only counted. */
const MOST_TRACES = 100;
/** The line where a script was stopped, which the comments of an attempt move. */
const LINE = / at plugins\/\S+:\d+$/;
/** How much of a text is told. */
const MOST_TEXT = 300;

/** Run the attempts side by side: start, events, hooks and commands, then a long time, then the end. */
export async function attack(attempts: readonly Attempt[]): Promise<Outcome> {
  const platform = new VirtualPlatform({ stepMs: 0.2 });
  const traces = new Map<string, string[]>();
  const fetched: string[] = [];
  const trouble: string[] = [];
  const host = createPluginHost({
    source: memorySource(
      Object.fromEntries([
        ["bystander", { "plugin.json": manifest("bystander", BYSTANDER), "main.py": text("bystander.py") }],
        ...attempts.map((each) => [each.id, filesOf(each)] as const),
      ]),
    ),
    modules: [consoleBattery(), timers(), storage(), events(), game(), http({ fetch: fetching(fetched) }), random()],
    hooks: { ask: "parallel", pass: "sequential", secret: "first" },
    policy: {
      grants: { "*": { ...REQUIRED, game: true }, bystander: { events: ["*"], storage: 1_000 } },
      ask: () => false,
      restart: { attempts: 0 },
    },
    limits: { burstTimeMs: 50, memoryBytes: 16 * 2 ** 20 },
    timeouts: { activationMs: 5_000, callMs: 5_000 },
    platform,
    scheduler: new Scheduler({ platform, quantum: 1_000 }),
    storage: memoryStorage(),
    seed: 1,
  });
  listen(host, traces);
  host.on("listenerError", (event, error) => trouble.push(`${event}: ${String(error)}`));
  // What attempts ask the host's own code for, which believes them.
  host.events.on("a.revoke", (data) => {
    const [id, permission] = data as readonly [string, string];
    host.revoke(id, permission);
  });
  let ticks = 0;
  const tick = (): void => {
    ticks++;
    host.events.emit("tick", ticks);
  };
  const during = async <T>(ms: number, promise: Promise<T>): Promise<T | null> => {
    let isOver = false;
    const over = promise.then(
      (value) => {
        isOver = true;
        return value;
      },
      () => {
        isOver = true;
        return null;
      },
    );
    await platform.advance(ms);
    if (!isOver) trouble.push(`not over within ${ms} ms`);
    return isOver ? await over : null;
  };
  const data = { list: [1], n: 1 };
  await during(60_000, host.start());
  tick();
  host.events.emit("a.go", data);
  tick();
  await during(60_000, host.hooks.call("pass", data));
  await during(60_000, host.hooks.call("ask", data));
  for (const { id } of attempts) {
    if (!host.commands.names.includes(`${id}.go`)) continue;
    await during(20_000, host.commands.run(`${id}.go`, data));
  }
  tick();
  await platform.advance(60_000);
  const states = Object.fromEntries(host.plugins.map(({ id, state }) => [id, state]));
  const report = await during(10_000, host.commands.run("bystander.report"));
  host.table();
  await during(60_000, host.close());
  return { traces, report, states, fetched, trouble, ticks };
}

const BYSTANDER = {
  permissions: { required: { events: ["*"], storage: 1_000 } },
  contributes: { commands: { treasure: "Shows it.", keep: "Keeps data.", report: "Tells." }, hooks: ["pass"] },
};

function manifest(id: string, more: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ id, version: "1.0.0", api: "^1.0", ...more });
}

function filesOf({ id, source, files, manifest: more }: Attempt): Readonly<Record<string, string>> {
  const given = {
    dependencies: { bystander: "*" },
    permissions: { required: REQUIRED, optional: OPTIONAL },
    contributes: { commands: { go: "Goes." }, hooks: ["ask", "pass"] },
    ...more,
  };
  return {
    ...files,
    "plugin.json": manifest(id, given),
    "tried.py": text("tried.py"),
    "main.py": `from tried import tried\n${source}`,
  };
}

function listen(host: PluginHost, traces: Map<string, string[]>): void {
  const add = (id: string, trace: string): void => {
    const own = traces.get(id) ?? [];
    traces.set(id, own);
    if (own.length < MOST_TRACES) own.push(shown(trace.slice(0, MOST_TEXT)).trimEnd());
    else if (own.length === MOST_TRACES) own.push("and more");
  };
  host.on("log", ({ plugin, level, message }) => {
    add(plugin, `${level === "info" ? "log" : `${level} log`}: ${message}`);
  });
  host.on("failure", ({ plugin, during, error, outcome }) => {
    const told = error instanceof PythonError ? `${error.type}: ${error.message}` : String(error);
    // The log has it too, right before.
    const own = traces.get(plugin);
    if (own?.at(-1)?.startsWith(`error log: ${during}: `) === true) own.pop();
    add(plugin, `failure: ${during}, ${outcome}: ${told.replace(LINE, "")}`);
  });
  host.on("audit", ({ plugin, permission, decision, subject }) => {
    if (decision === "denied" || decision === "refused" || decision === "revoked") {
      add(plugin, `${decision}: ${permission} ${JSON.stringify(subject)}`);
    }
  });
  host.on("dropped", (plugin, event) => {
    const trace = `dropped: ${event}`;
    if (traces.get(plugin)?.includes(trace) !== true) add(plugin, trace);
  });
}

/** In one line, whatever a script has written. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A network in which the one host that may be reached tries to lead elsewhere. */
function fetching(fetched: string[]): Fetch {
  return async (url) => {
    fetched.push(url);
    const { pathname, search } = new URL(url);
    if (pathname === "/to") {
      return new Response(null, { status: 302, headers: { location: decodeURIComponent(search.slice(1)) } });
    }
    if (pathname === "/loop") return new Response(null, { status: 307, headers: { location: "/loop" } });
    if (pathname === "/endless") {
      return new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(100_000)) }));
    }
    return new Response("answer");
  };
}
