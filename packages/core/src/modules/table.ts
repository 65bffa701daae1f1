// The one table of the modules that come with the engine.
import type { NativeModule } from "./define.ts";
import { COLLECTIONS } from "./collections/module.ts";
import { ERRNO } from "./errno.ts";
import { FUNCTOOLS } from "./functools/module.ts";
import { GC } from "./gc.ts";
import { IO } from "./io/module.ts";
import { ITERTOOLS } from "./itertools/module.ts";
import { JSON_NATIVE } from "./json/module.ts";
import { MATH } from "./math/module.ts";
import { OPERATOR, OPERATOR_NATIVE } from "./operator/module.ts";
import { PRELUDE } from "./prelude-table.ts";
import { RANDOM, SHA2 } from "./random/module.ts";
import { TIME } from "./time/module.ts";
import { TRACEBACK } from "./traceback/module.ts";
import { TYPING } from "./typing/module.ts";
import { WEAKREF } from "./weakref/module.ts";

export type ModuleEntry =
  | { readonly kind: "native"; readonly module: NativeModule }
  | { readonly kind: "prelude"; readonly source: string; readonly isPackage: boolean };

const NATIVE: readonly NativeModule[] = [
  COLLECTIONS,
  ERRNO,
  FUNCTOOLS,
  GC,
  IO,
  ITERTOOLS,
  JSON_NATIVE,
  MATH,
  OPERATOR,
  OPERATOR_NATIVE,
  RANDOM,
  SHA2,
  TIME,
  TRACEBACK,
  TYPING,
  WEAKREF,
];

/** By full module name. */
export const MODULES: ReadonlyMap<string, ModuleEntry> = new Map<string, ModuleEntry>([
  ...NATIVE.map((module): [string, ModuleEntry] => [module.name, { kind: "native", module }]),
  ...PRELUDE.map(({ name, source, isPackage }): [string, ModuleEntry] => [
    name,
    { kind: "prelude", source, isPackage },
  ]),
]);
