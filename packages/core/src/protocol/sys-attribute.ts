// What the rest of the engine asks of the `sys` module: the attributes that scripts may have replaced.
import type { Machine } from "../objects/machine.ts";
import { PyModule } from "../objects/module.ts";
import type { Value } from "../objects/value.ts";
import { dictGetString } from "./table.ts";

/** An attribute of this VM's `sys`; undefined when a script has deleted it. */
export function sysAttribute(vm: Machine, name: string): Value | undefined {
  const sys = dictGetString(vm.modules, "sys");
  return sys instanceof PyModule ? dictGetString(sys.dict, name) : undefined;
}
