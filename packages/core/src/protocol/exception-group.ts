// Exception groups: made, split by type or predicate, and put together again as `except*` does.
import { baseExceptionGroupType, exceptionGroupType, exceptionType } from "../objects/exception-types.ts";
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
import { allocate, ITEM_BYTES } from "./charge.ts";
import { isExceptionType } from "./exception-match.ts";
import { more, pushNative } from "./frames.ts";
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
  allocate(vm, items.length, ITEM_BYTES);
  const group = new PyException(made, newTuple([message, sequence]));
  group.fields = new Map<string, Value>([
    ["message", message],
    ["exceptions", newTuple(items.slice())],
  ]);
  return group;
}

/** What a split looks for: exceptions of some classes, those a callable accepts, or particular ones. */
interface Matcher {
  readonly callable?: Value;
  readonly classes?: Set<Value>;
  readonly leaves?: Set<Value>;
}

/** `group.split(condition)`: a tuple of the matching part and the rest, each None when empty. */
export function splitGroup(vm: Machine, group: PyException, condition: Value, wantsRest: boolean): Result {
  if (!(condition instanceof PyType) && isCallable(condition)) {
    return pushNative(vm, splitOp, newSplit(group, { callable: condition }, [], wantsRest));
  }
  const classes = condition instanceof PyTuple ? condition.items : [condition];
  return pushNative(vm, splitOp, newSplit(group, { classes: new Set() }, classes, wantsRest));
}

/**
 * The part of an exception that `except* type` takes, which it may match itself, and the rest, as a tuple. A single
 * exception that matches comes wrapped in a group.
 */
export function splitByType(vm: Machine, exception: PyException, type: Value, isMatching: boolean): Result {
  if (isMatching) {
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
  return pushNative(vm, combineOp, { original, fresh, kept, isSplit: false });
}

/** Whether a group was cut out of another and not raised anew: it has come the same way. */
function isPartOf(part: PyException, original: PyException): boolean {
  const { cause, context, traceback } = part;
  return cause === original.cause && context === original.context && traceback === original.traceback;
}

/** One exception as it is, several in a group without a message. */
function together(vm: Machine, parts: readonly PyException[]): Result {
  if (parts.length === 1) return parts[0];
  return makeGroup(vm, baseExceptionGroupType, "", newList([...parts]), parts);
}

interface CombineState {
  readonly original: PyException;
  readonly fresh: readonly PyException[];
  readonly kept: readonly PyException[];
  isSplit: boolean;
}

const combineOp: NativeOp<CombineState> = {
  name: "except*",
  step(vm, state, input) {
    if (!state.isSplit) {
      state.isSplit = true;
      return pushNative(vm, splitOp, newSplit(state.original, { leaves: new Set() }, state.kept, false));
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

/** Stages that are gone through without an answer, in one step. */
const STRIDE = 1024;

interface SplitState {
  readonly matcher: Matcher;
  /** What the matcher is still to be given: classes, or the leaves of groups, those inside of others last. */
  readonly wanted: { readonly items: readonly Value[]; next: number }[];
  readonly wantsRest: boolean;
  readonly levels: Level[];
  /** The exception being looked at. */
  current: PyException;
  stage: "wanted" | "visit" | "called" | "tested" | "next" | "match" | "rest";
  /** Where the answer for `current` goes: its matching part and its rest. */
  match: Value;
  rest: Value;
}

function newSplit(group: PyException, matcher: Matcher, items: readonly Value[], wantsRest: boolean): SplitState {
  const wanted = [{ items, next: 0 }];
  return { matcher, wanted, wantsRest, levels: [], current: group, stage: "wanted", match: NONE, rest: NONE };
}

const splitOp: NativeOp<SplitState> = {
  name: "split of an exception group",
  step(vm, state, input) {
    let answer: Result = input;
    for (let left = STRIDE; ; left--) {
      if (left <= 0 && answer === undefined) return more(vm);
      switch (state.stage) {
        case "wanted": {
          const level = state.wanted.at(-1);
          const each = level?.items[level.next++];
          if (level === undefined) state.stage = "visit";
          else if (each === undefined) state.wanted.pop();
          else if (state.matcher.classes === undefined) {
            if (isGroup(each)) state.wanted.push({ items: membersOf(each), next: 0 });
            else state.matcher.leaves?.add(each);
          } else if (isExceptionType(each)) state.matcher.classes.add(each);
          else {
            return raiseTypeError(
              vm,
              "expected an exception type, a tuple of exception types, or a callable (other than a class)",
            );
          }
          break;
        }
        case "visit": {
          const { current } = state;
          const { callable, classes, leaves } = state.matcher;
          state.stage = "tested";
          if (classes !== undefined) answer = current.type.mro.some((type) => classes.has(type));
          else if (callable === undefined) answer = !isGroup(current) && leaves?.has(current) === true;
          else {
            state.stage = "called";
            answer = call(vm, callable, [current]);
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
          const notes = adopt(vm, level.group, answer as Value);
          if (notes === undefined) return undefined;
          left -= notes;
          level.match = answer as Value;
          state.stage = "rest";
          answer = derive(vm, level.group, level.rests);
          if (answer === undefined) return undefined;
          break;
        }
        default: {
          const level = state.levels.pop() as Level;
          const notes = adopt(vm, level.group, answer as Value);
          if (notes === undefined) return undefined;
          left -= notes;
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

/** A derived group has come the same way as the one it was cut out of. Answers how many notes it has; undefined after raising. */
function adopt(vm: Machine, from: PyException, derived: Value): number | undefined {
  if (derived === NONE) return 0;
  if (!isGroup(derived)) return raiseTypeError(vm, "derive must return an instance of BaseExceptionGroup");
  derived.traceback = from.traceback;
  derived.context = from.context;
  derived.cause = from.cause;
  derived.suppressContext = true;
  const notes = from.attrs === null ? undefined : dictGetString(from.attrs, "__notes__");
  if (!(notes instanceof PyList)) return 0;
  const { length } = notes.items;
  allocate(vm, length, ITEM_BYTES);
  derived.attrs ??= newDict();
  dictSetString(derived.attrs, "__notes__", newList(notes.items.slice()));
  return length;
}
