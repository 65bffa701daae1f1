// Exception groups: made, split by type or predicate, and put together again as `except*` does.
import {
  baseExceptionGroupType,
  baseExceptionType,
  exceptionGroupType,
  exceptionType,
} from "../objects/exception-types.ts";
import { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newList, newTuple } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, callMethod } from "./call.ts";
import { pushNative } from "./frames.ts";
import { raiseTypeError, raiseValueError } from "./raise.ts";
import { dictGetString, dictSetString } from "./table.ts";
import { isCallable, truth } from "./truth.ts";

export function isGroup(value: Value): value is PyException {
  return value instanceof PyException && value.type.isSubtype(baseExceptionGroupType);
}

/** The exceptions inside a group. */
export function membersOf(group: PyException): readonly PyException[] {
  const members = group.fields?.get("exceptions");
  return members instanceof PyTuple ? (members.items as readonly PyException[]) : [];
}

/** A new group of class `type`, with all of its rules checked; undefined after raising. */
export function makeGroup(
  vm: Machine,
  type: PyType,
  message: Value,
  sequence: Value,
  items: readonly Value[],
): PyException | undefined {
  if (items.length === 0) return raiseValueError(vm, "second argument (exceptions) must be a non-empty sequence");
  let arePlain = true;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Value;
    if (!(item instanceof PyException)) {
      return raiseValueError(vm, `Item ${i} of second argument (exceptions) is not an exception`);
    }
    if (!item.type.isSubtype(exceptionType)) arePlain = false;
  }
  let made = type;
  if (type === baseExceptionGroupType) {
    if (arePlain) made = exceptionGroupType;
  } else if (type === exceptionGroupType) {
    if (!arePlain) return raiseTypeError(vm, "Cannot nest BaseExceptions in an ExceptionGroup");
  } else if (!arePlain && type.isSubtype(exceptionType)) {
    return raiseTypeError(vm, `Cannot nest BaseExceptions in '${type.name}'`);
  }
  const group = new PyException(made, newTuple([message, sequence]));
  group.fields = new Map<string, Value>([
    ["message", message],
    ["exceptions", newTuple(items.slice())],
  ]);
  return group;
}

/** What a split looks for: exceptions of some types, those a callable accepts, or particular ones. */
type Matcher =
  | { readonly kind: "types"; readonly types: readonly PyType[] }
  | { readonly kind: "callable"; readonly callable: Value }
  | { readonly kind: "members"; readonly members: ReadonlySet<Value> };

/** The matcher that `split` and `subgroup` are given, or undefined after raising TypeError. */
function matcherOf(vm: Machine, value: Value): Matcher | undefined {
  const types = value instanceof PyTuple ? value.items : [value];
  if (types.every((type): type is PyType => type instanceof PyType && type.isSubtype(baseExceptionType))) {
    return { kind: "types", types };
  }
  if (!(value instanceof PyType) && isCallable(value)) return { kind: "callable", callable: value };
  return raiseTypeError(
    vm,
    "expected an exception type, a tuple of exception types, or a callable (other than a class)",
  );
}

/** `group.split(condition)`: a tuple of the matching part and the rest, each None when empty. */
export function splitGroup(vm: Machine, group: PyException, condition: Value, wantsRest: boolean): Result {
  const matcher = matcherOf(vm, condition);
  if (matcher === undefined) return undefined;
  return pushNative(vm, splitOp, newSplit(group, matcher, wantsRest));
}

/**
 * The part of an exception that `except* type` takes, and the rest, as a tuple. A single exception that matches comes
 * wrapped in a group.
 */
export function splitByType(vm: Machine, exception: PyException, type: Value): Result {
  const types = (type instanceof PyTuple ? type.items : [type]) as readonly PyType[];
  if (types.some((each) => exception.type.isSubtype(each))) {
    if (isGroup(exception)) return newTuple([exception, NONE]);
    const members = [exception];
    const wrapped = makeGroup(vm, baseExceptionGroupType, "", newTuple(members), members);
    return wrapped === undefined ? undefined : newTuple([wrapped, NONE]);
  }
  if (!isGroup(exception)) return newTuple([NONE, exception]);
  const split = exception.type.lookup("split") as Value;
  return callMethod(vm, split, exception, [type]);
}

/** What `except*` raises at its end for `original`, given what its clauses raised and what none of them took. */
export function combineGroups(vm: Machine, original: PyException, raised: readonly PyException[]): Result {
  if (raised.length === 0) return NONE;
  if (!isGroup(original)) return raised[0] as PyException;
  const isKept = (part: PyException): boolean => isGroup(part) && isPartOf(part, original);
  const kept = raised.filter(isKept);
  const fresh = raised.filter((part) => !isKept(part));
  if (kept.length === 0) return together(vm, fresh);
  const matcher: Matcher = { kind: "members", members: leavesOf(kept) };
  return pushNative(vm, combineOp, { original, fresh, matcher, isSplit: false });
}

/** Whether a group was cut out of another and not raised anew: it has come the same way. */
function isPartOf(part: PyException, original: PyException): boolean {
  const { cause, context, traceback } = part;
  return cause === original.cause && context === original.context && traceback === original.traceback;
}

function leavesOf(groups: readonly PyException[]): Set<Value> {
  const leaves = new Set<Value>();
  const pending = [...groups];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    if (isGroup(each)) pending.push(...membersOf(each));
    else leaves.add(each);
  }
  return leaves;
}

