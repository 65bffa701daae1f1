// Making a class: `type.__new__` with a name, bases and a namespace.
import { countBytes } from "./charge.ts";
import { objectType, typeType } from "../objects/builtin-types.ts";
import { PyClassMethod, PyStaticMethod } from "../objects/descriptors.ts";
import { runtimeWarningType } from "../objects/exception-types.ts";
import { Cell, PyFunction } from "../objects/function.ts";
import { staticMethodType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple, typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callMethod, type Keywords } from "./call.ts";
import { bestBase, metaclassOf } from "./class-bases.ts";
import { linkClass } from "./class-tree.ts";
import { collect, type CollectThen } from "./collect.ts";
import { repr } from "./conversion.ts";
import { getUnbound } from "./descriptor.ts";
import { addNote } from "./exception-note.ts";
import { callingGlobals } from "./calling-frame.ts";
import { pushNative } from "./frames.ts";
import { asString } from "./lookup.ts";
import { linearize } from "./mro.ts";
import { raiseTypeError, raiseValueError } from "./raise.ts";
import { addInstanceDict, addSlots } from "./slots.ts";
import { superLookup } from "./super.ts";
import { dictGetString } from "./table.ts";
import { typeRepr } from "./type-name.ts";
import { deprecated, type WarnThen } from "./warn.ts";

/** Bytes of a class, about, for the limit of memory. */
const CLASS_BYTES = 2_000;

const newText = "type.__new__() argument";

