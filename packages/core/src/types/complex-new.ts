// complex(real, imag): from numbers, from text, by `__complex__`.
import { complexType } from "../objects/builtin-types.ts";
import { PyPayload } from "../objects/instance.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyComplex, PyFloat } from "../objects/numbers.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { Fault } from "../numeric/fault.ts";
import { parseComplex } from "../text/complex-text.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { callMethod } from "../protocol/call.ts";
import { raiseFault } from "../protocol/fault.ts";
import { asString, special } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { isReal, plainReal, real } from "../protocol/real.ts";
import { classFor } from "../protocol/class-for.ts";
import { instanceOf } from "./new-payload.ts";
import { deprecated, subclassAnswer, type WarnThen } from "../protocol/warn.ts";

export function newComplex(vm: Machine, cls: Value, realPart?: Value, imagPart?: Value): Result {
  const type = classFor(vm, complexType, cls);
  if (type === undefined) return undefined;
  const first = realPart ?? 0;
  const text = asString(first);
  if (text !== undefined) {
    if (imagPart !== undefined) return raiseTypeError(vm, "complex() can't take second arg if first is a string");
    const value = parseComplex(text);
    if (value instanceof Fault) return raiseFault(vm, value);
    return instanceOf(type, complexType, new PyComplex(value.re, value.im));
  }
  if (asString(imagPart) !== undefined) return raiseTypeError(vm, "complex() second arg can't be a string");
  if (!isNumber(first)) {
    return raiseTypeError(vm, `complex() first argument must be a string or a number, not '${typeOf(first).name}'`);
  }
  if (imagPart !== undefined && !isReal(imagPart) && complexOf(imagPart) === undefined) {
    return raiseTypeError(vm, `complex() second argument must be a number, not '${typeOf(imagPart).name}'`);
  }
  // Plain numbers need no frame.
  const a = plainPart(first);
  const b = imagPart === undefined ? null : plainPart(imagPart);
  if (a !== undefined && b !== undefined) return joined(type, a, b);
  return asking(vm, PARTS, { type, parts: imagPart === undefined ? [first] : [first, imagPart], converted: [] });
}

function isNumber(value: Value): boolean {
  return isReal(value) || complexOf(value) !== undefined || special(value, "__complex__") !== undefined;
}

/** The complex number inside a complex or an instance of a subclass. */
function complexOf(value: Value): PyComplex | undefined {
  const plain = value instanceof PyPayload ? value.payload : value;
  return plain instanceof PyComplex ? plain : undefined;
}

function plainPart(value: Value): PyComplex | PyFloat | undefined {
  if (value instanceof PyComplex || value instanceof PyFloat) return value;
  if (value instanceof PyPayload) return undefined;
  const plain = plainReal(value);
  return typeof plain === "number" ? new PyFloat(plain) : undefined;
}

/** real + imag * 1j, where either part may be complex itself. */
function joined(type: PyType, a: PyComplex | PyFloat, b: PyComplex | PyFloat | null): Value {
  if (a instanceof PyComplex && b === null) return instanceOf(type, complexType, a);
  let re = a instanceof PyComplex ? a.real : a.v;
  let im = b === null ? 0 : b instanceof PyComplex ? b.real : b.v;
  if (b instanceof PyComplex) re -= b.imaginary;
  if (a instanceof PyComplex) im += a.imaginary;
  return instanceOf(type, complexType, new PyComplex(re, im));
}

interface PartsState {
  readonly type: PyType;
  readonly parts: readonly Value[];
  readonly converted: (PyComplex | PyFloat)[];
}

const PARTS_ON: WarnThen<PartsState> = {
  run: (vm, state) => (state.converted.length < state.parts.length ? asking(vm, PARTS, state) : joinedParts(state)),
};

function joinedParts({ type, converted }: PartsState): Value {
  return joined(type, converted[0] as PyComplex | PyFloat, converted[1] ?? null);
}

/** Converts one part after the other: the real one by `__complex__` too. */
const PARTS: Asking<PartsState> = {
  ask(vm, { parts, converted }) {
    const part = parts[converted.length] as Value;
    const method = converted.length === 0 && !(part instanceof PyComplex) ? special(part, "__complex__") : undefined;
    if (method !== undefined) return callMethod(vm, method, part, []);
    return complexOf(part) ?? real(vm, part);
  },
  take(vm, { type, parts, converted }, answer) {
    const part = parts[converted.length] as Value;
    const isComplex = complexOf(answer);
    if (isComplex !== undefined) {
      converted.push(isComplex);
      if (!(answer instanceof PyComplex)) {
        return deprecated(vm, subclassAnswer("__complex__", "complex", answer), PARTS_ON, { type, parts, converted });
      }
    } else if (converted.length === 0 && special(part, "__complex__") !== undefined) {
      return raiseTypeError(vm, `__complex__ returned non-complex (type ${typeOf(answer).name})`);
    } else converted.push(answer as PyFloat);
    if (converted.length < parts.length) return AGAIN;
    return joinedParts({ type, parts, converted });
  },
};
