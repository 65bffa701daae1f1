// Which expressions can be bound, and what each kind is called in a message.

import type { Expression, Target } from "./ast.ts";

/** Where a target stands: `del` binds no stars; `for` forgives nothing that `=` does not. */
export type TargetPlace = "assign" | "delete" | "for";

/** Whether `=`, `for`, `with` or `del` can have the expression on their receiving side. */
export function isTarget(expression: Expression, place: TargetPlace = "assign"): expression is Target {
  return findInvalidTarget(expression, place) === null;
}

/** Whether an augmented or annotated assignment can. */
export function isSingleTarget(expression: Expression): boolean {
  return expression.kind === "Name" || expression.kind === "Attribute" || expression.kind === "Subscript";
}

/** The innermost part that spoils the target, or null. */
export function findInvalidTarget(expression: Expression, place: TargetPlace): Expression | null {
  switch (expression.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return null;
    case "Starred":
      if (place === "delete") return expression;
      return findInvalidTarget(expression.value, place);
    case "List":
    case "Tuple":
      for (const element of expression.elements) {
        const invalid = findInvalidTarget(element, place);
        if (invalid !== null) return invalid;
      }
      return null;
    case "Compare":
      // In `for x + 1 in y` the comparison is not what the writer meant: its left side is.
      if (place !== "for") return expression;
      return expression.ops[0] === "in" ? findInvalidTarget(expression.left, place) : null;
    default:
      return expression;
  }
}

/** What a message calls an expression. */
export function expressionName(expression: Expression): string {
  switch (expression.kind) {
    case "Attribute":
      return "attribute";
    case "Subscript":
      return "subscript";
    case "Starred":
      return "starred";
    case "Name":
      return "name";
    case "List":
      return "list";
    case "Tuple":
      return "tuple";
    case "Lambda":
      return "lambda";
    case "Call":
      return "function call";
    case "BoolOp":
    case "BinOp":
    case "UnaryOp":
      return "expression";
    case "GeneratorExp":
      return "generator expression";
    case "Yield":
    case "YieldFrom":
      return "yield expression";
    case "Await":
      return "await expression";
    case "ListComp":
      return "list comprehension";
    case "SetComp":
      return "set comprehension";
    case "DictComp":
      return "dict comprehension";
    case "Dict":
      return "dict literal";
    case "Set":
      return "set display";
    case "JoinedStr":
    case "FormattedValue":
      return "f-string expression";
    case "Compare":
      return "comparison";
    case "IfExp":
      return "conditional expression";
    case "NamedExpr":
      return "named expression";
    case "Slice":
      return "slice";
    case "Constant":
      switch (expression.value.type) {
        case "none":
          return "None";
        case "bool":
          return expression.value.value ? "True" : "False";
        case "ellipsis":
          return "ellipsis";
        default:
          return "literal";
      }
  }
}
