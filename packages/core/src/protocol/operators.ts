// Arithmetic: binary, in-place and unary operators, natively for numbers and by method for everything else.
import { byteArrayType, bytesType, floatType, listType, strType, tupleType } from "../objects/builtin-types.ts";
import type { Answer } from "../objects/answer.ts";
import { PyFunction } from "../objects/function.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { NativeFunction } from "../objects/native.ts";
import { PyFloat } from "../objects/numbers.ts";
import { NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { callMethod, callUnary } from "./call.ts";
import { attempt, type Attempt, type Refusal, unlessRefused } from "./dispatch.ts";
import { lastRepeat } from "./last-repeat.ts";
import { isAsked } from "./method-answer.ts";
import { raiseTypeError } from "./raise.ts";

/** In the order of the arithmetic opcodes; the last is divmod(). */
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
  DivideWithRest,
}

interface BinaryOperator {
  readonly method: string;
  readonly reflected: string;
  readonly inplace: string;
  /** `left <kind> right`, and the same in place once there is no method for that. */
  readonly plain: Form;
  readonly inPlace: Form;
  /** What becomes of the answer of the method in place. */
  readonly inplaceAnswer: Answer;
}

/** What becomes of the answers of methods written in Python. */
interface Form extends Refusal {
  /** Of the left operand's, after which the right one's may be tried. */
  readonly leftAnswer: Answer;
  /** Of the right operand's, the last one. */
  readonly rightAnswer: Answer;
}

function operator(name: string, symbol: string): BinaryOperator {
  const shown = symbol === "**" ? "** or pow()" : symbol;
  const op: BinaryOperator = {
    method: `__${name}__`,
    reflected: `__r${name}__`,
    inplace: `__i${name}__`,
    plain: form(shown, false),
    inPlace: form(`${symbol}=`, true),
    inplaceAnswer: unlessRefused((vm, left, right) =>
      attempt(vm, attemptsInPlace(op, left, right), op.inPlace, left, right),
    ),
  };
  function form(text: string, isInplace: boolean): Form {
    const own: Form = {
      refuse: (vm, left, right) =>
        name === "mul" && lastRepeat(vm, left, right, isInplace) ? undefined : refuseOperands(vm, text, left, right),
      leftAnswer: unlessRefused((vm, left, right) =>
        attempt(vm, attemptsOf(op, left, right).slice(1), own, left, right),
      ),
      rightAnswer: unlessRefused((vm, right, left) => own.refuse(vm, left, right)),
    };
    return own;
  }
  return op;
}

function refuseOperands(vm: Machine, shown: string, left: Value, right: Value): undefined {
  const type = typeOf(left);
  const { layout } = type;
  if (shown.startsWith("+") && REPEATED.has(layout) && type.lookup("__add__") instanceof NativeFunction) {
    const isText = layout !== bytesType && layout !== byteArrayType;
    const [noun, name] = [layout.name, typeOf(right).name];
    return raiseTypeError(
      vm,
      isText ? `can only concatenate ${noun} (not "${name}") to ${noun}` : `can't concat ${name} to ${noun}`,
    );
  }
  // The name of the print function is a common slip from Python 2: `print >> file`.
  const isPrint = shown === ">>" && left instanceof NativeFunction && left.name === "print";
  const hint = isPrint ? '. Did you mean "print(<message>, file=<output_stream>)"?' : "";
  return raiseTypeError(
    vm,
    `unsupported operand type(s) for ${shown}: '${typeOf(left).name}' and '${typeOf(right).name}'${hint}`,
  );
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
  operator("divmod", "divmod()"),
];

/** `left <kind> right`. */
export function binary(vm: Machine, kind: BinaryKind, left: Value, right: Value): Result {
  const op = OPERATORS[kind] as BinaryOperator;
  return operate(vm, op, op.plain, left, right);
}

/** Most operators are decided by natives, or by one method: no list of attempts is made for those. */
function operate(vm: Machine, op: BinaryOperator, form: Form, left: Value, right: Value): Result {
  const typeLeft = typeOf(left);
  const typeRight = typeOf(right);
  const method = typeLeft.lookup(op.method);
  if (typeLeft === typeRight || !typeRight.isSubtype(typeLeft)) {
    if (method instanceof PyFunction) {
      if (isAsked(vm, form.leftAnswer, method, left, right)) return undefined;
    } else if (method === undefined || method instanceof NativeFunction) {
      // A native method that answers NotImplemented has done nothing, and may be asked again.
      const answer = method === undefined ? NOT_IMPLEMENTED : callUnary(vm, method, left, right);
      if (answer !== NOT_IMPLEMENTED) return answer;
      const reflected = typeLeft === typeRight ? undefined : typeRight.lookup(op.reflected);
      if (reflected instanceof NativeFunction) {
        const second = callUnary(vm, reflected, right, left);
        if (second !== NOT_IMPLEMENTED) return second;
      } else if (isAsked(vm, form.rightAnswer, reflected, right, left)) return undefined;
    }
  }
  return attempt(vm, attemptsOf(op, left, right), form, left, right);
}

/** `left <kind>= right`: the new value of the left side. */
export function inplace(vm: Machine, kind: BinaryKind, left: Value, right: Value): Result {
  const op = OPERATORS[kind] as BinaryOperator;
  const method = typeof left === "object" ? left.type.lookup(op.inplace) : undefined;
  if (method instanceof NativeFunction && typeOf(left) === typeOf(right)) {
    const answer = callUnary(vm, method, left, right);
    if (answer !== NOT_IMPLEMENTED) return answer;
  } else if (isAsked(vm, op.inplaceAnswer, method, left, right)) return undefined;
  if (method === undefined && !isNotRepeatedFor(op, left, right)) return operate(vm, op, op.inPlace, left, right);
  let attempts = attemptsInPlace(op, left, right);
  if (method !== undefined) {
    const own = { method, self: left, other: right };
    const reflected = typeOf(left).isBuiltin ? ofNumbers(op, method, right) : undefined;
    attempts = reflected === undefined ? [own, ...attempts] : [{ method: reflected, self: right, other: left }, own];
  }
  return attempt(vm, attempts, op.inPlace, left, right);
}

/** The right operand's method written in Python, which comes before what a sequence does to itself. */
function ofNumbers({ reflected }: BinaryOperator, method: Value, right: Value): Value | undefined {
  const isSequence = method instanceof NativeFunction && (reflected === "__radd__" || reflected === "__rmul__");
  const found = isSequence && typeof right === "object" ? right.type.lookup(reflected) : undefined;
  return found instanceof NativeFunction ? undefined : found;
}

/** What is tried for `left <kind>= right` after a method for that itself. */
function attemptsInPlace(op: BinaryOperator, left: Value, right: Value): Attempt[] {
  if (!isNotRepeatedFor(op, left, right)) return attemptsOf(op, left, right);
  const own = typeOf(left).lookup(op.method);
  return own === undefined ? [] : [{ method: own, self: left, other: right }];
}

const REPEATED: ReadonlySet<PyType> = new Set([listType, tupleType, strType, bytesType, byteArrayType]);

/** In `left *= right` CPython lets a sequence on the right repeat itself for objects of built-in types alone. */
function isNotRepeatedFor(op: BinaryOperator, left: Value, right: Value): boolean {
  if (op.inplace !== "__imul__" || typeof left !== "object" || left.type.isBuiltin) return false;
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
