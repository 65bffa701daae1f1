// The declaration of a native module, and what it holds in one VM.
import type { Value } from "../../objects/value.ts";
import type { Boundary } from "../boundary.ts";
import { bindFunction } from "./bind-function.ts";
import { nativeType } from "./make-class.ts";
import { ClassTemplate } from "./class-template.ts";
import type { NativeFunctionSpec } from "./native-function.ts";
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

const KEYS: ReadonlySet<string> = new Set(["name", "doc", "functions", "classes", "constants", "setUp"]);

/** Check the parts of a module and fill in what is missing. */
export function declareModule<Host>(options: Partial<ModuleSpec<Host>> & { readonly name: string }): ModuleSpec<Host> {
  const { name, doc = null, functions = {}, classes = [], constants = {}, setUp = null } = options;
  const fail = (problem: string): TypeError => new TypeError(`nativeModule '${String(name)}': ${problem}`);
  for (const key of Object.keys(options)) {
    if (!KEYS.has(key)) throw fail(`unknown key '${key}'; there are ${[...KEYS].join(", ")}`);
  }
  if (!isPythonName(name)) throw fail("a name of Python is expected");
  const names = new Set<string>();
  const add = (own: string): void => {
    if (!isPythonName(own)) throw fail(`'${own}' is no name of Python`);
    if (names.has(own)) throw fail(`'${own}' is there twice`);
    names.add(own);
  };
  for (const own of [...Object.keys(functions), ...Object.keys(constants)]) add(own);
  for (const [own, spec] of Object.entries(functions)) {
    if (typeof spec?.mode !== "string") throw fail(`function '${own}' must be made with nativeFunction or its kin`);
  }
  for (const [own, constant] of Object.entries(constants)) {
    if (!Array.isArray(constant) || !(constant[0] instanceof TypeSpec)) {
      throw fail(`constant '${own}' must be a pair of a type and a value, such as [t.int, 1]`);
    }
  }
  for (const each of classes) {
    if (!(each instanceof ClassTemplate)) throw fail("'classes' must hold NativeClass objects");
    add(each.name);
    if (each.module !== null && each.module !== name) throw fail(`class '${each.name}' is in module '${each.module}'`);
    each.module = name;
  }
  return { name, doc, functions, classes, constants, setUp };
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
