// A script plugin as batteries see it, without the plugin host: grants, log, events and failures in a test's hands.
import {
  asyncFunction,
  blockingFunction,
  createVM,
  nativeFunction,
  type NativeFunctionSpec,
  type Library,
  type NativeModule,
  PythonRaise,
  Scheduler,
  type VM,
  VirtualPlatform,
} from "@krait/core";
import type {
  Data,
  NativePlugin,
  PermissionParameter,
  PermissionUse,
  PluginClient,
  PluginContext,
  PluginLog,
  PluginStorage,
  Subscription,
} from "@krait/host-plugins";
import { memoryStorage, openStorage } from "@krait/host-plugins";
import { PERMISSION_FORMS } from "../src/permissions/permission.ts";

/** A client, its VM, and what became of both. */
export interface TestClient extends PluginClient {
  readonly platform: VirtualPlatform;
  /** What is granted now; a test changes it. */
  readonly grants: Map<string, PermissionParameter>;
  /** "info: text" for each line of the log. */
  readonly logged: string[];
  /** "what: error" for each call of the script that failed. */
  readonly failures: string[];
  /** Each event that was emitted, by anyone. */
  readonly emitted: [string, Data][];
  readonly modules: readonly (NativeModule | Library)[];
  readonly vm: VM;
  /** Emit an event as another plugin would. */
  emit(event: string, data?: Data): void;
  /** Run Python while the clock moves; resolves with what it printed. */
  run(source: string): Promise<string>;
  /** What was printed since the last `run` began. */
  printed(): string;
  /** End the plugin as the host does. */
  end(): Promise<void>;
}

export interface TestClientOptions {
  readonly plugin: NativePlugin;
  readonly grants?: Readonly<Record<string, PermissionParameter>>;
  readonly storage?: PluginStorage;
  readonly seed?: number;
  readonly id?: string;
}

/** A client of one native plugin, on a virtual clock. */
export function testClient({ plugin, grants = {}, storage, seed = 1, id = "shop" }: TestClientOptions): TestClient {
  const platform = new VirtualPlatform();
  const granted = new Map(Object.entries(grants));
  const logged: string[] = [];
  const failures: string[] = [];
  const emitted: [string, Data][] = [];
  const subscriptions: Subscription[] = [];
  const listeners: { readonly event: string; readonly listener: (data: Data) => void }[] = [];
  let printed = "";
  let hasEnded = false;

  const emit = (event: string, data?: Data): void => {
    if (typeof data === "function" || data instanceof Map) throw new TypeError("data: it is no data");
    emitted.push([event, data]);
    for (const each of listeners.filter((any) => any.event === event)) void each.listener(data);
  };
  const on = (event: string, listener: (data: Data) => void): (() => void) => {
    const entry = { event, listener };
    listeners.push(entry);
    return () => {
      const at = listeners.indexOf(entry);
      if (at >= 0) listeners.splice(at, 1);
    };
  };
  const permit = (name: string, use?: PermissionUse): void => {
    const parameter = granted.get(name);
    const form = plugin.permissions?.find((each) => each.name === name)?.form ?? "flag";
    if (parameter !== undefined && PERMISSION_FORMS[form].allows(parameter, use)) return;
    throw new PythonRaise(
      "PermissionError",
      `'${id}' lacks the permission '${name}'${use === undefined ? "" : ` for ${use}`}`,
    );
  };
  const note =
    (level: string) =>
    (text: string): void =>
      void logged.push(`${level}: ${text}`);
  const log: PluginLog = {
    debug: note("debug"),
    info: note("info"),
    warning: note("warning"),
    error: note("error"),
  };
  const kept =
    storage ??
    openStorage({
      id,
      backend: memoryStorage(),
      version: 1,
      quota: () => Number(granted.get("storage") ?? 0),
    });

  const client = {
    id,
    version: "1.0.0",
    log,
    storage: kept,
    subscriptions,
    context: { id, version: "1.0.0", subscriptions, log, storage: kept, emit, on } as unknown as PluginContext,
    seed,
    platform,
    async invoke(what, callable, ...args) {
      if (hasEnded) return;
      await callable(...args).then(
        () => {},
        (error: Error) => void failures.push(`${what}: ${error.message}`),
      );
    },
    permit,
    granted: (name) => granted.get(name) ?? null,
    watchGrant: () => () => {},
    guarded<Function extends NativeFunctionSpec>(
      permission: string,
      spec: Function,
      use?: (...args: never[]) => PermissionUse,
    ): Function {
      const { mode, parameters, returns, doc } = spec;
      const call = (...args: unknown[]): unknown => {
        permit(permission, use?.(...(args as never[])));
        return spec.call(...(args as never[]));
      };
      const make = { sync: nativeFunction, async: asyncFunction, blocking: blockingFunction }[mode];
      return make({ parameters, returns, ...(doc !== null && { doc }), call: call as never }) as Function;
    },
  } satisfies PluginClient;

  const modules = plugin.modules?.(client) ?? [];
  const vm = createVM({
    platform,
    scheduler: new Scheduler({ platform }),
    seed: 1,
    modules,
    stdout: (text) => {
      printed += text;
    },
  });
  return Object.assign(client, {
    grants: granted,
    logged,
    failures,
    emitted,
    modules,
    vm,
    emit,
    async run(source: string) {
      printed = "";
      const run = vm.run(source);
      run.catch(() => {});
      await platform.advance(0);
      await run;
      return printed;
    },
    printed: () => printed,
    async end() {
      hasEnded = true;
      for (const each of subscriptions.toReversed()) if (typeof each === "function") await each();
      const closed = vm.close();
      await platform.runUntilIdle();
      await closed;
    },
  });
}
