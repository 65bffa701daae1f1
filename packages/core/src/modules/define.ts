// How a native module is declared: its functions are templates shared by all VMs, its state is made per VM.
import type { Machine } from "../objects/machine.ts";
import { newDict } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import type { NativeBody, NativeFunction } from "../objects/native.ts";
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { dictSetString } from "../protocol/table.ts";
import { nativeFunction } from "../types/define.ts";

/** A function of a module: its signature as text, its body `(vm, ...arguments)`, its docstring. */
export interface FunctionEntry {
  readonly signature: string;
  readonly body: NativeBody;
  readonly doc: string | null;
}

export function func(signature: string, body: NativeBody, doc: string | null = null): FunctionEntry {
  return { signature, body, doc };
}

/** A native module as the table holds it. */
export interface NativeModule {
  readonly name: string;
  readonly doc: string | null;
  readonly functions: readonly NativeFunction[];
  readonly constants: Readonly<Record<string, Value>>;
  /** Adds what is made afresh in each VM. */
  readonly setUp: ((vm: Machine, module: PyModule) => void) | null;
}

export interface NativeModuleOptions {
  readonly name: string;
  readonly doc?: string;
  readonly functions?: Readonly<Record<string, FunctionEntry>>;
  /** Values that every VM may share: numbers, strings, types. */
  readonly constants?: Readonly<Record<string, Value>>;
  readonly setUp?: (vm: Machine, module: PyModule) => void;
}

export function defineModule(options: NativeModuleOptions): NativeModule {
  const { name, doc = null, functions = {}, constants = {}, setUp = null } = options;
  const made = Object.entries(functions).map(([key, entry]) =>
    nativeFunction(name, key, entry.signature, entry.body, entry.doc),
  );
  return { name, doc, functions: made, constants, setUp };
}

/** The module object of one VM. */
export function instantiateModule(vm: Machine, template: NativeModule): PyModule {
  const module = newModule(vm, template.name, template.doc ?? NONE);
  for (const entry of template.functions) dictSetString(module.dict, entry.name, entry);
  for (const [key, value] of Object.entries(template.constants)) dictSetString(module.dict, key, value);
  template.setUp?.(vm, module);
  return module;
}

/** An empty module with the names that every module has. */
export function newModule(_vm: Machine, name: string, doc: Value = NONE): PyModule {
  const dict = newDict();
  const dot = name.lastIndexOf(".");
  dictSetString(dict, "__name__", name);
  dictSetString(dict, "__doc__", doc);
  dictSetString(dict, "__package__", dot < 0 ? "" : name.slice(0, dot));
  dictSetString(dict, "__loader__", NONE);
  dictSetString(dict, "__spec__", NONE);
  return new PyModule(dict);
}
