// Arithmetic on native numbers, texts and lists without a look-up of methods; everything else goes to protocol/operators.ts.
import { allocate, charge, ITEM_BYTES } from "./charge.ts";
import { listType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { newList } from "../objects/make.ts";
import { PyFloat } from "../objects/numbers.ts";
import { PyList } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { floatDiv, floatFloorDiv, floatMod } from "../numeric/float-arithmetic.ts";
import { floorDiv, mod, trueDiv } from "../numeric/int-divide.ts";
import { and, or, shiftRight, xor } from "../numeric/int-bits.ts";
import type { Int } from "../numeric/int.ts";
import { raiseFault } from "./fault.ts";
import {
  addInts,
  chargeProduct,
  counted,
  multiplyInts,
  powerOfInts,
  shiftIntLeft,
  subtractInts,
} from "./integer-limit.ts";
import { BinaryKind, binary, inplace } from "./operators.ts";

/** `x <kind> y`. */
export function arithmetic(vm: Machine, kind: BinaryKind, x: Value, y: Value): Result {
  if (isInt(x) && isInt(y)) return ofInts(vm, kind, x, y);
  if ((typeof x === "boolean" || typeof y === "boolean") && kind <= BinaryKind.Power) {
    const a = typeof x === "boolean" ? (x ? 1 : 0) : x;
    const b = typeof y === "boolean" ? (y ? 1 : 0) : y;
    if (isNumber(a) && isNumber(b)) return arithmetic(vm, kind, a, b);
  }
  if (kind <= BinaryKind.Modulo) {
    const a = x instanceof PyFloat ? x.v : typeof x === "number" ? x : undefined;
    const b = y instanceof PyFloat ? y.v : typeof y === "number" ? y : undefined;
    // Two plain ints were dealt with above, so one of these is a float.
    if (a !== undefined && b !== undefined) return ofFloats(vm, kind, a, b);
  }
  if (typeof x === "string" && typeof y === "string" && kind === BinaryKind.Add) {
    if (x.length + y.length > vm.limits.length) return binary(vm, kind, x, y);
    charge(vm, y.length);
    vm.joined += x.length + y.length;
    return x + y;
  }
  if (
    kind === BinaryKind.Add &&
    x instanceof PyList &&
    y instanceof PyList &&
    x.type === listType &&
    y.type === listType
  ) {
    if (x.items.length + y.items.length <= vm.limits.length) return newList(joinedItems(vm, x.items, y.items));
  }
  return binary(vm, kind, x, y);
}

/** Up to this many items are appended one by one, which costs the host less than joining arrays. */
const FEW = 100;

/** The items of two sequences, one after the other. */
export function joinedItems(vm: Machine, a: readonly Value[], b: readonly Value[]): Value[] {
  allocate(vm, a.length + b.length, ITEM_BYTES);
  if (b.length > FEW) return a.concat(b);
  const items = a.slice();
  for (let i = 0; i < b.length; i++) items.push(b[i] as Value);
  return items;
}

/** `x <kind>= y`. Numbers have no in-place methods, so two of them need no look-up. */
export function inplaceArithmetic(vm: Machine, kind: BinaryKind, x: Value, y: Value): Result {
  if (kind !== BinaryKind.MatrixMultiply && isInt(x) && isInt(y)) return ofInts(vm, kind, x, y);
  const isPlain = kind <= BinaryKind.Power && isNumber(x) && isNumber(y);
  return isPlain || (kind === BinaryKind.Add && typeof x === "string" && typeof y === "string")
    ? arithmetic(vm, kind, x, y)
    : inplace(vm, kind, x, y);
}

function isInt(value: Value): value is Int {
  return typeof value === "number" || typeof value === "bigint";
}

function isNumber(value: Value): boolean {
  return typeof value !== "string" && (typeof value !== "object" || value instanceof PyFloat);
}

function ofInts(vm: Machine, kind: BinaryKind, x: Int, y: Int): Result {
  switch (kind) {
    case BinaryKind.Add:
      return addInts(vm, x, y);
    case BinaryKind.Subtract:
      return subtractInts(vm, x, y);
    case BinaryKind.Multiply:
      return multiplyInts(vm, x, y);
    case BinaryKind.Divide: {
      chargeProduct(vm, x, y);
      const quotient = trueDiv(x, y);
      return quotient instanceof Fault ? raiseFault(vm, quotient) : new PyFloat(quotient);
    }
    case BinaryKind.FloorDivide:
      chargeProduct(vm, x, y);
      return checked(vm, floorDiv(x, y));
    case BinaryKind.Modulo:
      chargeProduct(vm, x, y);
      return checked(vm, mod(x, y));
    case BinaryKind.Power:
      return powerOfInts(vm, x, y);
    case BinaryKind.ShiftLeft:
      return shiftIntLeft(vm, x, y);
    case BinaryKind.ShiftRight:
      return checked(vm, shiftRight(x, y));
    case BinaryKind.BitAnd:
      return counted(vm, and(x, y));
    case BinaryKind.BitOr:
      return counted(vm, or(x, y));
    case BinaryKind.BitXor:
      return counted(vm, xor(x, y));
    default:
      return binary(vm, kind, x, y);
  }
}

function checked(vm: Machine, result: Int | Fault): Result {
  return result instanceof Fault ? raiseFault(vm, result) : counted(vm, result);
}

function ofFloats(vm: Machine, kind: BinaryKind, a: number, b: number): Result {
  let result: number | Fault;
  switch (kind) {
    case BinaryKind.Add:
      return new PyFloat(a + b);
    case BinaryKind.Subtract:
      return new PyFloat(a - b);
    case BinaryKind.Multiply:
      return new PyFloat(a * b);
    case BinaryKind.Divide:
      result = floatDiv(a, b);
      break;
    case BinaryKind.FloorDivide:
      result = floatFloorDiv(a, b);
      break;
    default:
      result = floatMod(a, b);
  }
  return result instanceof Fault ? raiseFault(vm, result) : new PyFloat(result);
}
