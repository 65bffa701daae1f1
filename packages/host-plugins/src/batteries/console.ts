// `import console`: the log of the plugin, for scripts.
import { blockingFunction, nativeModule, type NativeFunctionSpec, type PythonCallable, rest, t } from "@krait/core";
import { definePlugin, type NativePlugin, type PluginClient, type PluginLog } from "../definition.ts";

/** The levels of a log, each with what its function does. */
const LEVELS: Readonly<Record<keyof PluginLog, string>> = {
  debug: "Log what helps to find a mistake.",
  info: "Log what has happened.",
  warning: "Log what may be wrong.",
  error: "Log what has gone wrong.",
};

/**
 * The native plugin "console": scripts with the permission `console` write to the log of their plugin. The values of a call
 * are shown as `print` does; a text alone is logged at once, the `__str__` of other objects is awaited.
 */
export function console(): NativePlugin {
  return definePlugin({
    id: "console",
    version: "1.0.0",
    permissions: [{ name: "console", doc: "Write to the log." }],
    modules: (client) => [consoleModule(client)],
  });
}

function consoleModule(client: PluginClient): ReturnType<typeof nativeModule> {
  let joined: PythonCallable | null = null;
  const write = (level: keyof PluginLog): NativeFunctionSpec =>
    client.guarded(
      "console",
      blockingFunction({
        doc: `${LEVELS[level]} The values are joined with spaces, as print() does.`,
        parameters: [rest("values", t.union(t.str, t.object))],
        returns: t.none,
        call: (values) => {
          if (values.every((value) => typeof value === "string")) client.log[level](values.join(" "));
          else return joined?.(...values).then((text) => client.log[level](text as string));
        },
      }),
    );
  return nativeModule({
    name: "console",
    doc: "The log of this plugin. Permission: console.",
    functions: { debug: write("debug"), info: write("info"), warning: write("warning"), error: write("error") },
    setUp: (vm) => {
      // Bound now: a script may have a map of its own.
      joined = vm.runSync("lambda *values, map=map, str=str: ' '.join(map(str, values))") as PythonCallable;
    },
  });
}
