// The modules that are loaded when a script first imports one of them: everything but what table.ts holds itself.
import type { NativeModule } from "./define.ts";
import type { ModuleEntry } from "./table.ts";
import { COLLECTIONS } from "./collections/module.ts";
import { ERRNO } from "./errno.ts";
import { FUNCTOOLS } from "./functools/module.ts";
import { GC } from "./gc.ts";
import { IO } from "./io/module.ts";
import { ITERTOOLS } from "./itertools/module.ts";
import { JSON_NATIVE } from "./json/module.ts";
import { OPERATOR, OPERATOR_NATIVE } from "./operator/module.ts";
import { PRELUDE } from "./prelude-table.ts";
import { RANDOM, SHA2 } from "./random/module.ts";
import { TRACEBACK } from "./traceback/module.ts";
import { TYPING } from "./typing/module.ts";
import { WEAKREF } from "./weakref/module.ts";

const NATIVE: readonly NativeModule[] = [
  COLLECTIONS,
  ERRNO,
  FUNCTOOLS,
  GC,
  IO,
  ITERTOOLS,
  JSON_NATIVE,
  OPERATOR,
  OPERATOR_NATIVE,
  RANDOM,
  SHA2,
  TRACEBACK,
  TYPING,
  WEAKREF,
];

/** By full module name. */
export const LIBRARY: ReadonlyMap<string, ModuleEntry> = new Map<string, ModuleEntry>([
  ...NATIVE.map((module): [string, ModuleEntry] => [module.name, { kind: "native", module }]),
  ...PRELUDE.map(({ name, source, isPackage }): [string, ModuleEntry] => [
    name,
    { kind: "prelude", source, isPackage },
  ]),
]);
