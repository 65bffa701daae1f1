// Arithmetic instructions on any operands.
import { Op } from "../bytecode/op.ts";
import { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import type { Result, Value } from "../objects/value.ts";
import { arithmetic, inplaceArithmetic } from "../protocol/arithmetic.ts";
import { binary as operate, unary } from "../protocol/operators.ts";
import type { ColdBodies } from "./cold-body.ts";
import { constantOf, reg } from "./operand.ts";

/** What the loop leaves to this place is rarely of numbers where an operand is an instance. */
function binary(vm: Machine, kind: number, left: Value, right: Value): Result {
  return left instanceof PyInstance ? operate(vm, kind, left, right) : arithmetic(vm, kind, left, right);
}

/** How many operators each of the three groups of arithmetic opcodes has: a place in a group is the operator's kind. */
const GROUP: number = Op.InplaceAdd - Op.Add;

function arithmeticBodies(): ColdBodies {
  const bodies: ColdBodies = {};
  for (let kind = 0; kind < GROUP; kind++) {
    bodies[(Op.Add + kind) as Op] = (vm, frame, _a, b, c) => binary(vm, kind, reg(frame, b), reg(frame, c));
    bodies[(Op.AddConst + kind) as Op] = (vm, frame, _a, b, c) => binary(vm, kind, reg(frame, b), constantOf(frame, c));
    bodies[(Op.InplaceAdd + kind) as Op] = (vm, frame, _a, b, c) =>
      inplaceArithmetic(vm, kind, reg(frame, b), reg(frame, c));
  }
  for (let kind = 0; kind < 2; kind++) {
    bodies[(Op.InplaceAddConst + kind) as Op] = (vm, frame, _a, b, c) =>
      inplaceArithmetic(vm, kind, reg(frame, b), constantOf(frame, c));
  }
  for (let kind = 0; kind < 3; kind++) {
    bodies[(Op.Negate + kind) as Op] = (vm, frame, _a, b) => unary(vm, kind, reg(frame, b));
  }
  return bodies;
}

export const ARITHMETIC_BODIES: Readonly<ColdBodies> = arithmeticBodies();
