// Import statements.

import { Op } from "../bytecode/op.ts";
import type * as ast from "../syntax/ast.ts";
import { int, NONE, names } from "./fold.ts";
import { refuseLateFuture } from "./future.ts";
import { storeName } from "./names.ts";
import type { Unit } from "./unit.ts";

export function importStatement(unit: Unit, node: ast.Import): void {
  for (const { name, asName } of node.names) {
    const mark = unit.top;
    const module = importModule(unit, node, name, 0, null);
    const dot = name.indexOf(".");
    if (asName === null) {
      storeName(unit, dot === -1 ? name : name.slice(0, dot), module, node);
    } else {
      // `import a.b.c as d`: the import gives a, the rest is looked up in it.
      for (const part of name.split(".").slice(1)) {
        unit.emit(node, Op.ImportFrom, module, module, unit.nameIndex(part));
      }
      storeName(unit, asName, module, node);
    }
    unit.release(mark);
  }
}

export function importFromStatement(unit: Unit, node: ast.ImportFrom): void {
  refuseLateFuture(unit, node);
  const mark = unit.top;
  const wanted = node.names.map((alias) => alias.name);
  const module = importModule(unit, node, node.module, node.level, wanted);
  for (const { name, asName } of node.names) {
    if (name === "*") {
      unit.emit(node, Op.ImportStar, module);
      continue;
    }
    const register = unit.temp();
    unit.emit(node, Op.ImportFrom, register, module, unit.nameIndex(name));
    storeName(unit, asName ?? name, register, node);
    unit.release(register);
  }
  unit.release(mark);
}

function importModule(
  unit: Unit,
  node: ast.Located,
  name: string,
  level: number,
  wanted: readonly string[] | null,
): number {
  const base = unit.reserve(2);
  unit.emitConstant(node, int(level), base);
  unit.emitConstant(node, wanted === null ? NONE : names(wanted), base + 1);
  unit.emit(node, Op.ImportName, base, base, unit.nameIndex(name));
  unit.release(base + 1);
  return base;
}
