// @krait/host-plugins/node: plugins from folders that can be watched, and storage in files.
/**
 * The plugin host on Node: all of `@krait/host-plugins`, plugins from folders that can be watched, and storage in files.
 *
 * @module @krait/host-plugins/node
 */
import { createPluginHost as createHost, type PluginHost } from "./host.ts";
import type { PluginHostOptions } from "./host-options.ts";
import type { Data } from "./messages/data.ts";
import { directorySource } from "./node/directory-source.ts";

export * from "./index.ts";
export { directorySource, type DirectoryOptions } from "./node/directory-source.ts";
export { fileStorage } from "./node/file-storage.ts";

/** What a plugin host on Node is made with: a folder of plugins, or a source as elsewhere. */
export type NodePluginHostOptions = PluginHostOptions | DirectoryHostOptions;

/** The options of a host whose plugins are in a folder. */
export interface DirectoryHostOptions extends Omit<PluginHostOptions, "source"> {
  /** The folder: each of its folders and `.zip` files is a plugin. */
  readonly directory: string;
}

/** Make a plugin host; `start()` loads the plugins. Throws TypeError, PluginError for native plugins that cannot be. */
export function createPluginHost<Events extends object = Record<string, Data>>(
  options: NodePluginHostOptions,
): PluginHost<Events> {
  if (!("directory" in options)) return createHost<Events>(options);
  const { directory, ...others } = options;
  if (typeof directory !== "string") throw new TypeError("createPluginHost: option 'directory' must be a string");
  if ("source" in others) throw new TypeError("createPluginHost: there are both 'directory' and 'source'");
  return createHost<Events>({ ...others, source: directorySource(directory) });
}
