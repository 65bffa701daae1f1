// The `sys` module: what a script may know and set of its interpreter.
import type { Machine } from "../objects/machine.ts";
import { newDict, newFrozenSet, newList, newTuple } from "../objects/make.ts";
import type { Value } from "../objects/value.ts";
import { dictGetString, dictSetString, setAdd } from "../protocol/table.ts";
import { defineModule, instantiateModule, type NativeModule } from "./define.ts";
import { FUNCTIONS } from "./sys/functions.ts";
import { INFORMATION, newImplementation } from "./sys/information.ts";
import { newStreams } from "./sys/streams.ts";
import { LIBRARY_NAMES } from "./table.ts";

const SYS: NativeModule = defineModule({
  name: "sys",
  doc: "What a script may know and set of its interpreter.",
  constants: INFORMATION,
  functions: FUNCTIONS,
});

/** What a script may replace, with the original kept under a dunder name. */
const KEPT: readonly string[] = [
  "displayhook",
  "excepthook",
  "breakpointhook",
  "unraisablehook",
  "stdin",
  "stdout",
  "stderr",
];

/** Make the `sys` module of a VM. */
export function setUpSys(vm: Machine, argv: readonly string[], path: readonly string[]): void {
  const module = instantiateModule(vm, SYS);
  const set = (name: string, value: Value): void => dictSetString(module.dict, name, value);
  set("implementation", newImplementation());
  set("argv", newList([...argv]));
  set("orig_argv", newList([...argv]));
  set("path", newList([...path]));
  set("modules", vm.modules);
  set("meta_path", newList([]));
  set("path_hooks", newList([]));
  set("path_importer_cache", newDict());
  set("warnoptions", newList([]));
  set("_xoptions", newDict());
  const native = ["builtins", "sys"];
  const names = newFrozenSet();
  for (const name of [...native, ...LIBRARY_NAMES]) if (!name.includes(".")) setAdd(vm, names, name);
  set("builtin_module_names", newTuple(native.sort()));
  set("stdlib_module_names", names);
  for (const [name, stream] of Object.entries(newStreams(vm))) set(name, stream);
  for (const name of KEPT) set(`__${name}__`, dictGetString(module.dict, name) as Value);
  dictSetString(vm.modules, "sys", module);
}
