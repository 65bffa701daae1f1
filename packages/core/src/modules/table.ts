// The one table of the modules that come with the engine.
import type { NativeModule } from "./define.ts";
import { COLLECTIONS } from "./collections/module.ts";
import { FUNCTOOLS } from "./functools/module.ts";
import { ITERTOOLS } from "./itertools/module.ts";
import { MATH } from "./math/module.ts";
import { OPERATOR, OPERATOR_NATIVE } from "./operator/module.ts";
import { PRELUDE } from "./prelude-table.ts";
import { TIME } from "./time/module.ts";

export type ModuleEntry =
  | { readonly kind: "native"; readonly module: NativeModule }
  | { readonly kind: "prelude"; readonly source: string; readonly isPackage: boolean };

const NATIVE: readonly NativeModule[] = [
  COLLECTIONS,
  FUNCTOOLS,
  ITERTOOLS,
  MATH,
  OPERATOR,
  OPERATOR_NATIVE,
  TIME,
];

/** By full module name. */
export const MODULES: ReadonlyMap<string, ModuleEntry> = new Map<string, ModuleEntry>([
  ...NATIVE.map((module): [string, ModuleEntry] => [module.name, { kind: "native", module }]),
  ...PRELUDE.map(({ name, source, isPackage }): [string, ModuleEntry] => [name, { kind: "prelude", source, isPackage }]),
]);
