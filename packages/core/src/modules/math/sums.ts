// fsum and prod: one pass over any iterable.
import type { Machine } from "../../objects/machine.ts";
import { PyFloat } from "../../objects/numbers.ts";
import { NONE } from "../../objects/singletons.ts";
import type { Result, Value } from "../../objects/value.ts";
import { addExactly, exactSum, type ExactSum, roundExactSum } from "../../numeric/exact-sum.ts";
import { arithmetic } from "../../protocol/arithmetic.ts";
import { type Asking, asking } from "../../protocol/asking.ts";
import { each, type EachAction, NEEDS_FRAME } from "../../protocol/each.ts";
import { raiseFault } from "../../protocol/fault.ts";
import { BinaryKind } from "../../protocol/operators.ts";
import { double } from "../../protocol/real.ts";
import { float, quickReal } from "./reals.ts";

function addTo(vm: Machine, sum: ExactSum, x: number): Result {
  const fault = addExactly(sum, x);
  return fault === undefined ? NONE : raiseFault(vm, fault);
}

const ADD: Asking<{ readonly sum: ExactSum; readonly item: Value }> = {
  ask: (vm, { item }) => double(vm, item),
  take: (vm, { sum }, answer) => addTo(vm, sum, (answer as PyFloat).v),
};

const sumEach: EachAction<ExactSum> = {
  leaf(vm, sum, item) {
    const x = quickReal(item);
    return x === undefined ? NEEDS_FRAME : addTo(vm, sum, x);
  },
  item(vm, sum, item) {
    const x = quickReal(item);
    return x === undefined ? asking(vm, ADD, { sum, item }) : addTo(vm, sum, x);
  },
  end: (vm, sum) => float(vm, roundExactSum(sum)),
};

export function fsum(vm: Machine, iterable: Value): Result {
  return each(vm, iterable, sumEach, exactSum());
}

interface Product {
  value: Value;
}

const MULTIPLY: Asking<{ readonly product: Product; readonly item: Value }> = {
  ask: (vm, { product, item }) => arithmetic(vm, BinaryKind.Multiply, product.value, item),
  take(_vm, { product }, answer) {
    product.value = answer;
    return NONE;
  },
};

function isPlainNumber(value: Value): boolean {
  return typeof value === "number" || typeof value === "bigint" || value instanceof PyFloat;
}

function multiply(vm: Machine, product: Product, item: Value): Result {
  const value = arithmetic(vm, BinaryKind.Multiply, product.value, item);
  if (value === undefined) return undefined;
  product.value = value;
  return NONE;
}

const productEach: EachAction<Product> = {
  leaf: (vm, product, item) =>
    isPlainNumber(product.value) && isPlainNumber(item) ? multiply(vm, product, item) : NEEDS_FRAME,
  item: (vm, product, item) =>
    isPlainNumber(product.value) && isPlainNumber(item)
      ? multiply(vm, product, item)
      : asking(vm, MULTIPLY, { product, item }),
  end: (_vm, product) => product.value,
};

export function prod(vm: Machine, iterable: Value, start: Value = 1): Result {
  return each(vm, iterable, productEach, { value: start });
}
