// The one table of the modules that come with the engine, by the shelf that each stands on; `sys` and `builtins` are made
// with the VM.
import futureSource from "./prelude/__future__.py";
import { defineShelf, type ModuleTable } from "./shelf.ts";

interface Shelf {
  /** Full names of its modules, with spaces between. */
  readonly names: string;
  readonly load: () => Promise<{ readonly SHELF: ModuleTable }>;
}

/** What is there from the start: scripts for synchronous calls begin with `from __future__ import annotations`, too. */
export const AT_HAND: ModuleTable = defineShelf({ modules: { __future__: futureSource } });

const SHELVES: readonly Shelf[] = [
  {
    names: "__future__",
    load: async () => ({ SHELF: AT_HAND }),
  },
  {
    names: "math",
    load: () => import("./shelf-mathematics.ts"),
  },
  {
    names: "time",
    load: () => import("./shelf-clocks.ts"),
  },
  {
    names: `_abc_mappings _abc_protocols _abc_sequences _abc_sets _collections _collections_chain _collections_counter
      _collections_ordered _collections_string _collections_user _context_base _copyreg _exit_stack _functools
      _heapq _operator _weak_containers _weak_proxies _weakref _wrapping abc bisect collections collections.abc
      contextlib copy copyreg errno functools gc graphlib heapq itertools keyword numbers operator reprlib types
      weakref`,
    load: () => import("./shelf-collections.ts"),
  },
  {
    names: `_dataclass_fields _dataclass_methods _enum_body _enum_flag _enum_plain _enum_type _inspect_arguments
      _inspect_callable _inspect_more _inspect_signature _inspect_source _inspect_texts _typing _typing_alias _typing_core _typing_forms
      _typing_generic _typing_hints _typing_io _typing_protocol _typing_records dataclasses enum inspect
      typing`,
    load: () => import("./shelf-declarations.ts"),
  },
  {
    names: `_io _json _string_formatter _string_pattern io json json.decoder json.encoder json.scanner string textwrap`,
    load: () => import("./shelf-texts.ts"),
  },
  {
    names: "_re _re_names re",
    load: () => import("./shelf-patterns.ts"),
  },
  {
    names: "_encodings",
    load: () => import("./shelf-encodings.ts"),
  },
  {
    names: "_naming",
    load: () => import("./shelf-naming.ts"),
  },
  {
    names: "_files _io_buffered _io_files _io_standard",
    load: () => import("./shelf-files.ts"),
  },
  {
    names: "_exact_sums _kernels _normal_dist _random _random_distributions _sha2 colorsys random statistics",
    load: () => import("./shelf-chance.ts"),
  },
  {
    names: "_contextvars atexit contextvars",
    load: () => import("./shelf-runs.ts"),
  },
  {
    names: "_help _help_text _traceback _traceback_stack traceback warnings",
    load: () => import("./shelf-reports.ts"),
  },
];

/** All modules of the library, none of them loaded yet. */
export const LIBRARY_NAMES: ReadonlySet<string> = new Set(SHELVES.flatMap(namesOf));

function namesOf({ names }: Shelf): string[] {
  return names.split(/\s+/);
}

/** Load the shelf with this module of the library; its other modules come with it. */
export async function loadShelf(name: string): Promise<ModuleTable> {
  const shelf = SHELVES.find((each) => namesOf(each).includes(name)) as Shelf;
  return (await shelf.load()).SHELF;
}
