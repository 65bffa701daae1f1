// `import storage`: what a plugin keeps between runs, by name.
import {
  arg,
  asyncFunction,
  blockingFunction,
  type FunctionOptions,
  type NativeFunctionSpec,
  type NativeModule,
  nativeModule,
  type Parameter,
  PythonRaise,
  t,
} from "@krait/core";
import { definePlugin, type NativePlugin, type PluginClient } from "../definition.ts";
import { PluginError } from "../errors.ts";
import type { Data } from "../messages/data.ts";

/**
 * The native plugin "storage": scripts with the permission `storage`, whose parameter is how many bytes they may store, keep
 * data by names. Each function waits until it is done; `get_async` and its kin are the same for `await`.
 */
export function storage(): NativePlugin {
  return definePlugin({
    id: "storage",
    version: "1.0.0",
    permissions: [{ name: "storage", doc: "Keep this many bytes of data between runs.", form: "bytes" }],
    modules: (client) => [storageModule(client)],
  });
}

function storageModule(client: PluginClient): NativeModule {
  const functions: Record<string, NativeFunctionSpec> = {};
  /** A function in both of its forms. */
  function add<const Parameters extends readonly Parameter<unknown>[], Result>(
    name: string,
    options: FunctionOptions<Parameters, Result> & { readonly call: (...args: never[]) => Promise<Result> },
  ): void {
    const call = async (...args: unknown[]): Promise<Result> => {
      try {
        return await options.call(...(args as never[]));
      } catch (error) {
        throw asRaised(error);
      }
    };
    functions[name] = client.guarded("storage", blockingFunction({ ...options, call }));
    functions[`${name}_async`] = client.guarded("storage", asyncFunction({ ...options, call }));
  }
  add("get", {
    doc: "The data under a name; the default when there is none.",
    parameters: [arg("key", t.str), arg("default", t.any, null)],
    returns: t.any,
    call: async (key: string, fallback: unknown) => {
      const data = await client.storage.get(key);
      return data === undefined ? fallback : data;
    },
  });
  add("set", {
    doc: "Keep data under a name: None, bool, int, float, str, bytes, and lists and dicts of them. It is copied.",
    parameters: [arg("key", t.str), arg("value", t.any)],
    returns: t.none,
    call: (key: string, value: Data) => client.storage.set(key, value),
  });
  add("delete", {
    doc: "Forget a name; answers whether there was one.",
    parameters: [arg("key", t.str)],
    returns: t.bool,
    call: (key: string) => client.storage.delete(key),
  });
  add("keys", {
    doc: "The names, sorted.",
    returns: t.list(t.str),
    call: async () => [...(await client.storage.keys())],
  });
  add("size", {
    doc: "How many bytes are stored.",
    returns: t.int,
    call: () => client.storage.size(),
  });
  return nativeModule({
    name: "storage",
    doc: "What this plugin keeps between runs. Permission: storage, for so many bytes.",
    functions,
  });
}

/** What Python raises: OSError where it is the storage's fault, TypeError for what is no data. */
function asRaised(error: unknown): unknown {
  if (error instanceof PluginError) return new PythonRaise("OSError", error.message);
  return error instanceof TypeError ? new PythonRaise("TypeError", error.message) : error;
}
