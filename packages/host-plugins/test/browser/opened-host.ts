// A plugin host of the test's page, with what it told, as plain data that goes to the test.
import {
  console,
  createPluginHost,
  events,
  game,
  http,
  PluginError,
  type PluginHost,
  type PluginHostOptions,
  type PluginSource,
  random,
  storage,
  timers,
} from "@krait/host-plugins";
import { ticks } from "../../../../tools/browser/event-loop.ts";

/** The files of one plugin. */
export type Files = Readonly<Record<string, string>>;

export interface OpenedHost extends AsyncDisposable {
  readonly host: PluginHost;
  /** What plugins wrote and logged, as "id level: text". */
  readonly lines: string[];
  /** As "id, during, outcome: error". */
  readonly failures: string[];
  /** As "id: state". */
  readonly states: string[];
}

/** However slow the machine is. */
const WHENEVER = Number.POSITIVE_INFINITY;

/** A host with the batteries, on the clocks of the page, that grants all that these ask for. */
export function opened(source: PluginSource, more: Partial<PluginHostOptions> = {}): OpenedHost {
  const host = createPluginHost({
    source,
    seed: 7,
    modules: [console(), events(), game(), http(), random(), storage(), timers()],
    policy: {
      grants: { "*": { console: true, events: ["*"], game: true, random: true, storage: 1_000, timers: true } },
      restart: { attempts: 0 },
    },
    limits: { burstTimeMs: WHENEVER },
    ...more,
    timeouts: { activationMs: WHENEVER, callMs: WHENEVER, ...more.timeouts },
  });
  const lines: string[] = [];
  const failures: string[] = [];
  const states: string[] = [];
  host.on("log", ({ plugin, level, message }) => lines.push(`${plugin} ${level}: ${message}`));
  host.on("failure", ({ plugin, during, outcome, error }) => {
    failures.push(`${plugin}, ${during}, ${outcome}: ${error instanceof Error ? error.message : String(error)}`);
  });
  host.on("state", (id, to) => states.push(`${id}: ${to}`));
  return { host, lines, failures, states, [Symbol.asyncDispose]: () => host.close() };
}

/** A plugin with this entry; `more` is what its manifest says besides. */
export function plugin(id: string, source: string, more: object = {}): Files {
  return {
    "plugin.json": JSON.stringify({ id, version: "1.0.0", api: "^1.0", ...more }),
    "main.py": source,
  };
}

/** Resolves once something is true. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await ticks(1);
}

/** How a Promise fails: the code of a PluginError of this page and its message; one that does not fail is told so. */
export async function failure(promise: Promise<unknown>): Promise<readonly [code: string, message: string]> {
  try {
    await promise;
    return ["none", ""];
  } catch (error) {
    if (error instanceof PluginError) return [error.code, error.message];
    return ["another", String(error)];
  }
}
