// The dispatch over the kinds of statements, and the small ones.

import { CodeKind } from "../bytecode/code.ts";
import { Op, TraceKind } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { annotatedAssignment } from "./annotations.ts";
import { deleteAttribute, loadAttribute, storeAttribute } from "./attributes.ts";
import { warnAssert } from "./checks.ts";
import { classStatement } from "./classes.ts";
import { leave, returnTarget } from "./control.ts";
import { functionStatement } from "./definitions.ts";
import { constantOf, NONE } from "./fold.ts";
import { importFromStatement, importStatement } from "./imports.ts";
import { forStatement, ifStatement, whileStatement } from "./loops.ts";
import { matchStatement } from "./match.ts";
import { deleteName, loadName, localRegister, storeName } from "./names.ts";
import { applyInplace } from "./operators.ts";
import { deleteItem } from "./subscripts.ts";
import { assign } from "./targets.ts";
import { tryStatement } from "./try.ts";
import { typeAlias } from "./type-parameters.ts";
import type { Unit } from "./unit.ts";
import { withStatement } from "./with.ts";

/** The hidden built-in that shows the value of a REPL entry. */
const DISPLAY = "__display__";

export function statements(unit: Unit, body: readonly ast.Statement[]): void {
  for (const node of body) statement(unit, node);
}

function statement(unit: Unit, node: ast.Statement): void {
  const isDecorated = (node.kind === "FunctionDef" || node.kind === "ClassDef") && node.decorators.length > 0;
  if (!isDecorated) unit.trace(node, TraceKind.Line);
  switch (node.kind) {
    case "Expr":
      expressionStatement(unit, node);
      return;
    case "Assign":
      assign(unit, node);
      return;
    case "AugAssign":
      augmentedAssignment(unit, node);
      return;
    case "AnnAssign":
      annotatedAssignment(unit, node);
      return;
    case "Return":
      returnStatement(unit, node);
      return;
    case "If":
      ifStatement(unit, node);
      return;
    case "For":
      refuseAsync(unit, node, "'async for' outside async function");
      forStatement(unit, node);
      return;
    case "While":
      whileStatement(unit, node);
      return;
    case "FunctionDef":
      functionStatement(unit, node);
      return;
    case "ClassDef":
      classStatement(unit, node);
      return;
    case "Raise":
      raiseStatement(unit, node);
      return;
    case "Try":
      tryStatement(unit, node);
      return;
    case "With":
      refuseAsync(unit, node, "'async with' outside async function");
      withStatement(unit, node);
      return;
    case "Assert":
      assertStatement(unit, node);
      return;
    case "Delete":
      for (const target of node.targets) deleteTarget(unit, target);
      return;
    case "Import":
      importStatement(unit, node);
      return;
    case "ImportFrom":
      importFromStatement(unit, node);
      return;
    case "Match":
      matchStatement(unit, node);
      return;
    case "TypeAlias":
      typeAlias(unit, node);
      return;
    case "Break":
      leave(unit, "break", -1, node);
      return;
    case "Continue":
      leave(unit, "continue", -1, node);
      return;
    case "Pass":
    case "Global":
    case "Nonlocal":
      return;
  }
}

/** At the top of a REPL entry, inside of its blocks too, the value is shown. */
function expressionStatement(unit: Unit, node: ast.ExpressionStatement): void {
  if (unit.parent === null && unit.compilation.options.mode === "single") {
    const base = unit.temp();
    unit.emitName(node, Op.LoadName, base, DISPLAY);
    unit.push(node.value);
    unit.emit(node, Op.Call, base, base, 1);
    unit.release(base);
  } else if (constantOf(node.value) === null) {
    unit.discard(node.value);
  }
}

function refuseAsync(unit: Unit, node: ast.For | ast.With, message: string): void {
  if (!node.isAsync || unit.scope.isAsync) return;
  if (unit.parent === null && unit.compilation.options.topLevelAwait) return;
  throw unit.error(message, node);
}

function returnStatement(unit: Unit, node: ast.Return): void {
  if (!unit.scope.isFunctionLike) throw unit.error("'return' outside function", node);
  const mark = unit.top;
  let result = returnTarget(unit);
  if (node.value === null) {
    if (result < 0) result = unit.temp();
    unit.emitConstant(node, NONE, result);
  } else {
    if (unit.kind === CodeKind.AsyncGenerator) throw unit.error("'return' with value in async generator", node);
    result = unit.value(node.value, result);
  }
  leave(unit, "return", result, node, blamedFor(unit, node));
  unit.release(mark);
}

/** A constant that is returned from the same line is what CPython points at when it refuses the `return`. */
function blamedFor(unit: Unit, node: ast.Return): ast.Located {
  const { value } = node;
  if (value === null || constantOf(value) === null) return node;
  return unit.compilation.locator.isSameLine(node.start, value.start) ? value : node;
}

function augmentedAssignment(unit: Unit, node: ast.AugAssign): void {
  const { target, op, value } = node;
  const mark = unit.top;
  switch (target.kind) {
    case "Name": {
      const old = loadName(unit, target, -1);
      const local = localRegister(unit, target.id);
      const result = local >= 0 ? local : unit.temp();
      applyInplace(unit, node, op, old, value, result);
      if (local < 0) storeName(unit, target.id, result, target);
      break;
    }
    case "Attribute": {
      const object = unit.operand(target.value);
      const result = loadAttribute(unit, target, object, -1);
      applyInplace(unit, node, op, result, value, result);
      storeAttribute(unit, target, object, result);
      break;
    }
    case "Subscript": {
      const object = unit.operand(target.value);
      const key = unit.operand(target.index);
      const result = unit.temp();
      unit.emit(target, Op.LoadItem, result, object, key);
      applyInplace(unit, node, op, result, value, result);
      unit.emit(target, Op.StoreItem, object, key, result);
    }
  }
  unit.release(mark);
}

function raiseStatement(unit: Unit, node: ast.Raise): void {
  const mark = unit.top;
  let form = 0;
  let exception = mark;
  let cause = mark;
  if (node.exception !== null) {
    form = 1;
    exception = unit.operand(node.exception);
    if (node.cause !== null) {
      form = 2;
      cause = unit.operand(node.cause);
    }
  }
  unit.emit(node, Op.Raise, form === 0 ? 0 : exception, form === 2 ? cause : 0, form);
  unit.release(mark);
}

function assertStatement(unit: Unit, node: ast.Assert): void {
  warnAssert(unit, node);
  if (unit.compilation.options.dropAsserts === true) return;
  const { builder } = unit;
  const mark = unit.top;
  const block = builder.openBlock();
  unit.jumpIf(node.test, true, block);
  const base = unit.temp();
  unit.emit(node, Op.LoadAssertionError, base);
  if (node.message !== null) {
    unit.push(node.message);
    unit.emit(node, Op.Call, base, base, 1);
  }
  unit.emit(node.test, Op.Raise, base, 0, 1);
  builder.closeBlock(block);
  unit.release(mark);
}

function deleteTarget(unit: Unit, target: ast.Target): void {
  switch (target.kind) {
    case "Name":
      deleteName(unit, target.id, target);
      return;
    case "Attribute":
      deleteAttribute(unit, target);
      return;
    case "Subscript":
      deleteItem(unit, target);
      return;
    case "List":
    case "Tuple":
      for (const element of target.elements) deleteTarget(unit, element as ast.Target);
      return;
    case "Starred":
      throw unit.error("cannot delete starred", target);
  }
}
