// Several sources as one: a host's own plugins beside those of a folder.
import { noPlugin } from "./memory-source.ts";
import { checkSource, type PluginSource } from "./plugin-source.ts";

/**
 * All plugins of all sources, the first source's before the second's. From the second on, names begin with the number of
 * their source ("2:economy"), so that each name stands for one plugin; plugins are told apart by the ids of their manifests.
 */
export function joinSources(...sources: readonly PluginSource[]): PluginSource {
  sources.forEach((source, index) => checkSource("joinSources", `source ${index + 1}`, source));
  const joined = (index: number, name: string): string => (index === 0 ? name : `${index + 1}:${name}`);
  const watched = sources.filter(({ watch }) => watch !== undefined);
  return {
    list: async () => {
      const lists = await Promise.all(sources.map((source) => source.list()));
      return lists.flatMap((names, index) => names.map((name) => joined(index, name)));
    },
    load: async (name) => {
      const [, number = "1", own = name] = /^(\d+):(.*)$/s.exec(name) ?? [];
      const source = sources[Number(number) - 1];
      if (source === undefined) throw noPlugin(name);
      return await source.load(own);
    },
    ...(watched.length > 0 && {
      watch: (changed) => {
        const stops = sources.map((source, index) => source.watch?.((name) => changed(joined(index, name))));
        return async () => {
          await Promise.all(stops.map((stop) => stop?.()));
        };
      },
    }),
  };
}
