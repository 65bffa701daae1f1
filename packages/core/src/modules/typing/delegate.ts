// Calling the functions of the prelude's module typing, which is imported when first needed.
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { getAttribute } from "../../protocol/attribute.ts";
import { call, type Keywords } from "../../protocol/call.ts";
import { pushNative } from "../../protocol/frames.ts";

enum Stage {
  Import,
  /** The next input is the module. */
  Imported,
  /** The next input is the function. */
  Found,
  End,
}

interface DelegateState {
  readonly name: string;
  readonly args: readonly Value[] | null;
  readonly keywords: Keywords;
  stage: Stage;
}

const delegateOp: NativeOp<DelegateState> = {
  name: "typing",
  step(vm, state, input) {
    let answer: Result = input;
    if (state.stage === Stage.Import) {
      state.stage = Stage.Imported;
      answer = vm.services.importModule(vm, "typing", NONE, NONE, 0);
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

/** `typing.name(*args, **keywords)`. */
export function callTyping(vm: Machine, name: string, args: readonly Value[], keywords: Keywords = null): undefined {
  return pushNative(vm, delegateOp, { name, args, keywords, stage: Stage.Import });
}

/** `typing.name`. */
export function typingAttribute(vm: Machine, name: string): undefined {
  return pushNative(vm, delegateOp, { name, args: null, keywords: null, stage: Stage.Import });
}
