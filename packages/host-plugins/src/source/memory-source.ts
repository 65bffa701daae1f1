// Plugins from memory: for browsers, tests, and what a host brings itself.
import { checkKeys, shown } from "@krait/core/extend";
import { PluginError } from "../errors.ts";
import { FileCollector } from "./collect-files.ts";
import type { BundleLimits, PluginSource } from "./plugin-source.ts";

/** What `memorySource` and `zipSource` take beside the plugins. */
export interface SourceOptions {
  /** What the places of plugins begin with, in errors and tracebacks; default "plugins". */
  readonly place?: string;
  readonly limits?: BundleLimits;
}

/** The options of a source of `what`, once both are of the right types. Throws TypeError. */
export function checkedOptions(owner: string, what: string, plugins: unknown, options: SourceOptions): SourceOptions {
  if (typeof plugins !== "object" || plugins === null || Array.isArray(plugins)) {
    throw new TypeError(`${owner}: ${what} must be an object, not ${shown(plugins)}`);
  }
  checkKeys(owner, options, { place: "string", limits: "object" });
  return options;
}

/**
 * Plugins by name, each with its files by path: `memorySource({ economy: { "plugin.toml": "...", "main.py": "..." } })`.
 * They are copied when they are loaded, so that a change to the object is seen by the next reload.
 */
export function memorySource(
  plugins: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>>,
  options: SourceOptions = {},
): PluginSource {
  const { place = "plugins", limits } = checkedOptions("memorySource", "plugins", plugins, options);
  return {
    list: async () => Object.keys(plugins).sort(),
    load: async (name) => {
      const written = Object.hasOwn(plugins, name) ? plugins[name] : undefined;
      if (written === undefined) throw noPlugin(name);
      const files = new FileCollector(name, `${place}/${name}`, limits);
      for (const [path, data] of Object.entries(written)) {
        files.checkPath(path);
        const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data.slice();
        files.countBytes(bytes.length);
        files.add(path, bytes);
      }
      return files.bundle();
    },
  };
}

/** There is no plugin of that name in a source. */
export function noPlugin(name: string): PluginError {
  return new PluginError("unknown-plugin", `there is no plugin ${JSON.stringify(name)}`, { plugin: name });
}
