// The names of `__main__` as the host reads and writes them.
import { nameErrorType } from "../objects/exception-types.ts";
import type { Machine } from "../objects/machine.ts";
import type { PyModule } from "../objects/module.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { raiseNew } from "../protocol/raise.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import { checkText } from "../host/check-keys.ts";
import type { Generation } from "./generation.ts";

/** The module that scripts run in. */
function mainOf(vm: Machine): PyModule {
  return dictGetString(vm.modules, "__main__") as PyModule;
}

/** What a name of `__main__`, or a built-in, stands for; dots lead into attributes. */
export function lookUp(vm: Machine, path: string): Result {
  const [first = "", ...rest] = path.split(".");
  const { dict } = mainOf(vm);
  let value: Result = dictGetString(dict, first) ?? dictGetString(vm.builtins, first);
  if (value === undefined) return raiseNew(vm, nameErrorType, `name '${first}' is not defined`);
  for (const name of rest) {
    value = getAttribute(vm, value as Value, name);
    if (value === undefined) return undefined;
  }
  return value;
}

/** The names of `__main__`, read and written at once. */
export class Globals {
  readonly #enter: () => Generation;

  /** @internal */
  constructor(enter: () => Generation) {
    this.#enter = enter;
  }

  /** The value of a name, converted; undefined when there is none. Throws ClosedError. */
  get(name: string): unknown {
    checkText("globals.get", "name", name);
    const generation = this.#enter();
    const value = dictGetString(mainOf(generation.machine).dict, name);
    return value === undefined ? undefined : generation.toJs(value);
  }

  /** Give a name a value. Throws ConversionError when it has no Python counterpart, ClosedError. */
  set(name: string, value: unknown): void {
    checkText("globals.set", "name", name);
    const generation = this.#enter();
    const converted = generation.toPython(value, name);
    dictSetString(mainOf(generation.machine).dict, name, converted);
    generation.memory.wrote(converted);
  }
}
