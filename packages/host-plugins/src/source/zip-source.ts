// Plugins from zip archives in memory, one in each.
import { checkedOptions, type SourceOptions, noPlugin } from "./memory-source.ts";
import type { PluginSource } from "./plugin-source.ts";
import { unzipPlugin } from "./unzip.ts";

/**
 * Plugins by name, each an archive, or a function that fetches one. Its files stand at the top of the archive, or in one
 * folder. What such a function rejects with, `load` rejects with.
 */
export function zipSource(
  archives: Readonly<Record<string, Uint8Array | (() => Promise<Uint8Array>)>>,
  options: SourceOptions = {},
): PluginSource {
  const { place = "plugins", limits } = checkedOptions("zipSource", "archives", archives, options);
  return {
    list: async () => Object.keys(archives).sort(),
    load: async (name) => {
      const archive = Object.hasOwn(archives, name) ? archives[name] : undefined;
      if (archive === undefined) throw noPlugin(name);
      const bytes = typeof archive === "function" ? await archive() : archive;
      return unzipPlugin(name, `${place}/${name}`, bytes, limits);
    },
  };
}
