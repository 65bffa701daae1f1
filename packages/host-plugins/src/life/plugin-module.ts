// `import plugin`: what every script plugin has of the host, without any permission: itself, hooks, commands, and asking for more.
import {
  arg,
  blockingFunction,
  keyword,
  nativeFunction,
  type NativeModule,
  nativeModule,
  positional,
  type PythonCallable,
  PythonRaise,
  rest,
  t,
} from "@krait/core";
import type { PluginContext } from "../definition.ts";
import { PluginError } from "../errors.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { copyData, type Data } from "../messages/data.ts";
import type { HookOrder } from "../messages/hooks.ts";
import { nearest } from "../messages/nearest.ts";
import type { Grants } from "../permissions/grants.ts";

export interface PluginModuleParts {
  readonly manifest: Manifest;
  readonly context: PluginContext;
  readonly grants: Grants;
  /** What the version before has left; null for none. */
  readonly left: Data;
  /** Call a function of the script within the host's time for calls. */
  readonly ask: (callable: PythonCallable, args: readonly Data[]) => Promise<Data>;
}

export function pluginModule({ manifest, context, grants, left, ask }: PluginModuleParts): NativeModule {
  const { commands, hooks } = manifest.contributes;

  const addHook = (name: string, handler: PythonCallable, order: HookOrder): void => {
    if (!hooks.includes(name)) {
      throw new PythonRaise("ValueError", `contributes.hooks of the manifest has no '${name}'${nearest(name, hooks)}`);
    }
    raising(() => context.handle(name, (...args) => ask(handler, args), order));
  };
  const addCommand = (name: string, handler: PythonCallable): void => {
    if (!Object.hasOwn(commands, name)) {
      const known = nearest(name, Object.keys(commands));
      throw new PythonRaise("ValueError", `contributes.commands of the manifest has no '${name}'${known}`);
    }
    raising(() => context.command(name, (...args) => ask(handler, args)));
  };

  return nativeModule({
    name: "plugin",
    doc: "This plugin: what it is, what it offers to the host, and what it may do.",
    constants: {
      id: [t.str, manifest.id],
      name: [t.str, manifest.name],
      version: [t.str, manifest.version],
      state: [t.any, left],
    },
    functions: {
      hook: nativeFunction({
        doc: "Handle a hook of the host. Without a handler it is a decorator. order: 'pre', 'normal' or 'post'.",
        parameters: [
          arg("name", t.str),
          arg("handler", t.optional(t.callable), null),
          keyword("order", t.literal("pre", "normal", "post"), "normal"),
        ],
        returns: t.any,
        call: (name, handler, order) => decorator(handler, (given) => addHook(name, given, order)),
      }),
      command: nativeFunction({
        doc: "Offer a command, which others run as 'ID.NAME'. Without a handler it is a decorator.",
        parameters: [arg("name", t.str), arg("handler", t.optional(t.callable), null)],
        returns: t.any,
        call: (name, handler) => decorator(handler, (given) => addCommand(name, given)),
      }),
      run: blockingFunction({
        doc: "Run a command of any plugin, 'ID.NAME', and answer what it answers. The script waits for it.",
        parameters: [positional("command", t.str), rest("args", t.any)],
        returns: t.any,
        call: async (command, args) => await raisingLater(async () => context.run(command, ...dataOf(command, args))),
      }),
      call: blockingFunction({
        doc: "Call a hook and answer what comes of it. The script waits for it.",
        parameters: [positional("hook", t.str), rest("args", t.any)],
        returns: t.any,
        call: async (hook, args) => await raisingLater(async () => context.call(hook, ...dataOf(hook, args))),
      }),
      request: blockingFunction({
        doc: "Ask the host for a permission that the manifest has as optional. Answers whether it is granted; the script waits.",
        parameters: [arg("permission", t.str), arg("parameter", t.any, null)],
        returns: t.bool,
        call: async (permission, parameter) => await raisingLater(() => grants.request(permission, parameter)),
      }),
      granted: nativeFunction({
        doc: "Whether a permission is granted now, for anything at all.",
        parameters: [arg("permission", t.str)],
        returns: t.bool,
        call: (permission) => grants.parameter(permission) !== null,
      }),
    },
  });
}

/** Add the handler at once, or answer a function that does, and answers it. */
function decorator(handler: PythonCallable | null, add: (handler: PythonCallable) => void): unknown {
  if (handler !== null) {
    add(handler);
    return handler;
  }
  return (given: unknown) => {
    if (typeof given !== "function") throw new PythonRaise("TypeError", "a function is expected");
    add(given as PythonCallable);
    return given;
  };
}

function dataOf(name: string, args: readonly unknown[]): Data[] {
  return args.map((each, index) => copyData(each, `${name}(), argument ${index + 1}`));
}

/** What the host refuses is a ValueError, in its words. */
function raising<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof PluginError ? new PythonRaise("ValueError", error.message) : error;
  }
}

/** The same for what takes its time; what is no data is a TypeError. */
async function raisingLater<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof TypeError) throw new PythonRaise("TypeError", error.message);
    if (!(error instanceof PluginError)) throw error;
    const isUnknown = error.code === "unknown-name" || error.code === "unknown-permission";
    throw new PythonRaise(isUnknown ? "ValueError" : "RuntimeError", error.message);
  }
}
