// Arithmetic on constants, where it cannot fail and the result stays small.

import type { Constant } from "../bytecode/code.ts";
import type { BinaryOperator } from "../syntax/ast.ts";

const MAX_BITS = 128;
const MAX_LENGTH = 4096;
const MAX_ITEMS = 256;

type Number =
  | { readonly type: "int"; readonly value: number | bigint }
  | { readonly type: "float"; readonly value: number };

export function foldBinary(op: BinaryOperator, left: Constant, right: Constant): Constant | null {
  const a = asNumber(left);
  const b = asNumber(right);
  if (a !== null && b !== null) {
    if (a.type === "int" && b.type === "int") {
      // The bitwise operators give a bool for two bools.
      if (left.type === "bool" && right.type === "bool" && "&|^".includes(op)) return null;
      return foldInts(op, a.value, b.value);
    }
    if (typeof a.value === "bigint" || typeof b.value === "bigint") return null;
    return foldFloats(op, a.value, b.value);
  }
  if (op === "+") return concatenate(left, right);
  if (op !== "*") return null;
  if (b?.type === "int") return repeat(left, b.value);
  return a?.type === "int" ? repeat(right, a.value) : null;
}

function asNumber(constant: Constant): Number | null {
  if (constant.type === "bool") return { type: "int", value: constant.value ? 1 : 0 };
  return constant.type === "int" || constant.type === "float" ? constant : null;
}

function foldInts(op: BinaryOperator, left: number | bigint, right: number | bigint): Constant | null {
  if (op === "/") {
    if (typeof left === "bigint" || typeof right === "bigint" || right === 0) return null;
    return { type: "float", value: left / right };
  }
  const result = foldBigInts(op, BigInt(left), BigInt(right));
  if (result === null) return null;
  const small = Number(result);
  return { type: "int", value: Number.isSafeInteger(small) ? small : result };
}

function foldBigInts(op: BinaryOperator, left: bigint, right: bigint): bigint | null {
  switch (op) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return bitLength(left) + bitLength(right) > MAX_BITS ? null : left * right;
    case "//":
    case "%": {
      if (right === 0n) return null;
      // The remainder takes the sign of the divisor.
      const rest = left % right;
      const remainder = rest !== 0n && rest < 0n !== right < 0n ? rest + right : rest;
      return op === "%" ? remainder : (left - remainder) / right;
    }
    case "**":
      if (right < 0n || right > BigInt(MAX_BITS)) return null;
      return bitLength(left) * Number(right) > MAX_BITS ? null : left ** right;
    case "<<":
      if (right < 0n || right > BigInt(MAX_BITS)) return null;
      return bitLength(left) + Number(right) > MAX_BITS ? null : left << right;
    case ">>":
      return right < 0n ? null : left >> right;
    case "&":
      return left & right;
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    default:
      return null;
  }
}

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}

// Floor division, remainder and power of floats are left to the one place that defines them.
function foldFloats(op: BinaryOperator, left: number, right: number): Constant | null {
  switch (op) {
    case "+":
      return { type: "float", value: left + right };
    case "-":
      return { type: "float", value: left - right };
    case "*":
      return { type: "float", value: left * right };
    case "/":
      return right === 0 ? null : { type: "float", value: left / right };
    default:
      return null;
  }
}

function concatenate(left: Constant, right: Constant): Constant | null {
  if (left.type === "str" && right.type === "str") {
    if (left.value.length + right.value.length > MAX_LENGTH) return null;
    return { type: "str", value: left.value + right.value };
  }
  if (left.type === "bytes" && right.type === "bytes") {
    if (left.value.length + right.value.length > MAX_LENGTH) return null;
    return { type: "bytes", value: Uint8Array.of(...left.value, ...right.value) };
  }
  if (left.type === "tuple" && right.type === "tuple") {
    if (left.items.length + right.items.length > MAX_ITEMS) return null;
    return { type: "tuple", items: [...left.items, ...right.items] };
  }
  return null;
}

function repeat(what: Constant, times: number | bigint): Constant | null {
  if (typeof times === "bigint" || times < 0) return null;
  switch (what.type) {
    case "str":
      return what.value.length * times > MAX_LENGTH ? null : { type: "str", value: what.value.repeat(times) };
    case "bytes": {
      if (what.value.length * times > MAX_LENGTH) return null;
      const value = new Uint8Array(what.value.length * times);
      for (let at = 0; at < value.length; at += what.value.length) value.set(what.value, at);
      return { type: "bytes", value };
    }
    case "tuple":
      if (what.items.length * times > MAX_ITEMS) return null;
      return { type: "tuple", items: Array.from({ length: times }, () => what.items).flat() };
    default:
      return null;
  }
}
