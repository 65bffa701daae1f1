// Calling what is written in Python in a module of the prelude, which is imported when it is first needed.
import type { Machine } from "../objects/machine.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttribute } from "./attribute.ts";
import { call, type Keywords } from "./call.ts";
import { pushNative } from "./frames.ts";

enum Stage {
  Import,
  /** The next input is the module. */
  Imported,
  /** The next input is the function. */
  Found,
  End,
}

interface CallState {
  readonly module: string;
  readonly name: string;
  /** Null to have the attribute itself. */
  readonly args: readonly Value[] | null;
  readonly keywords: Keywords;
  stage: Stage;
}

const callOp: NativeOp<CallState> = {
  name: "call into a module",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === Stage.Import) {
      state.stage = Stage.Imported;
      answer = vm.services.importModule(vm, state.module, NONE, NONE, 0);
      if (answer === undefined) return undefined;
    }
    if (state.stage === Stage.Imported) {
      state.stage = Stage.Found;
      answer = getAttribute(vm, answer as Value, state.name);
      if (answer === undefined) return undefined;
    }
    if (state.stage === Stage.Found) {
      state.stage = Stage.End;
      if (state.args === null) return answer;
      return call(vm, answer as Value, state.args, state.keywords);
    }
    return answer;
  },
};

/** `module.name(*args, **keywords)`; `module` has no dots. */
export function callInModule(
  vm: Machine,
  module: string,
  name: string,
  args: readonly Value[],
  keywords: Keywords = null,
): undefined {
  return pushNative(vm, callOp, { module, name, args, keywords, stage: Stage.Import });
}

/** `module.name`. */
export function moduleAttribute(vm: Machine, module: string, name: string): undefined {
  return pushNative(vm, callOp, { module, name, args: null, keywords: null, stage: Stage.Import });
}