/** One exception as it is, several in a group without a message. */
function together(vm: Machine, parts: readonly PyException[]): Result {
  if (parts.length === 1) return parts[0];
  return makeGroup(vm, baseExceptionGroupType, "", newList([...parts]), parts);
}

interface CombineState {
  readonly original: PyException;
  readonly fresh: readonly PyException[];
  readonly matcher: Matcher;
  isSplit: boolean;
}

const combineOp: NativeOp<CombineState> = {
  name: "except*",
  step(vm, state, input) {
    if (!state.isSplit) {
      state.isSplit = true;
      return pushNative(vm, splitOp, newSplit(state.original, state.matcher, false));
    }
    const kept = (input as PyTuple).items[0] as Value;
    const parts = kept === NONE ? state.fresh : [...state.fresh, kept as PyException];
    return parts.length === 0 ? NONE : together(vm, parts);
  },
};

/** A group whose members are being sorted. */
interface Level {
  readonly group: PyException;
  next: number;
  readonly matches: PyException[];
  readonly rests: PyException[];
  match: Value;
}

interface SplitState {
  readonly matcher: Matcher;
  readonly wantsRest: boolean;
  readonly levels: Level[];
  /** The exception being looked at. */
  current: PyException;
  stage: "visit" | "called" | "tested" | "next" | "match" | "rest";
  /** Where the answer for `current` goes: its matching part and its rest. */
  match: Value;
  rest: Value;
}

function newSplit(group: PyException, matcher: Matcher, wantsRest: boolean): SplitState {
  return { matcher, wantsRest, levels: [], current: group, stage: "visit", match: NONE, rest: NONE };
}

const splitOp: NativeOp<SplitState> = {
  name: "split of an exception group",
  step(vm, state, input) {
    let answer: Result = input;
    for (;;) {
      switch (state.stage) {
        case "visit": {
          const { current, matcher } = state;
          state.stage = "tested";
          if (matcher.kind === "types") answer = matcher.types.some((type) => current.type.isSubtype(type));
          else if (matcher.kind === "members") answer = !isGroup(current) && matcher.members.has(current);
          else {
            state.stage = "called";
            answer = call(vm, matcher.callable, [current]);
            if (answer === undefined) return undefined;
          }
          break;
        }
        case "called":
          state.stage = "tested";
          answer = truth(vm, answer as Value);
          if (answer === undefined) return undefined;
          break;
        case "tested": {
          const { current } = state;
          if (answer === true || !isGroup(current)) {
            state.match = answer === true ? current : NONE;
            state.rest = answer === true ? NONE : current;
            state.stage = "next";
          } else {
            state.levels.push({ group: current, next: 0, matches: [], rests: [], match: NONE });
            if (!enter(state)) return newTuple([NONE, NONE]);
          }
          answer = undefined;
          break;
        }
        case "next": {
          const level = state.levels[state.levels.length - 1];
          if (level === undefined) return newTuple([state.match, state.rest]);
          if (state.match !== NONE) level.matches.push(state.match as PyException);
          if (state.rest !== NONE && state.wantsRest) level.rests.push(state.rest as PyException);
          if (enter(state)) break;
          state.stage = "match";
          answer = derive(vm, level.group, level.matches);
          if (answer === undefined) return undefined;
          break;
        }
        case "match": {
          const level = state.levels[state.levels.length - 1] as Level;
          if (!adopt(vm, level.group, answer as Value)) return undefined;
          level.match = answer as Value;
          state.stage = "rest";
          answer = derive(vm, level.group, level.rests);
          if (answer === undefined) return undefined;
          break;
        }
        default: {
          const level = state.levels.pop() as Level;
          if (!adopt(vm, level.group, answer as Value)) return undefined;
          state.match = level.match;
          state.rest = answer as Value;
          answer = undefined;
          state.stage = "next";
        }
      }
    }
  },
};

/** Take up the next member of the innermost group; false at its end. */
function enter(state: SplitState): boolean {
  const level = state.levels[state.levels.length - 1] as Level;
  const member = membersOf(level.group)[level.next++];
  if (member === undefined) return false;
  state.current = member;
  state.stage = "visit";
  return true;
}

/** A group like `group` of some of its members, by its `derive`; None for no members. */
function derive(vm: Machine, group: PyException, members: readonly PyException[]): Result {
  if (members.length === 0) return NONE;
  const method = group.type.lookup("derive") as Value;
  if (method instanceof NativeFunction) {
    return makeGroup(vm, baseExceptionGroupType, group.fields?.get("message") ?? "", newList([...members]), members);
  }
  return callMethod(vm, method, group, [newList([...members])]);
}

/** A derived group has come the same way as the one it was cut out of. */
function adopt(vm: Machine, from: PyException, derived: Value): boolean {
  if (derived === NONE) return true;
  if (!isGroup(derived)) {
    raiseTypeError(vm, "derive must return an instance of BaseExceptionGroup");
    return false;
  }
  derived.traceback = from.traceback;
  derived.context = from.context;
  derived.cause = from.cause;
  derived.suppressContext = true;
  const notes = from.attrs === null ? undefined : dictGetString(from.attrs, "__notes__");
  if (notes instanceof PyList) {
    derived.attrs ??= newDict();
    dictSetString(derived.attrs, "__notes__", newList(notes.items.slice()));
  }
  return true;
}
