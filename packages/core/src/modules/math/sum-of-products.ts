// sumprod: exact over ints, rounded once over floats, plain arithmetic over everything else.
import type { Machine } from "../../objects/machine.ts";
import type { NativeOp } from "../../objects/native-op.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { DONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { addExactly, exactSum, type ExactSum, roundExactSum } from "../../numeric/exact-sum.ts";
import { twoProduct } from "../../numeric/double-double.ts";
import { Fault } from "../../numeric/fault.ts";
import type { Int } from "../../numeric/int.ts";
import { toFloat } from "../../numeric/int-float.ts";
import { arithmetic } from "../../protocol/arithmetic.ts";
import { more, pushNative } from "../../protocol/frames.ts";
import { addInts, multiplyInts } from "../../protocol/integer-limit.ts";
import { getIterator, next } from "../../protocol/iterate.ts";
import { BinaryKind } from "../../protocol/operators.ts";
import { raiseValueError } from "../../protocol/raise.ts";

/** Pairs dealt with in one step. */
const STRIDE = 1024;

enum Stage {
  Left,
  Right,
  /** The next input is an item, or the end, of p. */
  NextLeft,
  NextRight,
  /** The next input is a product. */
  Product,
  /** The next input is the new total. */
  Total,
  /** The next input is the new total; what was met so far goes on as plain arithmetic. */
  Flushed,
}

/** How pairs are added up: each way leads to the one after it, at the first pair that it cannot take. */
enum Way {
  Ints,
  Floats,
  Plain,
}

interface SumState {
  readonly p: Value;
  readonly q: Value;
  left: Value | undefined;
  right: Value | undefined;
  x: Value | undefined;
  y: Value | undefined;
  total: Value;
  way: Way;
  ints: Int;
  floats: ExactSum | null;
  /** The same sum without care, for when the exact one overflows. */
  rough: number;
  isExact: boolean;
  stage: Stage;
}

export function sumprod(vm: Machine, p: Value, q: Value): Result {
  return pushNative(vm, sumOp, {
    p,
    q,
    left: undefined,
    right: undefined,
    x: undefined,
    y: undefined,
    total: 0,
    way: Way.Ints,
    ints: 0,
    floats: null,
    rough: 0,
    isExact: true,
    stage: Stage.Left,
  });
}

const sumOp: NativeOp<SumState> = {
  name: "sumprod",
  step(vm, state, input) {
    let answer: Result = input;
    for (let left = STRIDE; left > 0 || answer !== undefined; left--) {
      switch (state.stage) {
        case Stage.Left:
          answer ??= getIterator(vm, state.p);
          if (answer === undefined) return undefined;
          state.left = answer;
          state.stage = Stage.Right;
          answer = undefined;
          break;
        case Stage.Right:
          answer ??= getIterator(vm, state.q);
          if (answer === undefined) return undefined;
          state.right = answer;
          state.stage = Stage.NextLeft;
          answer = undefined;
          break;
        case Stage.NextLeft:
          answer ??= next(vm, state.left as Value);
          if (answer === undefined) return undefined;
          state.x = answer;
          state.stage = Stage.NextRight;
          answer = undefined;
          break;
        case Stage.NextRight: {
          answer ??= next(vm, state.right as Value);
          if (answer === undefined) return undefined;
          state.y = answer;
          const isEnd = state.x === DONE;
          if (isEnd !== (answer === DONE)) return raiseValueError(vm, "Inputs are not the same length");
          answer = undefined;
          if (!isEnd && addQuickly(vm, state)) {
            state.stage = Stage.NextLeft;
            break;
          }
          if (vm.error !== null) return undefined;
          const rest = flush(state);
          state.stage = Stage.Flushed;
          answer = rest === undefined ? state.total : arithmetic(vm, BinaryKind.Add, state.total, rest);
          if (answer === undefined) return undefined;
          break;
        }
        case Stage.Flushed:
          state.total = answer as Value;
          if (state.x === DONE) return state.total;
          answer = undefined;
          if (state.way !== Way.Plain && addQuickly(vm, state)) {
            state.stage = Stage.NextLeft;
            break;
          }
          if (vm.error !== null) return undefined;
          state.way = Way.Plain;
          state.stage = Stage.Product;
          answer = arithmetic(vm, BinaryKind.Multiply, state.x as Value, state.y as Value);
          if (answer === undefined) return undefined;
          break;
        case Stage.Product:
          state.stage = Stage.Total;
          answer = arithmetic(vm, BinaryKind.Add, state.total, answer as Value);
          if (answer === undefined) return undefined;
          break;
        default:
          state.total = answer as Value;
          state.stage = Stage.NextLeft;
          answer = undefined;
      }
    }
    return more(vm);
  },
};

/** Add a pair without Python; false where that way does not take it (or after raising). */
function addQuickly(vm: Machine, state: SumState): boolean {
  const { x, y } = state;
  if (state.way === Way.Ints) {
    if (!isLong(x) || !isLong(y)) return false;
    const product = multiplyInts(vm, x, y);
    const sum = isLong(product) ? addInts(vm, state.ints, product) : undefined;
    if (!isLong(sum)) return false;
    state.ints = sum;
    return true;
  }
  if (state.way !== Way.Floats || !(x instanceof PyFloat || y instanceof PyFloat)) return false;
  const a = asDouble(x as Value);
  const b = asDouble(y as Value);
  if (a === undefined || b === undefined) return false;
  addProduct(state, a, b);
  return true;
}

function isInt(value: Value | undefined): value is Int {
  return typeof value === "number" || typeof value === "bigint";
}

/** Whether it is an int of 64 bits: CPython adds those up apart. */
function isLong(value: Value | undefined): value is Int {
  return typeof value === "number" || (typeof value === "bigint" && BigInt.asIntN(64, value) === value);
}

function asDouble(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.v;
  if (typeof value === "boolean") return Number(value);
  if (!isInt(value)) return undefined;
  const double = toFloat(value);
  return double instanceof Fault ? undefined : double;
}

function addProduct(state: SumState, a: number, b: number): void {
  state.floats ??= exactSum();
  state.rough += a * b;
  if (!state.isExact) return;
  const product = twoProduct(a, b);
  if (!Number.isFinite(product.low) || addExactly(state.floats, product.high) !== undefined) state.isExact = false;
  else addExactly(state.floats, product.low);
}

/** Go over to the next way; answers what the one left behind has summed up. */
function flush(state: SumState): Value | undefined {
  if (state.way === Way.Ints) {
    state.way = Way.Floats;
    return state.ints === 0 ? undefined : state.ints;
  }
  state.way = Way.Plain;
  if (state.floats === null) return undefined;
  const exact = state.isExact ? roundExactSum(state.floats) : state.rough;
  state.floats = null;
  return new PyFloat(exact instanceof Fault ? state.rough : exact);
}
