// Arithmetic: binary, in-place and unary operators, natively for numbers and by method for everything else.
import { byteArrayType, bytesType, floatType, listType, strType, tupleType } from "../objects/builtin-types.ts";
import { PyFunction } from "../objects/function.ts";
import type { PyInstance } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyFloat } from "../objects/numbers.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod, callUnary } from "./call.ts";
import { attempt, type Attempt, type Refusal } from "./dispatch.ts";
import { lastRepeat } from "./last-repeat.ts";
import { raiseTypeError } from "./raise.ts";

/** In the order of the arithmetic opcodes. */
export enum BinaryKind {
  Add,
  Subtract,
  Multiply,
  Divide,
  FloorDivide,
  Modulo,
  Power,
  MatrixMultiply,
  ShiftLeft,
  ShiftRight,
  BitAnd,
  BitOr,
  BitXor,
}

interface BinaryOperator extends Refusal {
  readonly method: string;
  readonly reflected: string;
  readonly inplace: string;
  readonly refuseInplace: Refusal;
}

function operator(name: string, symbol: string): BinaryOperator {
  const refusal = (shown: string, isInplace: boolean): Refusal => ({
    refuse(vm, left, right) {
      if (name === "mul" && lastRepeat(vm, left, right, isInplace)) return undefined;
      // The name of the print function is a common slip from Python 2: `print >> file`.
      const isPrint = shown === ">>" && left instanceof NativeFunction && left.name === "print";
      const hint = isPrint ? '. Did you mean "print(<message>, file=<output_stream>)"?' : "";
      return raiseTypeError(
        vm,
        `unsupported operand type(s) for ${shown}: '${typeOf(left).name}' and '${typeOf(right).name}'${hint}`,
      );
    },
  });
  const shown = symbol === "**" ? "** or pow()" : symbol;
  return {
    ...refusal(shown, false),
    method: `__${name}__`,
    reflected: `__r${name}__`,
    inplace: `__i${name}__`,
    refuseInplace: refusal(`${symbol}=`, true),
  };
}

const OPERATORS: readonly BinaryOperator[] = [
  operator("add", "+"),
  operator("sub", "-"),
  operator("mul", "*"),
  operator("truediv", "/"),
  operator("floordiv", "//"),
  operator("mod", "%"),
  operator("pow", "**"),
  operator("matmul", "@"),
  operator("lshift", "<<"),
  operator("rshift", ">>"),
  operator("and", "&"),
  operator("or", "|"),
  operator("xor", "^"),
];

/** `left <kind> right`. */
export function binary(vm: Machine, kind: BinaryKind, left: Value, right: Value): Result {
  const op = OPERATORS[kind] as BinaryOperator;
  const answer = byNatives(vm, op, left, right);
  return answer === NOT_IMPLEMENTED ? attempt(vm, attemptsOf(op, left, right), op, left, right) : answer;
}

/**
 * What native methods answer, which is known at once: no list of attempts is made. NotImplemented: look further; a native
 * method that answers so has done nothing, and may be asked again.
 */
function byNatives(vm: Machine, op: BinaryOperator, left: Value, right: Value): Result {
  const typeLeft = typeOf(left);
  const typeRight = typeOf(right);
  const method = typeLeft.lookup(op.method);
  if (typeLeft === typeRight) {
    return method instanceof NativeFunction ? callUnary(vm, method, left, right) : NOT_IMPLEMENTED;
  }
  if (!(method === undefined || method instanceof NativeFunction) || typeRight.isSubtype(typeLeft)) {
    return NOT_IMPLEMENTED;
  }
  const answer = method === undefined ? NOT_IMPLEMENTED : callUnary(vm, method, left, right);
  if (answer !== NOT_IMPLEMENTED) return answer;
  const reflected = typeRight.lookup(op.reflected);
  return reflected instanceof NativeFunction ? callUnary(vm, reflected, right, left) : NOT_IMPLEMENTED;
}

