// The names of `__main__` as the host reads and writes them.
import type { Machine } from "../objects/machine.ts";
import type { PyModule } from "../objects/module.ts";
import { dictGetString, dictSetString } from "../protocol/table.ts";
import type { Generation } from "./generation.ts";

/** The module that scripts run in. */
export function mainOf(vm: Machine): PyModule {
  return dictGetString(vm.modules, "__main__") as PyModule;
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
    const generation = this.#enter();
    const value = dictGetString(mainOf(generation.machine).dict, name);
    return value === undefined ? undefined : generation.toJs(value);
  }

  /** Give a name a value. Throws ConversionError when it has no Python counterpart, ClosedError. */
  set(name: string, value: unknown): void {
    const generation = this.#enter();
    dictSetString(mainOf(generation.machine).dict, name, generation.toPython(value, name));
  }
}
