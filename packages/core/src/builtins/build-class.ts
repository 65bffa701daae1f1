// __build_class__: what a class statement calls with the function of its body.
import { typeType } from "../objects/builtin-types.ts";
import { Cell, PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../objects/make.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { PyTuple } from "../objects/sequences.ts";
import { DONE, NONE } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttributeOr } from "../protocol/attribute.ts";
import { call, type Keywords } from "../protocol/call.ts";
import { metaclassOf } from "../protocol/class-bases.ts";
import { pushNamespace, pushNative } from "../protocol/frames.ts";
import { raiseRuntimeError, raiseTypeError } from "../protocol/raise.ts";
import { setItem } from "../protocol/subscript.ts";
import { typeRepr } from "../protocol/type-name.ts";

enum Stage {
  Bases,
  /** The next input is `base.__mro_entries__`, then what it answered. */
  EntriesFound,
  Entries,
  Metaclass,
  /** The next input is `metaclass.__prepare__`, then what it answered. */
  PrepareFound,
  Prepared,
  Body,
  OriginalBases,
  Call,
}

interface BuildState {
  readonly func: PyFunction;
  readonly name: Value;
  /** As written. */
  readonly bases: readonly Value[];
  /** With those replaced that have `__mro_entries__`. */
  readonly resolved: Value[];
  next: number;
  readonly keywords: Map<string, Value>;
  metaclass: Value;
  namespace: Value;
  cell: Value;
  stage: Stage;
}

export function buildClass(vm: Machine, args: readonly Value[], keywords: Keywords): Result {
  const [func, name, ...bases] = args;
  if (func === undefined || name === undefined) return raiseTypeError(vm, "__build_class__: not enough arguments");
  if (!(func instanceof PyFunction)) return raiseTypeError(vm, "__build_class__: func must be a function");
  if (typeof name !== "string") return raiseTypeError(vm, "__build_class__: name is not a string");
  const rest = new Map(keywords ?? []);
  const metaclass = rest.get("metaclass") ?? DONE;
  rest.delete("metaclass");
  return pushNative(vm, buildOp, {
    func,
    name,
    bases,
    resolved: [],
    next: 0,
    keywords: rest,
    metaclass,
    namespace: NONE,
    cell: NONE,
    stage: Stage.Bases,
  });
}

const buildOp: NativeOp<BuildState> = {
  name: "__build_class__",
  step(vm, state, input) {
    let answer: Result = input;
    for (;;) {
      switch (state.stage) {
        case Stage.Bases: {
          const base = state.bases[state.next];
          if (base === undefined) {
            state.stage = Stage.Metaclass;
            break;
          }
          if (base instanceof PyType) {
            state.resolved.push(base);
            state.next++;
            break;
          }
          state.stage = Stage.EntriesFound;
          answer = getAttributeOr(vm, base, "__mro_entries__", DONE);
          if (answer === undefined) return undefined;
          break;
        }
        case Stage.EntriesFound:
          if (answer === DONE) {
            state.resolved.push(state.bases[state.next++] as Value);
            state.stage = Stage.Bases;
            break;
          }
          state.stage = Stage.Entries;
          answer = call(vm, answer as Value, [newTuple(state.bases)]);
          if (answer === undefined) return undefined;
          break;
        case Stage.Entries:
          if (!(answer instanceof PyTuple)) return raiseTypeError(vm, "__mro_entries__ must return a tuple");
          state.resolved.push(...answer.items);
          state.next++;
          state.stage = Stage.Bases;
          break;
        case Stage.Metaclass: {
          const metaclass = chooseMetaclass(vm, state);
          if (metaclass === undefined) return undefined;
          state.metaclass = metaclass;
          if (metaclass === typeType) {
            answer = newDict();
            state.stage = Stage.Prepared;
            break;
          }
          state.stage = Stage.PrepareFound;
          answer = getAttributeOr(vm, metaclass, "__prepare__", DONE);
          if (answer === undefined) return undefined;
          break;
        }
        case Stage.PrepareFound:
          state.stage = Stage.Prepared;
          answer =
            answer === DONE
              ? newDict()
              : call(vm, answer as Value, [state.name, newTuple(state.resolved)], state.keywords);
          if (answer === undefined) return undefined;
          break;
        case Stage.Prepared:
          if (!(answer instanceof PyDict) && typeOf(answer as Value).lookup("__getitem__") === undefined) {
            const shown = state.metaclass instanceof PyType ? state.metaclass.name : "<metaclass>";
            return raiseTypeError(
              vm,
              `${shown}.__prepare__() must return a mapping, not ${typeOf(answer as Value).name}`,
            );
          }
          state.namespace = answer as Value;
          state.stage = Stage.Body;
          return pushNamespace(vm, state.func, state.namespace);
        case Stage.Body:
          state.cell = answer as Value;
          state.stage = Stage.OriginalBases;
          if (isSameList(state.bases, state.resolved)) break;
          answer = setItem(vm, state.namespace, "__orig_bases__", newTuple(state.bases));
          if (answer === undefined) return undefined;
          break;
        case Stage.OriginalBases:
          state.stage = Stage.Call;
          answer = call(vm, state.metaclass, [state.name, newTuple(state.resolved), state.namespace], state.keywords);
          if (answer === undefined) return undefined;
          break;
        default:
          return checkCell(vm, state, answer as Value);
      }
    }
  },
};

function isSameList(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** The metaclass asked for, or that of the first base, or a more derived one that another base has. */
function chooseMetaclass(vm: Machine, { metaclass, resolved }: BuildState): Value | undefined {
  const first = resolved[0];
  const start = metaclass !== DONE ? metaclass : first === undefined ? typeType : typeOf(first);
  return start instanceof PyType ? metaclassOf(vm, start, resolved) : start;
}

/** The cell of the body's `__class__` must hold what the metaclass made. */
function checkCell(vm: Machine, { cell, name }: BuildState, made: Value): Result {
  if (!(made instanceof PyType) || !(cell instanceof Cell)) return made;
  if (cell.value === undefined) {
    return raiseRuntimeError(
      vm,
      `__class__ not set defining '${name}' as ${typeRepr(made)}. Was __classcell__ propagated to type.__new__?`,
    );
  }
  if (cell.value === made) return made;
  const held = cell.value instanceof PyType ? typeRepr(cell.value) : typeOf(cell.value).name;
  return raiseTypeError(vm, `__class__ set to ${held} defining '${name}' as ${typeRepr(made)}`);
}
