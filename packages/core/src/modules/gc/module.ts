// The module gc: JavaScript collects memory; a collection finalizes what nothing reaches. What can be set does no harm.
import type { Machine } from "../../objects/machine.ts";
import { newList, newTuple } from "../../objects/make.ts";
import type { PyModule } from "../../objects/module.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { asInt } from "../../protocol/lookup.ts";
import { raiseValueError } from "../../protocol/raise.ts";
import { dictSetString } from "../../protocol/table.ts";
import { finalize } from "./finalize.ts";
import { defineModule, func, type NativeModule } from "../define.ts";
import { raiseNoInteger } from "../../protocol/bad-argument.ts";

interface Settings {
  isEnabled: boolean;
  debug: Value;
  threshold: readonly Value[];
}
const SETTINGS: object = Object.freeze({});

function settings(vm: Machine): Settings {
  return vm.record(SETTINGS, newSettings);
}
function newSettings(): Settings {
  return { isEnabled: true, debug: 0, threshold: [2000, 10, 10] };
}

function collect(vm: Machine, generation: Value = 2): Result {
  const wanted = asInt(generation);
  if (wanted === undefined) {
    return raiseNoInteger(vm, generation);
  }
  if (wanted < 0 || wanted > 2) return raiseValueError(vm, "invalid generation");
  return pushNative(vm, collectOp, { count: null, isFinalizing: false });
}

interface CollectState {
  count: object | null;
  isFinalizing: boolean;
}

const collectOp: NativeOp<CollectState> = {
  name: "gc.collect",
  step(vm, state, input) {
    if (state.isFinalizing) return input;
    if (state.count === null) state.count = vm.services.beginCount(vm);
    const garbage = vm.services.stepCount(vm, state.count);
    if (garbage === null) return more(vm);
    state.isFinalizing = true;
    return finalize(vm, garbage);
  },
};

function enable(isEnabled: boolean): (vm: Machine) => Result {
  return (vm) => {
    settings(vm).isEnabled = isEnabled;
    return NONE;
  };
}

export const GC: NativeModule = defineModule({
  name: "gc",
  doc: "The garbage collector.",
  constants: {
    DEBUG_STATS: 1,
    DEBUG_COLLECTABLE: 2,
    DEBUG_UNCOLLECTABLE: 4,
    DEBUG_SAVEALL: 32,
    DEBUG_LEAK: 38,
  },
  functions: {
    collect: func(
      "generation=2",
      collect,
      "Finalize what nothing reaches; answers the number of objects whose __del__ was called.",
    ),
    enable: func("", enable(true)),
    disable: func("", enable(false)),
    isenabled: func("", (vm) => settings(vm).isEnabled),
    get_debug: func("", (vm) => settings(vm).debug),
    set_debug: func("flags, /", (vm, flags: Value) => {
      settings(vm).debug = flags;
      return NONE;
    }),
    get_count: func("", () => newTuple([0, 0, 0])),
    get_threshold: func("", (vm) => newTuple(settings(vm).threshold)),
    set_threshold: func("threshold0, threshold1=10, threshold2=0, /", (vm, ...thresholds: (Value | undefined)[]) => {
      const known = settings(vm).threshold;
      settings(vm).threshold = known.map((value, at) => thresholds[at] ?? value);
      return NONE;
    }),
    get_objects: func("generation=None", () => newList([])),
    get_referrers: func("*objs", () => newList([])),
    get_referents: func("*objs", () => newList([])),
    is_tracked: func("obj, /", (_vm, object: Value) => typeof object === "object" && object !== NONE),
    is_finalized: func("obj, /", (vm, object: Value) => typeof object === "object" && vm.finalized.has(object)),
    freeze: func("", () => NONE),
    unfreeze: func("", () => NONE),
    get_freeze_count: func("", () => 0),
  },
  setUp(_vm: Machine, module: PyModule) {
    dictSetString(module.dict, "garbage", newList([]));
    dictSetString(module.dict, "callbacks", newList([]));
  },
});
