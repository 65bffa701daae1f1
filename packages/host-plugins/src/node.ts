// @krait/host-plugins/node: plugins from folders, storage in files.
/**
 * The plugin host on Node: plugins from folders that can be watched, and storage in files.
 *
 * @module @krait/host-plugins/node
 */
export * from "./index.ts";
export { fileStorage } from "./node/file-storage.ts";
export { directorySource, type DirectoryOptions } from "./node/directory-source.ts";
