// Arithmetic instructions on operands that the loop has no fast path for.
import { Op } from "../bytecode/op.ts";
import { CodeKind } from "../bytecode/code.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import type { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import type { Result, Value } from "../objects/value.ts";
import { arithmetic, inplaceArithmetic } from "../protocol/arithmetic.ts";
import { callPlain } from "../protocol/call.ts";
import { lacksInplace, soleMethod } from "../protocol/operators.ts";

/**
 * Carry out an arithmetic instruction whose left operand is an instance, with its frame waiting for the one method that
 * can decide it. Answers false when it is not so simple.
 */
export function computeByMethod(vm: Machine, frame: Frame, op: Op, left: PyInstance, right: Value): boolean {
  let kind = op - Op.Add;
  if (op >= Op.InplaceAddConst) return false;
  if (op >= Op.AddConst) kind = op - Op.AddConst;
  else if (op >= Op.InplaceAdd) {
    kind = op - Op.InplaceAdd;
    if (!lacksInplace(kind, left)) return false;
  }
  const method = soleMethod(kind, left, right);
  if (method === undefined || method.linked.code.fields.kind !== CodeKind.Function) return false;
  frame.tag = Tag.Operator + kind;
  frame.aux = left;
  frame.state = right;
  callPlain(vm, method, left, right);
  return true;
}

/** Carry out the arithmetic instruction `op`: the kind of its operator is its place in its group of thirteen. */
export function compute(vm: Machine, op: Op, left: Value, right: Value): Result {
  if (op >= Op.InplaceAddConst) return inplaceArithmetic(vm, op - Op.InplaceAddConst, left, right);
  if (op >= Op.AddConst) return arithmetic(vm, op - Op.AddConst, left, right);
  if (op >= Op.InplaceAdd) return inplaceArithmetic(vm, op - Op.InplaceAdd, left, right);
  return arithmetic(vm, op - Op.Add, left, right);
}
