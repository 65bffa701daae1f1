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

/** The analysis of a tree, a top-level statement at a time; throws PythonSyntaxError for names used as they cannot be. */
export class Analysis {
  readonly #collector: Collector;
  readonly #tree: ast.Module | ast.ExpressionRoot;
  readonly #source: Source;
  #next = 0;

  constructor(tree: ast.Module | ast.ExpressionRoot, source: Source, options: CollectOptions) {
    this.#collector = new Collector(source, options);
    this.#tree = tree;
    this.#source = source;
  }

  /** Collects the names of one statement; false when there is none left, nor was any. */
  step(): boolean {
    const tree = this.#tree;
    const node = tree.kind === "Module" ? tree.body[this.#next++] : undefined;
    if (node === undefined) return false;
    collectBody(this.#collector, [node]);
    return true;
  }

  /** Collects what is left, and decides what every name is. */
  finish(): ScopeTree {
    while (this.step());
    const collector = this.#collector;
    const tree = this.#tree;
    if (tree.kind === "Expression") collectExpression(collector, tree.body);
    resolve(collector.module, this.#source);
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
}
