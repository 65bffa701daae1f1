// The declaration of a native module, and what it holds in one VM.
import type { Value } from "../../objects/value.ts";
import type { Boundary } from "../boundary.ts";
import { checkKeys, type Kind, shown } from "../check-keys.ts";
import { bindFunction } from "./bind-function.ts";
import { nativeType } from "./make-class.ts";
import { ClassTemplate } from "./class-template.ts";
import { isFunctionSpec, type NativeFunctionSpec } from "./native-function.ts";
import { isPythonName } from "./python-name.ts";
import { TypeSpec } from "./type-spec.ts";

/** A constant with its declared type: `[t.float, 9.81]`. */
export type Constant = readonly [type: TypeSpec<unknown>, value: unknown];

/** A declared module. `Host` is the VM as the host sees it, which its rooms below do not know. */
export interface ModuleSpec<Host> {
  /** What scripts import. */
  readonly name: string;
  /** Its docstring; null for none. */
  readonly doc: string | null;
  /** Its functions by name. */
  readonly functions: Readonly<Record<string, NativeFunctionSpec>>;
  /** Its classes, which know their own names. */
  readonly classes: readonly ClassTemplate[];
  /** Its constants by name. */
  readonly constants: Readonly<Record<string, Constant>>;
  /** Called in each VM that the module is registered in; null for nothing. */
  readonly setUp: ((vm: Host) => void) | null;
}

const KEYS: Readonly<Record<string, Kind>> = {
  name: "any",
  doc: "string",
  functions: "object",
  classes: "any",
  constants: "object",
  setUp: "function",
};

/** A module whose parts were checked, and stay as they are; nothing else is taken for one. */
class CheckedModule<Host> implements ModuleSpec<Host> {
  readonly name: string;
  readonly doc: string | null;
  readonly functions: Readonly<Record<string, NativeFunctionSpec>>;
  readonly classes: readonly ClassTemplate[];
  readonly constants: Readonly<Record<string, Constant>>;
  readonly setUp: ((vm: Host) => void) | null;

  constructor({ name, doc = null, functions = {}, classes = [], constants = {}, setUp = null }: ModuleParts<Host>) {
    this.name = name;
    this.doc = doc;
    this.functions = Object.freeze({ ...functions });
    this.classes = Object.freeze([...classes]);
    this.constants = Object.freeze({ ...constants });
    this.setUp = setUp;
    Object.freeze(this);
  }
}

type ModuleParts<Host> = Partial<ModuleSpec<Host>> & { readonly name: string };

/** Whether it was made with nativeModule, of this very copy of the engine. */
export function isModuleSpec(value: unknown): value is ModuleSpec<never> {
  return value instanceof CheckedModule;
}

/** Check the parts of a module and fill in what is missing. */
export function declareModule<Host>(options: ModuleParts<Host>): ModuleSpec<Host> {
  const { name } = options ?? {};
  const owner = name === undefined ? "nativeModule" : `nativeModule '${shown(name)}'`;
  const fail = (problem: string): TypeError => new TypeError(`${owner}: ${problem}`);
  checkKeys(owner, options, KEYS, "key");
  const { functions = {}, classes = [], constants = {} } = options;
  if (!isPythonName(name)) throw fail("a name of Python is expected");
  const names = new Set<string>();
  const add = (own: string): void => {
    if (!isPythonName(own)) throw fail(`'${own}' is no name of Python`);
    if (names.has(own)) throw fail(`'${own}' is there twice`);
    names.add(own);
  };
  for (const own of [...Object.keys(functions), ...Object.keys(constants)]) add(own);
  for (const [own, spec] of Object.entries(functions)) {
    if (!isFunctionSpec(spec)) throw fail(`function '${own}' must be made with nativeFunction or its kin`);
  }
  for (const [own, constant] of Object.entries(constants)) {
    if (!Array.isArray(constant) || constant.length !== 2 || !(constant[0] instanceof TypeSpec)) {
      throw fail(`constant '${own}' must be a pair of a type and a value, such as [t.int, 1]`);
    }
  }
  if (!Array.isArray(classes)) throw fail(`'classes' must be an array, not ${shown(classes)}`);
  for (const each of classes) {
    if (!(each instanceof ClassTemplate)) throw fail("'classes' must hold NativeClass objects");
    add(each.name);
    if (each.module !== null && each.module !== name) throw fail(`class '${each.name}' is in module '${each.module}'`);
  }
  // Only a module that is declared has them.
  for (const each of classes) each.module = name;
  return new CheckedModule(options);
}

/** The names of a module and their values in one VM. Throws ConversionError for a constant that is not of its type. */
export function moduleContents(boundary: Boundary, module: ModuleSpec<never>): Map<string, Value> {
  const contents = new Map<string, Value>();
  for (const [name, spec] of Object.entries(module.functions)) {
    contents.set(name, bindFunction(boundary, name, spec, module.name));
  }
  for (const each of module.classes) contents.set(each.name, nativeType(boundary, each));
  for (const [name, [type, value]] of Object.entries(module.constants)) {
    contents.set(name, type.codec.write(boundary, value, `${module.name}.${name}`));
  }
  return contents;
}
