// The dispatch over the kinds of expressions.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { comprehension, generatorExpression } from "./comprehensions.ts";
import { boolOp, ifExp } from "./conditions.ts";
import { dict, list, set, tuple } from "./displays.ts";
import { lambda } from "./functions.ts";
import { loadName, localRegister, storeName } from "./names.ts";
import { compare, loadConstant, spine, unary } from "./operators.ts";
import { formattedValue, joinedString } from "./strings.ts";
import { slice } from "./subscripts.ts";
import { isSuper, superAttribute, superMethodCall } from "./super.ts";
import { awaitValue, yieldFrom, yieldValue } from "./suspensions.ts";
import type { Unit } from "./unit.ts";

/** Evaluates an expression; see `Visitor.expression`. */
export function expression(unit: Unit, node: ast.Expression, target: number): number {
  switch (node.kind) {
    case "Name":
      return loadName(unit, node, target);
    case "Constant":
      return loadConstant(unit, node, node.value, target);
    case "Attribute":
      return isSuper(unit, node) ? superAttribute(unit, node, target) : spine(unit, node, target);
    case "Call":
      return isSuper(unit, node) ? superMethodCall(unit, node, target) : spine(unit, node, target);
    case "BinOp":
    case "Subscript":
      return spine(unit, node, target);
    case "UnaryOp":
      return unary(unit, node, target);
    case "Compare":
      return compare(unit, node, target);
    case "BoolOp":
      return boolOp(unit, node, target);
    case "IfExp":
      return ifExp(unit, node, target);
    case "JoinedStr":
      return joinedString(unit, node, target);
    case "FormattedValue":
      return formattedValue(unit, node, target);
    case "Tuple":
      return tuple(unit, node, target);
    case "List":
      return list(unit, node, target);
    case "Dict":
      return dict(unit, node, target);
    case "Set":
      return set(unit, node, target);
    case "ListComp":
    case "SetComp":
    case "DictComp":
      return comprehension(unit, node, target);
    case "GeneratorExp":
      return generatorExpression(unit, node, target);
    case "Lambda":
      return lambda(unit, node, target);
    case "NamedExpr":
      return namedExpression(unit, node, target);
    case "Await":
      return awaitValue(unit, node, target);
    case "Yield":
      return yieldValue(unit, node, target);
    case "YieldFrom":
      return yieldFrom(unit, node, target);
    case "Slice":
      return slice(unit, node, target);
    case "Starred":
      throw unit.error("can't use starred expression here", node);
  }
}

function namedExpression(unit: Unit, node: ast.NamedExpr, target: number): number {
  const register = localRegister(unit, node.target.id);
  if (register >= 0) {
    unit.into(node.value, register);
    unit.builder.markBound(register);
    // Another assignment to the name may follow before the value is used.
    if (target < 0 && !unit.scope.repeatedWalrus.has(unit.mangle(node.target.id))) return register;
    const result = unit.result(target);
    unit.emit(node, Op.Move, result, register);
    return result;
  }
  const result = unit.value(node.value, target);
  storeName(unit, node.target.id, result, node.target);
  return result;
}
