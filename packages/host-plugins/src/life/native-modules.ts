// What native plugins give a script plugin to import, taken with the native plugin's name for what it gets wrong.
import type { Library, NativeModule } from "@krait/core";
import type { NativePlugin, PluginClient } from "../definition.ts";
import { errorText, PluginError } from "../errors.ts";

/** What a script can import of a native plugin. Throws PluginError that names both. */
export function modulesOf(native: NativePlugin, client: PluginClient): readonly (NativeModule | Library)[] {
  const failed = (told: string, cause?: unknown): PluginError => {
    const message = `the native plugin '${native.id}' has no modules for plugin '${client.id}': ${told}`;
    return new PluginError("activation-failed", message, { plugin: client.id, cause });
  };
  let modules: unknown;
  try {
    modules = native.modules?.(client) ?? [];
  } catch (error) {
    throw failed(errorText(error), error);
  }
  if (!Array.isArray(modules)) throw failed("modules() must answer an array");
  return modules as readonly (NativeModule | Library)[];
}
