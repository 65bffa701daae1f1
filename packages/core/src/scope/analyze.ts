// Scope analysis of a whole tree: collect, then resolve.

import type * as ast from "../syntax/ast.ts";
import type { Source } from "../syntax/source.ts";
import { collectExpression } from "./collect-expressions.ts";
import { collectBody } from "./collect-statements.ts";
import { Collector, type CollectOptions } from "./collector.ts";
import { resolve } from "./resolve.ts";
import type { Scope } from "./scope.ts";

export interface ScopeTree {
  readonly module: Scope;
  /**
   * The scope of a node: of a function, class, lambda, comprehension or type alias by the node itself; of a generic
   * definition's parameters by its `typeParameters`.
   */
  scopeOf(node: object): Scope;
  /** The scope of an expression that is a bound or a default of a type parameter. */
  lazyScopeOf(node: ast.Expression): Scope;
}

/** Analyses a tree; throws PythonSyntaxError for names that are declared or used as they cannot be. */
export function analyze(tree: ast.Module | ast.ExpressionRoot, source: Source, options: CollectOptions): ScopeTree {
  const collector = new Collector(source, options);
  if (tree.kind === "Module") collectBody(collector, tree.body);
  else collectExpression(collector, tree.body);
  resolve(collector.module, source);
  return {
    module: collector.module,
    scopeOf(node: object): Scope {
      return collector.scopes.get(node) as Scope;
    },
    lazyScopeOf(node: ast.Expression): Scope {
      return collector.lazyScopes.get(node) as Scope;
    },
  };
}
