// Import instructions; the finding and loading of modules is a service of the VM.
import { attributeErrorType, importErrorType } from "../objects/exception-types.ts";
import type { Frame } from "../objects/frame.ts";
import type { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttribute, getAttributeOr } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { pushNative } from "../protocol/frames.ts";
import { getIterator, next } from "../protocol/iterate.ts";
import { asString } from "../protocol/lookup.ts";
import { catchError, newException, raise, raiseNew, raiseTypeError } from "../protocol/raise.ts";
import { dictGetString } from "../protocol/table.ts";
import { storeName } from "./names.ts";

/** ImportName: through `builtins.__import__` when a script has replaced it. */
export function importName(vm: Machine, frame: Frame, name: string, level: number, fromList: Value): Result {
  const func = frame.func as PyFunction;
  const importer = dictGetString(func.builtins, "__import__");
  if (importer === undefined) return raiseNew(vm, importErrorType, "__import__ not found");
  if (importer instanceof NativeFunction) return vm.services.importModule(vm, name, func.globals, fromList, level);
  return call(vm, importer, [name, func.globals, frame.namespace ?? NONE, fromList, level]);
}

/** ImportFrom: an attribute of the module, or its submodule that is loaded already. */
export function importFrom(vm: Machine, module: Value, name: string): Result {
  return pushNative(vm, importFromOp, { module, name, isNaming: false });
}

interface ImportFrom {
  readonly module: Value;
  readonly name: string;
  /** The module has no such attribute: it is asked for its own name. */
  isNaming: boolean;
}

const importFromOp: NativeOp<ImportFrom> = {
  name: "import from",
  step(vm, state, input) {
    if (input !== undefined) return state.isNaming ? submodule(vm, state, input) : input;
    const found = getAttribute(vm, state.module, state.name);
    return found === undefined && vm.error !== null ? ownName(vm, state) : found;
  },
  raised: (vm, state) => (state.isNaming ? undefined : ownName(vm, state)),
};

function ownName(vm: Machine, state: ImportFrom): Result {
  if (catchError(vm, attributeErrorType) === null) return undefined;
  state.isNaming = true;
  const name = getAttributeOr(vm, state.module, "__name__", NONE);
  return name === undefined ? undefined : submodule(vm, state, name);
}

function submodule(vm: Machine, { module, name }: ImportFrom, ownName: Value): Result {
  const dict = module instanceof PyModule ? module.dict : null;
  const moduleName = asString(ownName);
  if (moduleName !== undefined) {
    const loaded = dictGetString(vm.modules, `${moduleName}.${name}`);
    if (loaded !== undefined) return loaded;
  }
  const file = dict === null ? undefined : dictGetString(dict, "__file__");
  const shown = moduleName ?? "<unknown module name>";
  const place = typeof file === "string" ? file : "unknown location";
  const message =
    module instanceof PyModule && module.isLoading
      ? `cannot import name '${name}' from partially initialized module '${shown}' (most likely due to a circular import) (${place})`
      : `cannot import name '${name}' from '${shown}' (${place})`;
  const error = newException(importErrorType, message);
  error.fields = new Map<string, Value>([
    ["name", shown],
    ["name_from", name],
    ["path", file ?? NONE],
  ]);
  return raise(vm, error);
}

/** What is wrong with a name that is none. */
function starItem({ module, skipsPrivate }: StarState, item: Value): string {
  const name = module instanceof PyModule ? asString(dictGetString(module.dict, "__name__")) : undefined;
  const type = typeOf(item).name;
  const shown = name ?? "?";
  return skipsPrivate
    ? `Key in ${shown}.__dict__ must be str, not ${type}`
    : `Item in ${shown}.__all__ must be str, not ${type}`;
}

interface StarState {
  readonly frame: Frame;
  readonly module: Value;
  iterator: Value | undefined;
  name: string | undefined;
  /** Names are taken from `__dict__`: those with a leading underscore are left out. */
  skipsPrivate: boolean;
  stage: "all" | "dict" | "iterate" | "names" | "value" | "store";
}

/** ImportStar: the names in `__all__`, or the public ones. */
export function importStar(vm: Machine, frame: Frame, module: Value): Result {
  const state: StarState = { frame, module, iterator: undefined, name: undefined, skipsPrivate: false, stage: "all" };
  return pushNative(vm, importStarOp, state);
}

const importStarOp: NativeOp<StarState> = {
  name: "import *",
  step(vm, state, input) {
    let answer: Result = input;
    for (;;) {
      switch (state.stage) {
        case "all":
          if (answer === undefined) answer = getAttributeOr(vm, state.module, "__all__", DONE);
          if (answer === undefined) return undefined;
          state.stage = answer === DONE ? "dict" : "iterate";
          if (answer === DONE) answer = undefined;
          break;
        case "dict":
          if (answer === undefined) answer = getAttribute(vm, state.module, "__dict__");
          if (answer === undefined) return undefined;
          state.skipsPrivate = true;
          state.stage = "iterate";
          break;
        case "iterate":
          state.stage = "names";
          answer = getIterator(vm, answer as Value);
          if (answer === undefined) return undefined;
          break;
        case "names":
          if (state.iterator === undefined) {
            state.iterator = answer as Value;
            answer = undefined;
          }
          if (answer === undefined) answer = next(vm, state.iterator);
          if (answer === undefined) return undefined;
          if (answer === DONE) return NONE;
          state.name = asString(answer);
          if (state.name === undefined) {
            return raiseTypeError(vm, starItem(state, answer));
          }
          answer = undefined;
          if (state.skipsPrivate && state.name.startsWith("_")) break;
          state.stage = "value";
          break;
        case "value":
          if (answer === undefined) answer = getAttribute(vm, state.module, state.name as string);
          if (answer === undefined) return undefined;
          state.stage = "store";
          answer = storeName(vm, state.frame, state.name as string, answer);
          if (answer === undefined) return undefined;
          break;
        default:
          state.stage = "names";
          answer = undefined;
      }
    }
  },
};
