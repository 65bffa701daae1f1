// Native plugins: what one is made of, what it gets when it is activated, and what it learns of each script plugin.
import type { Library, NativeFunctionSpec, NativeModule, Platform, PythonCallable } from "@krait/core";
import { checkKeys, type Kind } from "@krait/core/extend";
import type { Permission, PermissionUse } from "./permissions/permission.ts";
import type { HookKind, HookOrder } from "./messages/hooks.ts";
import type { Data } from "./messages/data.ts";
import type { PluginStorage } from "./storage/plugin-storage.ts";

/** What is released when a plugin ends: an object with a dispose method of the language, or a function. A Promise is awaited. */
export type Subscription = Disposable | AsyncDisposable | (() => unknown);

/** Writes to the log of a plugin. */
export interface PluginLog {
  debug(message: string): void;
  info(message: string): void;
  warning(message: string): void;
  error(message: string): void;
}

/** What a plugin has of the host while it is active. */
export interface PluginContext {
  /** The plugin's id. */
  readonly id: string;
  readonly version: string;
  /** Released in reverse order when the plugin ends, each with a timeout of its own. */
  readonly subscriptions: Subscription[];
  readonly log: PluginLog;
  readonly storage: PluginStorage;
  /** Emit an event: every plugin and the host hear it. Throws TypeError for what is no data. */
  emit(event: string, data?: Data): void;
  /** Hear an event. What is added here ends with the plugin. */
  on(event: string, listener: (data: Data) => unknown): () => void;
  /** Handle a hook. Throws PluginError ("unknown-name") where neither the host nor a plugin has one of that name. */
  handle(hook: string, handler: (...args: Data[]) => Data | Promise<Data>, order?: HookOrder): () => void;
  /** Call a hook; see `PluginHost.call`. */
  call(hook: string, ...args: Data[]): Promise<Data>;
  /** Offer a command, "ID.NAME" with the plugin's id. Throws PluginError ("taken-name"). */
  command(name: string, run: (...args: Data[]) => Data | Promise<Data>): () => void;
  /** Run a command of any plugin. */
  run(command: string, ...args: Data[]): Promise<Data>;
}

/** A script plugin, as a native plugin sees the one that it makes modules for. */
export interface PluginClient {
  /** The script plugin's id. */
  readonly id: string;
  readonly version: string;
  /** The script plugin's log. */
  readonly log: PluginLog;
  /** The script plugin's own storage. */
  readonly storage: PluginStorage;
  /** Released, as those of PluginContext, when the script plugin's VM closes. */
  readonly subscriptions: Subscription[];
  /** Emit and hear events in the plugin's name. No permission is asked for: that is the module's to do. */
  readonly context: PluginContext;
  /** A number of its own for each plugin, drawn from the host's seed: the same in each run. */
  readonly seed: number;
  /** Clocks, timers and randomness, as the host was given them. */
  readonly platform: Platform;
  /**
   * Call a Python function of the plugin, as a timer does: `what` names it in reports ("timers.after"). Resolves when it has
   * ended, also when it failed, which counts as a failure of the plugin; answers nothing where that was at once. After the
   * plugin's end it does nothing.
   */
  invoke(what: string, callable: PythonCallable, ...args: Data[]): void | Promise<void>;
  /** Throws what Python raises as PermissionError unless the plugin is granted this; each answer is audited. */
  permit(permission: string, use?: PermissionUse): void;
  /** The parameter of a grant, as the number of bytes of a "bytes" permission; null where there is none. */
  granted(permission: string): true | readonly string[] | number | null;
  /** Be told of each change of a grant, right after it: granted, granted anew, or revoked. Answers what ends that. */
  watchGrant(permission: string, changed: () => void): () => void;
  /**
   * The same function, for those alone who are granted a permission: checked at each call, before the function's own code.
   * `use` tells, out of the arguments, what the call wants of it.
   */
  guarded<Function extends NativeFunctionSpec>(
    permission: string,
    spec: Function,
    use?: (...args: never[]) => PermissionUse,
  ): Function;
}

/** A plugin written in TypeScript. */
export interface NativePlugin {
  /** As of a manifest. */
  readonly id: string;
  readonly version: string;
  /** Ids of the plugins that must be active before it, each with a semver range; default: none. */
  readonly requires?: Readonly<Record<string, string>>;
  /** The kinds of permission that it asks for; default: none. */
  readonly permissions?: readonly Permission[];
  /** The hooks that it calls, by name; default: none. */
  readonly hooks?: Readonly<Record<string, HookKind>>;
  /** Called for each script plugin before its VM is made: what that can import; default: nothing. */
  readonly modules?: (client: PluginClient) => readonly (NativeModule | Library)[];
  /** Called once, after the plugins that it requires. A Promise is awaited. */
  readonly activate?: (context: PluginContext) => unknown;
  /** Called once when the plugin ends, after all plugins that require it, before its subscriptions are released. */
  readonly dispose?: () => unknown;
}

const KEYS: Readonly<Record<keyof NativePlugin, Kind>> = {
  id: "string",
  version: "string",
  requires: "object",
  permissions: "object",
  hooks: "object",
  modules: "function",
  activate: "function",
  dispose: "function",
};

/** Declare a native plugin. Throws TypeError, naming the part, for one that cannot be. */
export function definePlugin(plugin: NativePlugin): NativePlugin {
  checkKeys("definePlugin", plugin, KEYS, "key");
  return Object.freeze({ ...plugin });
}