/** `type.__new__(metatype, name, bases, namespace, **keywords)`. */
export function newClass(
  vm: Machine,
  metatype: PyType,
  name: Value,
  bases: Value,
  namespace: Value,
  keywords: Keywords,
): Result {
  const text = asString(name);
  if (text === undefined) return raiseTypeError(vm, `${newText} 1 must be str, not ${typeOf(name).name}`);
  if (!(bases instanceof PyTuple)) return raiseTypeError(vm, `${newText} 2 must be tuple, not ${typeOf(bases).name}`);
  if (!(namespace instanceof PyDict)) {
    return raiseTypeError(vm, `${newText} 3 must be dict, not ${typeOf(namespace).name}`);
  }
  for (const base of bases.items) {
    if (!(base instanceof PyType) && typeOf(base).lookup("__mro_entries__") !== undefined) {
      return raiseTypeError(vm, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  const winner = metaclassOf(vm, metatype, bases.items);
  if (winner === undefined) return undefined;
  if (winner !== metatype) {
    const make = winner.lookup("__new__");
    if (make !== undefined && make !== typeType.lookup("__new__")) {
      const func = make instanceof PyStaticMethod ? make.func : make;
      return call(vm, func, [winner, name, bases, namespace], keywords);
    }
  }
  const base = bases.items.length === 0 ? objectType : bestBase(vm, bases.items);
  if (base === undefined) return undefined;
  if (text.includes("\0")) return raiseValueError(vm, "type name must not contain null characters");
  const parents = bases.items.length === 0 ? [objectType] : (bases.items as PyType[]);
  countBytes(vm, CLASS_BYTES);
  const type = new PyType(winner, { name: text, bases: parents }, false);
  takeLayout(type, base);
  const cell = fillNamespace(vm, type, namespace);
  if (cell === undefined) return undefined;
  const slots = type.namespace.get("__slots__");
  const state: ClassState = {
    type,
    keywords,
    cell,
    entries: [],
    next: 0,
    slots,
    name: "",
    value: NONE,
    stage: Stage.Slots,
  };
  if (!namespace.keys.some((key) => key !== undefined && asString(key) === undefined)) return MAKING.run(vm, state);
  return deprecated(vm, `non-string key in the __dict__ of class ${text}`, MAKING, state, runtimeWarningType);
}

const MAKING: WarnThen<ClassState> = { run: (vm, state) => pushNative(vm, classOp, state) };

/** Instances of `type` are laid out as those of `base`, the class's own members aside. */
function takeLayout(type: PyType, base: PyType): void {
  type.base = base;
  type.layout = base.layout;
  type.solid = base.solid;
  type.allocate = base.allocate;
  type.memberCount = base.memberCount;
  type.hasDict = base.hasDict || type.bases.some((each) => each.hasDict);
}

/** Copy the namespace; answers the cell that is to hold the class, NONE without one, or undefined after raising. */
function fillNamespace(vm: Machine, type: PyType, dict: PyDict): Value | undefined {
  const { namespace } = type;
  for (let i = 0; i < dict.keys.length; i++) {
    const key = asString(dict.keys[i]);
    if (key !== undefined) namespace.set(key, dict.values[i] as Value);
  }
  const qualifiedName = namespace.get("__qualname__");
  if (qualifiedName !== undefined) {
    const text = asString(qualifiedName);
    if (text === undefined) {
      return raiseTypeError(vm, `type __qualname__ must be a str, not ${typeOf(qualifiedName).name}`);
    }
    type.qualifiedName = text;
    namespace.delete("__qualname__");
  }
  if (!namespace.has("__module__")) {
    const globals = callingGlobals(vm);
    const module = globals === null ? undefined : dictGetString(globals, "__name__");
    if (module !== undefined) namespace.set("__module__", module);
  }
  const cell = namespace.get("__classcell__");
  if (cell !== undefined && !(cell instanceof Cell)) {
    return raiseTypeError(vm, `type.__new__() __classcell__ must be a nonlocal cell, not ${typeRepr(typeOf(cell))}`);
  }
  namespace.delete("__classcell__");
  const dictCell = namespace.get("__classdictcell__");
  if (dictCell instanceof Cell) dictCell.value = dict;
  namespace.delete("__classdictcell__");
  const make = namespace.get("__new__");
  if (make instanceof PyFunction) namespace.set("__new__", new PyStaticMethod(staticMethodType, make));
  for (const name of ["__init_subclass__", "__class_getitem__"]) {
    const func = namespace.get(name);
    if (func instanceof PyFunction) namespace.set(name, new PyClassMethod(func));
  }
  return cell ?? NONE;
}

enum Stage {
  Slots,
  Order,
  /** The next input is what the metaclass's `mro()` answered. */
  OrderAsked,
  Names,
  /** The next input is what `__set_name__` answered. */
  NameSet,
  Subclass,
  End,
}

interface ClassState {
  readonly type: PyType;
  readonly keywords: Keywords;
  readonly cell: Value;
  /** The namespace as it was when the names were first set. */
  entries: readonly (readonly [string, Value])[];
  next: number;
  readonly slots: Value | undefined;
  /** The entry whose `__set_name__` runs. */
  name: string;
  value: Value;
  stage: Stage;
}

const classOp: NativeOp<ClassState> = {
  name: "class",
  step(vm, state, input) {
    const { type } = state;
    let answer: Result = input;
    for (;;) {
      switch (state.stage) {
        case Stage.Slots:
          if (state.slots === undefined) addInstanceDict(type);
          else {
            const single = asString(state.slots);
            answer ??= single === undefined ? collect(vm, state.slots, slotsThen, null) : newTuple([single]);
            if (answer === undefined) return undefined;
            if (!addSlots(vm, type, type.base as PyType, (answer as PyTuple).items)) return undefined;
          }
          answer = undefined;
          finishNamespace(type);
          if (state.cell instanceof Cell) state.cell.value = type;
          state.stage = Stage.Order;
          break;
        case Stage.Order: {
          const mro = type.type.lookup("mro");
          if (mro !== undefined && !(mro instanceof NativeFunction)) {
            state.stage = Stage.OrderAsked;
            answer = callMethod(vm, mro, type, []);
            if (answer !== undefined) answer = collect(vm, answer, slotsThen, null);
            if (answer === undefined) return undefined;
            break;
          }
          const order = linearize(vm, type, type.bases);
          if (order === undefined) return undefined;
          type.mro = order;
          begin(vm, state);
          break;
        }
        case Stage.OrderAsked:
          if (!(answer instanceof PyTuple)) answer = collect(vm, answer as Value, slotsThen, null);
          if (answer === undefined) return undefined;
          for (const each of (answer as PyTuple).items) {
            if (!(each instanceof PyType))
              return raiseTypeError(vm, `mro() returned a non-class ('${typeOf(each).name}')`);
            if (each !== type && !(type.base as PyType).solid.isSubtype(each.solid))
              return raiseTypeError(vm, `mro() returned base with unsuitable layout ('${each.name}')`);
          }
          if ((answer as PyTuple).items.length === 0) return raiseTypeError(vm, "type MRO must not be empty");
          type.mro = (answer as PyTuple).items as PyType[];
          answer = undefined;
          begin(vm, state);
          break;
        case Stage.Names: {
          const entry = state.entries[state.next++];
          if (entry === undefined) {
            state.stage = Stage.Subclass;
            break;
          }
          const [name, value] = entry;
          const method =
            typeof value === "object" && !(value instanceof PyFunction) ? value.type.lookup("__set_name__") : undefined;
          if (method === undefined) break;
          state.name = name;
          state.value = value;
          state.stage = Stage.NameSet;
          answer = callMethod(vm, method, value, [type, name]);
          if (answer === undefined) return vm.error === null ? undefined : noteName(vm, state);
          break;
        }
        case Stage.NameSet:
          answer = undefined;
          state.stage = Stage.Names;
          break;
        case Stage.Subclass: {
          state.stage = Stage.End;
          const hook = superLookup(type, type, "__init_subclass__") as Value;
          const bound = getUnbound(vm, hook, type);
          answer = bound === undefined ? undefined : call(vm, bound, [], state.keywords);
          if (answer === undefined) return undefined;
          break;
        }
        default:
          return type;
      }
    }
  },
  raised(vm, state) {
    return state.stage === Stage.NameSet ? noteName(vm, state) : undefined;
  },
};

const slotsThen: CollectThen<null> = {
  run: (_vm, items) => newTuple(items.slice()),
};

/** What CPython adds to a class namespace last. */
function finishNamespace(type: PyType): void {
  const { namespace } = type;
  if (!namespace.has("__doc__")) namespace.set("__doc__", NONE);
  if (namespace.has("__eq__") && !namespace.has("__hash__")) namespace.set("__hash__", NONE);
}

/** The class is whole: its bases know it. */
function begin(vm: Machine, state: ClassState): void {
  const { type } = state;
  type.changed();
  linkClass(vm, type);
  state.entries = [...type.namespace];
  state.stage = Stage.Names;
}

/** The error of a `__set_name__` gets a note that tells which one it was. */
function noteName(vm: Machine, state: ClassState): undefined {
  const error = vm.error;
  const shown = repr(vm, state.name);
  if (error !== null) {
    addNote(
      error,
      `Error calling __set_name__ on '${typeOf(state.value).name}' instance ${shown} in '${state.type.name}'`,
    );
  }
  return undefined;
}