/** `left <kind>= right`: the new value of the left side. */
export function inplace(vm: Machine, kind: BinaryKind, left: Value, right: Value): Result {
  const op = OPERATORS[kind] as BinaryOperator;
  const method = typeof left === "object" ? left.type.lookup(op.inplace) : undefined;
  const isAlone = kind === BinaryKind.Multiply && isNotRepeatedFor(left, right);
  if (method === undefined && !isAlone) {
    const answer = byNatives(vm, op, left, right);
    if (answer !== NOT_IMPLEMENTED) return answer;
  }
  const attempts = isAlone ? [] : attemptsOf(op, left, right);
  const own = isAlone ? typeOf(left).lookup(op.method) : undefined;
  if (own !== undefined) attempts.push({ method: own, self: left, other: right });
  if (method !== undefined) attempts.unshift({ method, self: left, other: right });
  return attempt(vm, attempts, op.refuseInplace, left, right);
}

const REPEATED: ReadonlySet<PyType> = new Set([listType, tupleType, strType, bytesType, byteArrayType]);

/** In `left *= right` CPython lets a sequence on the right repeat itself for objects of built-in types alone. */
function isNotRepeatedFor(left: Value, right: Value): boolean {
  if (typeof left !== "object" || left.type.isBuiltin) return false;
  const reflected = typeOf(right).lookup("__rmul__");
  return reflected instanceof NativeFunction && reflected.owner !== null && REPEATED.has(reflected.owner);
}

function attemptsOf(op: BinaryOperator, left: Value, right: Value): Attempt[] {
  const typeLeft = typeOf(left);
  const typeRight = typeOf(right);
  const method = typeLeft.lookup(op.method);
  const attempts: Attempt[] = [];
  if (method !== undefined) attempts.push({ method, self: left, other: right });
  if (typeLeft === typeRight) return attempts;
  const reflected = typeRight.lookup(op.reflected);
  if (reflected === undefined) return attempts;
  const right2 = { method: reflected, self: right, other: left };
  // A subclass on the right goes first when it brings its own reflected method.
  if (typeRight.isSubtype(typeLeft) && typeLeft.lookup(op.reflected) !== reflected) attempts.unshift(right2);
  else attempts.push(right2);
  return attempts;
}

/** The method written in Python that alone decides `left <kind> right`: operands of one class. Undefined: look further. */
export function soleMethod(kind: BinaryKind, left: PyInstance, right: Value): PyFunction | undefined {
  const type = left.type;
  if (typeof right !== "object" || right.type !== type) return undefined;
  const method = type.lookup((OPERATORS[kind] as BinaryOperator).method);
  return method instanceof PyFunction ? method : undefined;
}

/** Whether `left <kind>= right` has no in-place method of its own. */
export function lacksInplace(kind: BinaryKind, left: PyInstance): boolean {
  return left.type.lookup((OPERATORS[kind] as BinaryOperator).inplace) === undefined;
}

/** What is added to the kind of an operator for its form in place. */
export const IN_PLACE: number = BinaryKind.BitXor + 1;

/** TypeError: no method took the operands of the operator `kind`, or `kind` + IN_PLACE. */
export function refuseOperands(vm: Machine, kind: number, left: Value, right: Value): Result {
  const { refuse, refuseInplace } = OPERATORS[kind % IN_PLACE] as BinaryOperator;
  return kind < IN_PLACE ? refuse(vm, left, right) : refuseInplace.refuse(vm, left, right);
}

export enum UnaryKind {
  Negate,
  Positive,
  Invert,
}

const UNARY: readonly { readonly method: string; readonly symbol: string }[] = [
  { method: "__neg__", symbol: "-" },
  { method: "__pos__", symbol: "+" },
  { method: "__invert__", symbol: "~" },
];

/** `-x`, `+x`, `~x`. */
export function unary(vm: Machine, kind: UnaryKind, value: Value): Result {
  if (typeof value === "number" && kind !== UnaryKind.Positive) {
    return kind === UnaryKind.Invert ? -1 - value : 0 - value;
  }
  if (value instanceof PyFloat && value.type === floatType && kind === UnaryKind.Negate) return new PyFloat(-value.v);
  const { method, symbol } = UNARY[kind] as (typeof UNARY)[number];
  const found = typeOf(value).lookup(method);
  if (found === undefined) {
    return raiseTypeError(vm, `bad operand type for unary ${symbol}: '${typeOf(value).name}'`);
  }
  return callMethod(vm, found, value, []);
}
