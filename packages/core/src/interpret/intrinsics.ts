// The intrinsic operations: type parameters and aliases, made by the functions of the `_typing` module.
import { Intrinsic } from "../bytecode/op.ts";
import type { Frame } from "../objects/frame.ts";
import { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { newTuple } from "../objects/make.ts";
import type { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { getItem } from "../protocol/subscript.ts";
import {
  TypeAliasObject,
  TypeParameterObject,
  type TypeParameterKind,
  genericType,
} from "../objects/type-parameters.ts";
import { dictGetString } from "../protocol/table.ts";

interface Waiting {
  readonly frame: Frame;
  readonly b: number;
  readonly which: Intrinsic;
}

/** The module gives the types of what the operations make their methods, and `Generic` its subscript. */
const AFTER_IMPORT: Asking<Waiting> = {
  ask: (vm) => vm.services.importModule(vm, "_typing", NONE, NONE, 0),
  take: (vm, { frame, b, which }) => carryOut(vm, frame, b, which),
};

/** Carry out `which` on the registers from b on. */
export function intrinsic(vm: Machine, frame: Frame, b: number, which: Intrinsic): Result {
  if (dictGetString(vm.modules, "_typing") === undefined) return asking(vm, AFTER_IMPORT, { frame, b, which });
  return carryOut(vm, frame, b, which);
}

function carryOut(vm: Machine, frame: Frame, b: number, which: Intrinsic): Result {
  const { registers, base } = frame;
  const at = (offset: number): Value => registers[base + b + offset] as Value;
  const module = dictGetString((frame.func as PyFunction).globals, "__name__") ?? NONE;
  const parameter = (kind: TypeParameterKind): TypeParameterObject =>
    new TypeParameterObject(kind, at(0) as string, module);
  switch (which) {
    case Intrinsic.TypeVar:
      return parameter("TypeVar");
    case Intrinsic.TypeVarWithBound: {
      const made = parameter("TypeVar");
      made.boundThunk = at(1);
      return made;
    }
    case Intrinsic.TypeVarWithConstraints: {
      const made = parameter("TypeVar");
      made.constraintsThunk = at(1);
      return made;
    }
    case Intrinsic.ParamSpec:
      return parameter("ParamSpec");
    case Intrinsic.TypeVarTuple:
      return parameter("TypeVarTuple");
    case Intrinsic.TypeParameterDefault: {
      const made = at(0) as TypeParameterObject;
      made.defaultThunk = at(1);
      return made;
    }
    case Intrinsic.SubscriptGeneric:
      return getItem(vm, genericType, at(0));
    case Intrinsic.TypeAlias: {
      const parameters = at(1);
      const tuple = parameters === NONE ? newTuple([]) : (parameters as PyTuple);
      return new TypeAliasObject(at(0) as string, tuple, at(2), module);
    }
    default: {
      const func = at(0);
      if (func instanceof PyFunction) func.typeParameters = at(1) as PyTuple;
      return func;
    }
  }
}
