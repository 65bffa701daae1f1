// A shelf: modules of the library that are bundled and loaded together, because who imports one soon wants the others.
import type { Code } from "../bytecode/code.ts";
import type { Machine } from "../objects/machine.ts";
import type { NativeModule } from "./define.ts";
import { preludeCode } from "./prelude-code.ts";

export type ModuleEntry =
  | { readonly kind: "native"; readonly module: NativeModule }
  | {
      readonly kind: "prelude";
      readonly source: string;
      readonly isPackage: boolean;
      /** The same for all VMs; compiled for the first that imports the module. */
      readonly code: (vm: Machine) => Code;
    };

/** Modules by full name. */
export type ModuleTable = ReadonlyMap<string, ModuleEntry>;

export interface ShelfOptions {
  /** Modules written in TypeScript. */
  readonly native?: readonly NativeModule[];
  /** Python source by full name; compiled when it is first imported. */
  readonly modules?: Readonly<Record<string, string>>;
  /** Python source of packages, by full name. */
  readonly packages?: Readonly<Record<string, string>>;
}

export function defineShelf({ native = [], modules = {}, packages = {} }: ShelfOptions): ModuleTable {
  const table = new Map<string, ModuleEntry>();
  for (const module of native) table.set(module.name, { kind: "native", module });
  const add = (name: string, source: string, isPackage: boolean): void =>
    void table.set(name, { kind: "prelude", source, isPackage, code: preludeCode(name, source) });
  for (const [name, source] of Object.entries(modules)) add(name, source, false);
  for (const [name, source] of Object.entries(packages)) add(name, source, true);
  return table;
}
