// Warnings about expressions that can only be mistakes.

import type { Constant } from "../bytecode/code.ts";
import type * as ast from "../syntax/ast.ts";
import { constantOf } from "./fold.ts";
import type { Unit } from "./unit.ts";

const CONSTANT_TYPES: Readonly<Record<Constant["type"], string>> = {
  none: "NoneType",
  ellipsis: "ellipsis",
  bool: "bool",
  int: "int",
  float: "float",
  imaginary: "complex",
  str: "str",
  bytes: "bytes",
  tuple: "tuple",
  frozenset: "frozenset",
  code: "code",
};

/** The name of the type that an expression certainly has, or null. */
function typeOf(node: ast.Expression): string | null {
  switch (node.kind) {
    case "Tuple":
      return "tuple";
    case "List":
    case "ListComp":
      return "list";
    case "Dict":
    case "DictComp":
      return "dict";
    case "Set":
    case "SetComp":
      return "set";
    case "GeneratorExp":
      return "generator";
    case "Lambda":
      return "function";
    case "JoinedStr":
    case "FormattedValue":
      return "str";
    default: {
      const constant = constantOf(node);
      return constant === null ? null : CONSTANT_TYPES[constant.type];
    }
  }
}

/** Identity of a number or a string is an accident. */
export function warnCompare(unit: Unit, node: ast.Compare): void {
  let left = node.left;
  for (const [at, op] of node.ops.entries()) {
    const right = node.comparators[at] as ast.Expression;
    if (op === "is" || op === "is not") {
      const type = literalType(left) ?? literalType(right);
      if (type !== null) {
        const advice = op === "is" ? "==" : "!=";
        unit.compilation.warn(`"${op}" with '${type}' literal. Did you mean "${advice}"?`, node);
        return;
      }
    }
    left = right;
  }
}

function literalType(node: ast.Expression): string | null {
  const constant = constantOf(node);
  if (constant === null || ["none", "bool", "ellipsis"].includes(constant.type)) return null;
  return CONSTANT_TYPES[constant.type];
}

/** `[(1, 2) (3, 4)]`. */
export function warnCall(unit: Unit, node: ast.Call): void {
  const { kind } = node.func;
  if (kind === "Name" || kind === "Attribute" || kind === "Lambda") return;
  const type = typeOf(node.func);
  if (type === null) return;
  unit.compilation.warn(`'${type}' object is not callable; perhaps you missed a comma?`, node.func);
}

/** `[1 [2]]` and `[(1, 2) [3, 4]]`. */
export function warnIndex(unit: Unit, node: ast.Subscript): void {
  const { kind } = node.value;
  if (kind === "Name" || kind === "Attribute") return;
  const type = typeOf(node.value);
  switch (type) {
    case "NoneType":
    case "ellipsis":
    case "bool":
    case "int":
    case "float":
    case "complex":
    case "set":
    case "generator":
    case "function":
      unit.compilation.warn(`'${type}' object is not subscriptable; perhaps you missed a comma?`, node.value);
      return;
    case "str":
    case "bytes":
    case "tuple":
    case "list": {
      const index = typeOf(node.index);
      if (index === null || index === "int" || index === "bool") return;
      const message = `${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`;
      unit.compilation.warn(message, node.value);
    }
  }
}

export function warnAssert(unit: Unit, node: ast.Assert): void {
  if (node.test.kind !== "Tuple" || node.test.elements.length === 0) return;
  unit.compilation.warn("assertion is always true, perhaps remove parentheses?", node);
}
