// Native modules as a host declares and registers them.
import { shown } from "../host/check-keys.ts";
import type { ClassTemplate } from "../host/native/class-template.ts";
import type { NativeFunctionSpec } from "../host/native/native-function.ts";
import {
  type Constant,
  declareModule,
  isModuleSpec,
  type ModuleSpec,
  moduleContents,
} from "../host/native/native-module.ts";
import { newModule } from "../modules/define.ts";
import type { ModuleTable } from "../modules/shelf.ts";
import { LIBRARY_NAMES } from "../modules/table.ts";
import { NONE } from "../objects/singletons.ts";
import { PySet } from "../objects/table.ts";
import { sysAttribute } from "../protocol/sys-attribute.ts";
import { dictGetString, dictSetString, setAdd } from "../protocol/table.ts";
import type { Generation } from "./generation.ts";
import type { VM } from "./vm.ts";

/** A module for Python written in TypeScript: pass it to `createVM({ modules })` or `vm.registerModule`. */
export interface NativeModule extends ModuleSpec<VM> {}

/** Modules that come as a package of their own, as `asyncio` of `@krait/asyncio` does. */
export interface Library {
  /** Names it in errors. */
  readonly name: string;
  /** By full name. @internal */
  readonly table: ModuleTable;
  /** Called in each VM that it is registered in, and again after a reset. @internal */
  readonly setUp: (vm: VM, generation: Generation) => void;
}

/** The parts of a native module. */
export interface NativeModuleOptions {
  /** What scripts import. */
  readonly name: string;
  /** Its docstring; default: none. */
  readonly doc?: string;
  /** By name, each made with `nativeFunction`, `asyncFunction` or `blockingFunction`. */
  readonly functions?: Readonly<Record<string, NativeFunctionSpec>>;
  /** Each goes by its own name, and can be in one module alone. */
  readonly classes?: readonly ClassTemplate[];
  /** By name, each with its type: `{ GRAVITY: [t.float, 9.81] }`. */
  readonly constants?: Readonly<Record<string, Constant>>;
  /**
   * Called in each VM that the module is registered in, and again after a reset. It may run Python there (`runSync`), also
   * while the VM is being made. When it throws, so does `createVM`, `registerModule` or `reset`.
   */
  readonly setUp?: (vm: VM) => void;
}

/** Declare a native module. Throws TypeError, naming the part, for a declaration that Python could not have. */
export function nativeModule(options: NativeModuleOptions): NativeModule {
  return declareModule<VM>(options);
}

/** Let the scripts of one life of a VM import a module. Throws as `vm.registerModule` does. */
export function registerNative(vm: VM, generation: Generation, spec: NativeModule | Library): void {
  if (isLibrary(spec)) {
    registerLibrary(vm, generation, spec);
    return;
  }
  if (!isModuleSpec(spec)) {
    throw new TypeError(
      `registerModule: a module made with nativeModule, of this very copy of @krait/core, is expected, not ${shown(spec)}`,
    );
  }
  const { name } = spec;
  const { nativeModules, machine } = generation;
  if (nativeModules.has(name) || LIBRARY_NAMES.has(name) || dictGetString(machine.modules, name) !== undefined) {
    throw new TypeError(`registerModule: there is a module '${name}' already`);
  }
  const module = newModule(machine, name, spec.doc ?? NONE);
  for (const [own, value] of moduleContents(generation, spec as ModuleSpec<never>))
    dictSetString(module.dict, own, value);
  nativeModules.set(name, module);
  try {
    spec.setUp?.(vm);
  } catch (error) {
    nativeModules.delete(name);
    throw error;
  }
}

/** Whether it is a library, which has modules of its own, and not one module. */
export function isLibrary(spec: NativeModule | Library): spec is Library {
  return typeof spec === "object" && spec !== null && "table" in spec && spec.table instanceof Map;
}

function registerLibrary(vm: VM, generation: Generation, { name, table, setUp }: Library): void {
  const { library } = generation;
  for (const own of table.keys()) {
    if (library.has(own) || LIBRARY_NAMES.has(own) || generation.nativeModules.has(own)) {
      throw new TypeError(`registerModule: there is a module '${own}' already, which the library '${name}' has too`);
    }
  }
  const known = sysAttribute(generation.machine, "stdlib_module_names");
  for (const [own, entry] of table) {
    library.set(own, entry);
    if (known instanceof PySet && !own.includes(".")) setAdd(generation.machine, known, own);
  }
  setUp(vm, generation);
}
