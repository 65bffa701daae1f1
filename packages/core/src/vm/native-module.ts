// Native modules as a host declares and registers them.
import type { ClassTemplate } from "../host/native/class-template.ts";
import type { NativeFunctionSpec } from "../host/native/native-function.ts";
import { type Constant, declareModule, type ModuleSpec, moduleContents } from "../host/native/native-module.ts";
import { newModule } from "../modules/define.ts";
import type { PyModule } from "../objects/module.ts";
import { NONE } from "../objects/singletons.ts";
import { dictSetString } from "../protocol/table.ts";
import type { Generation } from "./generation.ts";
import type { VM } from "./vm.ts";

/** A module for Python written in TypeScript: pass it to `createVM({ modules })` or `vm.registerModule`. */
export interface NativeModule extends ModuleSpec<VM> {}

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

/** The module object of one life of a VM. */
export function makeNativeModule(generation: Generation, spec: NativeModule): PyModule {
  const module = newModule(generation.machine, spec.name, spec.doc ?? NONE);
  for (const [name, value] of moduleContents(generation, spec as ModuleSpec<never>))
    dictSetString(module.dict, name, value);
  return module;
}
