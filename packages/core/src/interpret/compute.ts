// Arithmetic instructions on any operands.
import { CodeKind } from "../bytecode/code.ts";
import { Op } from "../bytecode/op.ts";
import { type Frame, Tag } from "../objects/frame.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import type { Result, Value } from "../objects/value.ts";
import { arithmetic, inplaceArithmetic } from "../protocol/arithmetic.ts";
import { callPlain } from "../protocol/call.ts";
import { IN_PLACE, lacksInplace, soleMethod, unary } from "../protocol/operators.ts";
import type { ColdBodies } from "./cold-body.ts";
import { constantOf, reg } from "./operand.ts";

/**
 * Leave an operation to the one method of an instance that can decide it, with the frame waiting for its answer. False
 * when it is not so simple. `form` is IN_PLACE for the form in place, else 0.
 */
function computeByMethod(
  vm: Machine,
  frame: Frame,
  kind: number,
  left: PyInstance,
  right: Value,
  form: number,
): boolean {
  const method = soleMethod(kind, left, right);
  if (method === undefined || method.linked.code.fields.kind !== CodeKind.Function) return false;
  frame.tag = Tag.Operator + form + kind;
  frame.aux = left;
  frame.state = right;
  callPlain(vm, method, left, right);
  return true;
}

function binary(vm: Machine, frame: Frame, kind: number, left: Value, right: Value): Result {
  if (left instanceof PyInstance && computeByMethod(vm, frame, kind, left, right, 0)) return undefined;
  return arithmetic(vm, kind, left, right);
}

function inplace(vm: Machine, frame: Frame, kind: number, left: Value, right: Value): Result {
  if (
    left instanceof PyInstance &&
    lacksInplace(kind, left) &&
    computeByMethod(vm, frame, kind, left, right, IN_PLACE)
  ) {
    return undefined;
  }
  return inplaceArithmetic(vm, kind, left, right);
}

/** How many operators each of the three groups of arithmetic opcodes has: a place in a group is the operator's kind. */
const GROUP: number = Op.InplaceAdd - Op.Add;

function arithmeticBodies(): ColdBodies {
  const bodies: ColdBodies = {};
  for (let kind = 0; kind < GROUP; kind++) {
    bodies[(Op.Add + kind) as Op] = (vm, frame, _a, b, c) => binary(vm, frame, kind, reg(frame, b), reg(frame, c));
    bodies[(Op.AddConst + kind) as Op] = (vm, frame, _a, b, c) =>
      binary(vm, frame, kind, reg(frame, b), constantOf(frame, c));
    bodies[(Op.InplaceAdd + kind) as Op] = (vm, frame, _a, b, c) =>
      inplace(vm, frame, kind, reg(frame, b), reg(frame, c));
  }
  for (let kind = 0; kind < 2; kind++) {
    bodies[(Op.InplaceAddConst + kind) as Op] = (vm, frame, _a, b, c) =>
      inplace(vm, frame, kind, reg(frame, b), constantOf(frame, c));
  }
  for (let kind = 0; kind < 3; kind++) {
    bodies[(Op.Negate + kind) as Op] = (vm, frame, _a, b) => unary(vm, kind, reg(frame, b));
  }
  return bodies;
}

export const ARITHMETIC_BODIES: Readonly<ColdBodies> = arithmeticBodies();
