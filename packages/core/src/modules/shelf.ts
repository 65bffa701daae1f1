// A shelf: modules of the library that are bundled and loaded together, because who imports one soon wants the others.
import type { NativeModule } from "./define.ts";

export type ModuleEntry =
  | { readonly kind: "native"; readonly module: NativeModule }
  | { readonly kind: "prelude"; readonly source: string; readonly isPackage: boolean };

/** Modules by full name. */
export type ModuleTable = ReadonlyMap<string, ModuleEntry>;

export interface ShelfOptions {
  /** Modules written in TypeScript. */
  readonly native?: readonly NativeModule[];
  /** Python source by full name; compiled when a VM first imports it. */
  readonly modules?: Readonly<Record<string, string>>;
  /** Python source of packages, by full name. */
  readonly packages?: Readonly<Record<string, string>>;
}

export function defineShelf({ native = [], modules = {}, packages = {} }: ShelfOptions): ModuleTable {
  const table = new Map<string, ModuleEntry>();
  for (const module of native) table.set(module.name, { kind: "native", module });
  for (const [name, source] of Object.entries(modules)) table.set(name, { kind: "prelude", source, isPackage: false });
  for (const [name, source] of Object.entries(packages)) table.set(name, { kind: "prelude", source, isPackage: true });
  return table;
}
