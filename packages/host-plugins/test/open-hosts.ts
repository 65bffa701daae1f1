// Plugin hosts of a test file, on a virtual clock, closed after each of its tests.
import { afterEach } from "vitest";
import { type Platform, Scheduler } from "@krait/core";
import { virtualPlatform } from "../../../tools/testing/virtual-platform.ts";
import {
  createPluginHost,
  memorySource,
  type PluginFailure,
  type PluginHost,
  type PluginHostOptions,
} from "../src/index.ts";

/** The files of one plugin. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A host under test, with what it told. */
export interface OpenHost {
  readonly host: PluginHost;
  /** What plugins wrote and logged, as "id: text". */
  readonly lines: string[];
  /** As "id, during, outcome: error". */
  readonly failures: string[];
  readonly reported: PluginFailure[];
  /** As "id: state". */
  readonly states: string[];
  readonly platform: Platform;
  /** The plugins' files: what is changed here is there at the next reload. */
  readonly files: Record<string, Files>;
}

/** Answers what makes the hosts of a test file. */
export function openHosts(): (
  files: Readonly<Record<string, Files>>,
  options?: Partial<PluginHostOptions>,
) => OpenHost {
  const open: PluginHost[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((host) => host.close()));
  });
  return (given, options = {}) => {
    const files = { ...given };
    const source = {
      list: async () => Object.keys(files).sort(),
      load: (name: string) => memorySource({ [name]: files[name] as Files }).load(name),
    };
    // Each look at the clock moves it, so that limits of time are reached.
    const platform = options.platform ?? virtualPlatform(0.5);
    const scheduler = options.scheduler ?? new Scheduler({ platform, quantum: 500 });
    // The library's modules are loaded in real time, in which the virtual clock may run far ahead.
    const timeouts = { activationMs: Number.POSITIVE_INFINITY, ...options.timeouts };
    const host = createPluginHost({ source, platform, scheduler, seed: 1, ...options, timeouts });
    const lines: string[] = [];
    const failures: string[] = [];
    const reported: PluginFailure[] = [];
    const states: string[] = [];
    host.on("log", ({ plugin: id, level, message }) => {
      if (level !== "error") lines.push(`${id}: ${message}`);
    });
    host.on("failure", (failure) => {
      reported.push(failure);
      const { during, error, outcome, plugin: id } = failure;
      failures.push(`${id}, ${during}, ${outcome}: ${error instanceof Error ? error.message : String(error)}`);
    });
    host.on("state", (id, to) => states.push(`${id}: ${to}`));
    open.push(host);
    return { host, lines, failures, reported, states, platform, files };
  };
}

/** A plugin with an entry and a manifest; `more` is what the manifest says besides. */
export function plugin(id: string, source: string, more: Readonly<Record<string, unknown>> = {}): Files {
  const manifest = { id, version: "1.0.0", api: "^1.0", ...more };
  return { "plugin.json": JSON.stringify(manifest, null, 2), "main.py": source };
}
