// Between ints and floats: conversion with the right rounding or none, and exact comparison.

import { Fault } from "./fault.ts";
import { type Int, normalize } from "./int.ts";

const TOO_LARGE = new Fault("OverflowError", "int too large to convert to float");

/** float(n): the nearest double, ties to even; a Fault beyond the range of doubles. */
export function toFloat(n: Int): number | Fault {
  if (typeof n === "number") return n;
  const value = Number(n);
  return Number.isFinite(value) ? value : TOO_LARGE;
}

/** int(x): the integral part of a double, exactly. */
export function fromFloat(x: number): Int | Fault {
  const whole = Math.trunc(x);
  if (Number.isSafeInteger(whole)) return whole + 0;
  if (Number.isFinite(x)) return normalize(BigInt(whole));
  return notIntegral(x);
}

/** math.floor(x) as an int. */
export function floorFloat(x: number): Int | Fault {
  return fromFloat(Math.floor(x));
}

/** math.ceil(x) as an int. */
export function ceilFloat(x: number): Int | Fault {
  return fromFloat(Math.ceil(x));
}

/** round(x) without digits: the nearest int, ties to even. */
export function roundFloatToInt(x: number): Int | Fault {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest === 0.5) return fromFloat(floor % 2 === 0 ? floor : floor + 1);
  // A double with a fraction is below 2**52, so floor + 1 is exact.
  return fromFloat(rest > 0.5 ? floor + 1 : floor);
}

function notIntegral(x: number): Fault {
  if (Number.isNaN(x)) return new Fault("ValueError", "cannot convert float NaN to integer");
  return new Fault("OverflowError", "cannot convert float infinity to integer");
}

/** -1, 0 or 1 as int n is below, equal to or above float x, exactly; undefined when x is nan. */
export function compareWithFloat(n: Int, x: number): -1 | 0 | 1 | undefined {
  // JS compares bigint with number by mathematical value.
  if (n < x) return -1;
  if (n > x) return 1;
  return Number.isNaN(x) ? undefined : 0;
}

/** Whether int n and float x are the same number. */
export function equalsFloat(n: Int, x: number): boolean {
  return compareWithFloat(n, x) === 0;
}
