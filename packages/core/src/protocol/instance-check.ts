// `isinstance` and `issubclass`: with the hooks of metaclasses, tuples and unions.
import { objectType, typeType } from "../objects/builtin-types.ts";
import { UnionAlias } from "../objects/aliases.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "./asking.ts";
import { getAttributeOr } from "./attribute.ts";
import { callMethod } from "./call.ts";
import { more, pushNative, raiseRecursion } from "./frames.ts";
import { raiseTypeError } from "./raise.ts";
import { truth } from "./truth.ts";

/** Classes asked at once. */
const STRIDE = 256;

/** `isinstance(object, info)`, as a bool. */
export function isInstance(vm: Machine, object: Value, info: Value): Result {
  if (info instanceof PyType) {
    if (typeOf(object) === info) return true;
    if (info.type === typeType) return isPlainInstance(object, info) || isInstanceByClass(vm, object, info);
  }
  if (info instanceof PyTuple && info.items.length <= STRIDE && !mayClaim(typeOf(object))) {
    const answer = isOneOf(object, info.items);
    if (answer !== undefined) return answer;
  }
  return pushNative(vm, checkOp, newCheck("__instancecheck__", object, info));
}

/** The answer where the classes, up to the first that is the object's, are plain ones; undefined elsewhere. */
function isOneOf(object: Value, classes: readonly Value[]): boolean | undefined {
  for (const each of classes) {
    if (!(each instanceof PyType)) return undefined;
    if (typeOf(object) === each) return true;
    if (each.type !== typeType) return undefined;
    if (isPlainInstance(object, each)) return true;
  }
  return false;
}

/** `issubclass(type, info)`, as a bool. */
export function isSubclass(vm: Machine, type: Value, info: Value): Result {
  if (info instanceof PyType && info.type === typeType) return plainSubclass(vm, type, info);
  return pushNative(vm, checkOp, newCheck("__subclasscheck__", type, info));
}

function isPlainInstance(object: Value, type: PyType): boolean {
  return typeOf(object).isSubtype(type);
}

/** An object may claim another class by `__class__` (a proxy): `type.__instancecheck__` believes it. */
export function isInstanceByClass(vm: Machine, object: Value, type: PyType): Result {
  return mayClaim(typeOf(object)) && pushNative(vm, claimOp, { object, type });
}

function mayClaim(own: PyType): boolean {
  if (own.isBuiltin) return false;
  const claimed = own.lookup("__class__");
  const isOwn = claimed === objectType.lookup("__class__") || claimed === typeType.lookup("__class__");
  return !isOwn || !(own.lookup("__getattribute__") instanceof NativeFunction);
}

const claimOp: NativeOp<{ object: Value; type: PyType }> = {
  name: "isinstance",
  step(vm, state, input) {
    const answer = input ?? getAttributeOr(vm, state.object, "__class__", NONE);
    if (answer === undefined) return undefined;
    return answer instanceof PyType && answer.isSubtype(state.type);
  },
};

/** `type.__subclasscheck__`. */
export function plainSubclass(vm: Machine, type: Value, info: PyType): Result {
  return type instanceof PyType ? type.isSubtype(info) : climb(vm, type, info);
}

/** What is no type is a class too if its `__bases__` are a tuple. */
function climb(vm: Machine, type: Value, info: Value): Result {
  const complaints = [
    "issubclass() arg 2 must be a class, a tuple of classes, or a union",
    "issubclass() arg 1 must be a class",
  ];
  return asking(vm, climbing, { info, levels: [[type, info, type]], complaints, isInstance: false });
}

interface Climb {
  readonly info: Value;
  /** Whose bases are to be asked, the next one last in the last list; a choice of bases begins a list. */
  readonly levels: Value[][];
  /** What is wrong with those that have none, the next one last; then begins the way up. */
  readonly complaints: string[];
  /** The way up begins at the class of what is last then. */
  isInstance: boolean;
}

const climbing: Asking<Climb> = {
  ask(vm, { levels, complaints, isInstance }) {
    const asked = isInstance && complaints.length === 0 ? "__class__" : "__bases__";
    return getAttributeOr(vm, levels.at(-1)?.at(-1) as Value, asked, NONE);
  },
  take(vm, state, answer) {
    const { levels, complaints } = state;
    const level = levels.at(-1) as Value[];
    level.pop();
    const complaint = complaints.pop();
    if (complaint !== undefined) {
      if (!(answer instanceof PyTuple)) return raiseTypeError(vm, complaint);
    } else if (state.isInstance) {
      state.isInstance = false;
      level.push(answer);
    } else if (answer instanceof PyTuple) {
      if (answer.items.length === 1) level.push(answer.items[0] as Value);
      else levels.push(answer.items.toReversed());
      if (vm.fiber.top.depth + levels.length > vm.limits.recursion) return raiseRecursion(vm);
    }
    if (complaints.length > 0 || state.isInstance) return AGAIN;
    while (levels.at(-1)?.length === 0) levels.pop();
    return levels.length === 0 ? false : levels.at(-1)?.at(-1) === state.info || AGAIN;
  },
};

interface CheckState {
  readonly hook: "__instancecheck__" | "__subclasscheck__";
  readonly object: Value;
  /** The tuples and unions that are open, the innermost last, and which of their classes is next. */
  readonly open: { readonly items: readonly Value[]; at: number }[];
  stage: "next" | "answer" | "truth";
}

function newCheck(hook: CheckState["hook"], object: Value, info: Value): CheckState {
  return { hook, object, open: [{ items: [info], at: 0 }], stage: "next" };
}

/** Asks one class after another, opening tuples and unions; the first yes ends it. */
const checkOp: NativeOp<CheckState> = {
  name: "isinstance",
  step(vm, state, input) {
    let answer: Result = input;
    for (let left = STRIDE; left > 0; left--) {
      if (state.stage === "next") {
        const level = state.open.at(-1);
        if (level === undefined) return false;
        const info = level.items[level.at++];
        const parts = info === undefined ? null : partsOf(info);
        if (info === undefined) state.open.pop();
        else if (parts !== null) state.open.push({ items: parts, at: 0 });
        if (info === undefined || parts !== null) continue;
        state.stage = "answer";
        answer = ask(vm, state.hook, state.object, info);
        if (answer === undefined) return undefined;
      }
      if (state.stage === "answer") {
        state.stage = "truth";
        answer = truth(vm, answer as Value);
        if (answer === undefined) return undefined;
      }
      if (answer === true) return true;
      state.stage = "next";
    }
    return more(vm);
  },
};

/** The members of a tuple or union, null for anything else. */
function partsOf(info: Value): readonly Value[] | null {
  if (info instanceof PyTuple) return info.items;
  return info instanceof UnionAlias ? info.args.items : null;
}

function ask(vm: Machine, hook: CheckState["hook"], object: Value, info: Value): Result {
  const isInstanceHook = hook === "__instancecheck__";
  if (isInstanceHook && typeOf(object) === info) return true;
  const method = typeOf(info).lookup(hook);
  if (method !== undefined && !(info instanceof PyType && method instanceof NativeFunction)) {
    return callMethod(vm, method, info, [object]);
  }
  if (info instanceof PyType) {
    if (!isInstanceHook) return plainSubclass(vm, object, info);
    return isPlainInstance(object, info) || isInstanceByClass(vm, object, info);
  }
  if (!isInstanceHook) return climb(vm, object, info);
  const complaints = ["isinstance() arg 2 must be a type, a tuple of types, or a union"];
  return asking(vm, climbing, { info, levels: [[object, info]], complaints, isInstance: true });
}
