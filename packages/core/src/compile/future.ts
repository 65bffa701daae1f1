// Imports from `__future__`: which features exist, and that they stand at the beginning.

import type * as ast from "../syntax/ast.ts";
import type { Source } from "../syntax/source.ts";
import { PythonSyntaxError } from "../syntax/syntax-error.ts";
import type { Unit } from "./unit.ts";

const FEATURES: ReadonlySet<string> = new Set([
  "nested_scopes",
  "generators",
  "division",
  "absolute_import",
  "with_statement",
  "print_function",
  "unicode_literals",
  "generator_stop",
  "annotations",
]);

function isFutureImport(node: ast.Statement): node is ast.ImportFrom {
  return node.kind === "ImportFrom" && node.module === "__future__" && node.level === 0;
}

export interface Future {
  readonly annotations: boolean;
  /** The offset of the last import from `__future__` that stands where it may; -1 when there is none. */
  readonly lastStart: number;
}

/** What a module asks for at its beginning; throws for a feature that does not exist. */
export function findFuture(tree: ast.Module, source: Source): Future {
  let annotations = false;
  let lastStart = -1;
  for (const [at, node] of tree.body.entries()) {
    if (!isFutureImport(node)) {
      const isDocstring =
        at === 0 && node.kind === "Expr" && node.value.kind === "Constant" && node.value.value.type === "str";
      if (isDocstring) continue;
      break;
    }
    lastStart = node.start;
    for (const { name } of node.names) {
      if (name === "braces") throw featureError(source, "not a chance", node);
      if (!FEATURES.has(name)) throw featureError(source, `future feature ${name} is not defined`, node);
      if (name === "annotations") annotations = true;
    }
  }
  return { annotations, lastStart };
}

/** CPython gives these errors a start, and no end column. */
function featureError(source: Source, message: string, node: ast.Located): PythonSyntaxError {
  const { line, column } = source.position(node.start);
  const range = { line, column: column + 1, endLine: line, endColumn: 0 };
  return new PythonSyntaxError("SyntaxError", message, source.filename, range, source.lineText(line));
}

/** Refuses an import from `__future__` that comes after other statements. */
export function refuseLateFuture(unit: Unit, node: ast.ImportFrom): void {
  if (!isFutureImport(node)) return;
  if (node.start <= unit.compilation.future.lastStart) return;
  throw unit.error("from __future__ imports must occur at the beginning of the file", node);
}
