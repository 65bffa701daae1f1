// The one table of the modules that come with the engine: those in the main bundle, and the names of the others.
import type { NativeModule } from "./define.ts";
import { MATH } from "./math/module.ts";
import { TIME } from "./time/module.ts";

export type ModuleEntry =
  | { readonly kind: "native"; readonly module: NativeModule }
  | { readonly kind: "prelude"; readonly source: string; readonly isPackage: boolean };

/** Modules by full name. */
export type ModuleTable = ReadonlyMap<string, ModuleEntry>;

/** Always there; `sys` and `builtins` are made with the VM. */
export const CORE_MODULES: ReadonlyMap<string, ModuleEntry> = new Map(
  [MATH, TIME].map((module) => [module.name, { kind: "native", module }]),
);

/** What library.ts holds, without loading it. */
export const LIBRARY_NAMES: ReadonlySet<string> = new Set(
  `_abc_mappings _abc_protocols _abc_sequences _abc_sets _collections _collections_chain _collections_counter
   _collections_ordered _collections_string _collections_user _context_base _dataclass_fields
   _dataclass_methods _enum_body _enum_flag _enum_plain _enum_type _exact_sums _exit_stack _functools
   _inspect_arguments _inspect_callable _inspect_signature _inspect_source _io _json _normal_dist _operator
   _random _random_distributions _sha2 _string_formatter _string_pattern _traceback _traceback_stack _typing
   _typing_alias _typing_core _typing_forms _typing_generic _typing_hints _typing_io _typing_protocol
   _typing_records _warnings_pattern _weak_containers _weak_proxies _weakref _wrapping abc bisect collections
   collections.abc colorsys contextlib copy dataclasses enum errno functools gc graphlib heapq inspect io
   itertools json json.decoder json.encoder json.scanner keyword numbers operator random reprlib statistics
   string textwrap traceback types typing warnings weakref`.split(/\s+/),
);

/** Load the modules that are not in the main bundle. */
export async function loadLibrary(): Promise<ModuleTable> {
  return (await import("./library.ts")).LIBRARY;
}
