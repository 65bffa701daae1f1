// Parameters that natives take as numbers or truth values: converted by `__index__` or `__bool__` before the body runs.
import type { Machine } from "../objects/machine.ts";
import type { NativeBody } from "../objects/native.ts";
import type { NativeOp } from "../objects/native-op.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import { isBuffer } from "./buffer.ts";
import { index } from "./conversion.ts";
import { pushNative } from "./frames.ts";
import { isSize } from "./index-size.ts";
import { asInt, special } from "./lookup.ts";
import { raiseOverflowError, raiseTypeError } from "./raise.ts";
import { truth } from "./truth.ts";

/** How a body wants one argument; an omitted argument (undefined) stays undefined in every case. */
export enum Want {
  /** As it is. */
  Any,
  /** A `number | bigint`, from an int or `__index__`. */
  Index,
  /** A `number` that fits a machine word (OverflowError otherwise), from an int or `__index__`. */
  Size,
  /** A `number | bigint`, or undefined for None: the bounds of `find(sub, start, end)` and its kin. */
  Bound,
  /** A `boolean`. */
  Truth,
  /** A `number | bigint` from an int or `__index__`; bytes-like objects and all others as they are. */
  ByteOrBuffer,
}

/** A conversion table and the body behind it: static data, held by the native frame that converts. */
interface Conversion {
  readonly wants: readonly Want[];
  readonly body: NativeBody;
}

type Argument = Value | undefined;

/**
 * A body whose arguments after self are converted as `wants` says (four at most; more are passed as they are). When all
 * are plain already it is called at once, else a native frame converts them first.
 */
export function converting(wants: readonly Want[], body: NativeBody): NativeBody {
  const conversion: Conversion = { wants, body };
  const [first = Want.Any, second = Want.Any, third = Want.Any, fourth = Want.Any] = wants;
  return (vm: Machine, self: Value, a?: Argument, b?: Argument, c?: Argument, d?: Argument): Result => {
    // Nearly always everything is as wanted.
    if (isReady(a, first) && isReady(b, second) && isReady(c, third) && isReady(d, fourth)) {
      return body(vm, self, a, b, c, d);
    }
    const args = [a, b, c, d];
    for (let i = 0; i < wants.length; i++) {
      const argument = args[i];
      const want = wants[i] as Want;
      if (argument === undefined || isReady(argument, want)) continue;
      if (!isPlain(argument, want)) {
        return pushNative(vm, convertOp, { conversion, self, args, at: i, isRunning: false });
      }
      if (!accept(vm, args, i, want, argument)) return undefined;
    }
    return body(vm, self, args[0], args[1], args[2], args[3]);
  };
}

function isReady(argument: Argument, want: Want): boolean {
  if (argument === undefined || want === Want.Any) return true;
  return typeof argument === (want === Want.Truth ? "boolean" : "number");
}

function isPlain(argument: Value, want: Want): boolean {
  if (want === Want.Truth) return typeof argument !== "object" || argument === NONE;
  if (want === Want.Bound && argument === NONE) return true;
  if (want === Want.ByteOrBuffer && (isBuffer(argument) || special(argument, "__index__") === undefined)) return true;
  return asInt(argument) !== undefined;
}

/** Put an argument that needs no Python in its place, in the form wanted; false after raising. */
function accept(vm: Machine, args: Argument[], at: number, want: Want, argument: Value): boolean {
  if (want === Want.Truth) {
    args[at] = argument !== NONE && argument !== 0 && argument !== "" && argument !== false;
    return true;
  }
  let value = asInt(argument);
  if (value === undefined && want === Want.ByteOrBuffer) return true;
  if (want === Want.Size && typeof value === "bigint") {
    if (!isSize(value)) {
      raiseOverflowError(vm, "Python int too large to convert to C ssize_t");
      return false;
    }
    value = Number(value);
  }
  args[at] = value;
  return true;
}

interface ConvertState {
  readonly conversion: Conversion;
  readonly self: Value;
  readonly args: Argument[];
  at: number;
  isRunning: boolean;
}

const convertOp: NativeOp<ConvertState> = {
  name: "arguments",
  step(vm, state, input) {
    if (state.isRunning) return input;
    const { wants, body } = state.conversion;
    const { args } = state;
    let answer: Result = input;
    for (; state.at < wants.length; state.at++) {
      const want = wants[state.at] as Want;
      const argument = args[state.at];
      if (argument === undefined || want === Want.Any) continue;
      if (answer === undefined) {
        if (isPlain(argument, want)) answer = argument;
        else if (want === Want.Truth) answer = truth(vm, argument);
        else if (want === Want.Bound && special(argument, "__index__") === undefined) {
          return raiseTypeError(vm, "slice indices must be integers or None or have an __index__ method");
        } else answer = index(vm, argument);
        if (answer === undefined) return undefined;
      }
      if (!accept(vm, args, state.at, want, answer)) return undefined;
      answer = undefined;
    }
    state.isRunning = true;
    return body(vm, state.self, args[0], args[1], args[2], args[3]);
  },
};
