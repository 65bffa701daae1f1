// Asks a source, which may be anyone's, and takes no answer that is none: the rest of the host relies on its form.
import { errorText, PluginError } from "../errors.ts";
import type { PluginBundle, PluginSource } from "./plugin-source.ts";
import { pathFault } from "./safe-path.ts";

/** The names of what may be plugins. Rejects as the source does, with PluginError ("unreadable") where it answers no names. */
export async function askList(source: PluginSource): Promise<readonly string[]> {
  const names: unknown = await source.list();
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) {
    throw new PluginError("unreadable", "list() of the source of plugins must answer an array of names");
  }
  return [...new Set<string>(names)];
}

/** The files of a plugin. Rejects with PluginError: the source's own, "unreadable", "unsafe-path". */
export async function askBundle(source: PluginSource, name: string): Promise<PluginBundle> {
  let bundle: unknown;
  try {
    bundle = await source.load(name);
  } catch (cause) {
    if (cause instanceof PluginError) throw cause;
    throw new PluginError("unreadable", `plugin '${name}' could not be read: ${errorText(cause)}`, {
      plugin: name,
      cause,
    });
  }
  const { files, place } = Object(bundle) as Partial<PluginBundle>;
  if (typeof place !== "string" || !(files instanceof Map)) {
    throw new PluginError("unreadable", `load() of the source must answer a place and a Map of files for '${name}'`, {
      plugin: name,
    });
  }
  for (const [path, bytes] of files as ReadonlyMap<unknown, unknown>) {
    if (typeof path !== "string" || !(bytes instanceof Uint8Array)) {
      const message = "a file that the source has loaded must have a path and bytes";
      throw new PluginError("unreadable", message, { plugin: name, place: { file: place } });
    }
    const fault = pathFault(path);
    if (fault === null) continue;
    const message = `the path ${JSON.stringify(path)} ${fault}`;
    throw new PluginError("unsafe-path", message, { plugin: name, place: { file: place } });
  }
  return { files, place };
}
