// Collects type parameters, type aliases and annotations.

import type * as ast from "../syntax/ast.ts";
import { collectExpression } from "./collect-expressions.ts";
import type { Collector } from "./collector.ts";
import { Flag, ScopeKind } from "./scope.ts";

/** Enters the hidden scope of a generic definition and binds its parameters, after those that `hidden` names. */
export function enterTypeParameters(
  collector: Collector,
  name: string,
  parameters: readonly ast.TypeParameter[],
  privateName: string | null,
  hidden: readonly string[] = [],
): void {
  const scope = collector.enter(ScopeKind.TypeParameters, name, parameters, privateName);
  for (const each of hidden) scope.add(each, Flag.Parameter);
  if (privateName !== scope.parent?.className) {
    scope.onlyMangled = new Set();
  }
  let sawDefault = false;
  for (const parameter of parameters) {
    if (parameter.default !== null) {
      sawDefault = true;
    } else if (sawDefault) {
      const message = `non-default type parameter '${parameter.name}' follows default type parameter`;
      throw collector.error(message, parameter);
    }
    scope.onlyMangled?.add(parameter.name);
    collector.define(parameter.name, Flag.TypeParameter | Flag.Assigned, parameter);
    const what = parameter.kind;
    if (parameter.bound !== null) {
      const isTuple = parameter.bound.kind === "Tuple";
      collectLazily(collector, parameter.name, parameter.bound, `${what} ${isTuple ? "constraint" : "bound"}`);
    }
    if (parameter.default !== null) {
      collectLazily(collector, parameter.name, parameter.default, `${what} default`);
    }
  }
}

function collectLazily(collector: Collector, name: string, node: ast.Expression, what: string): void {
  collector.enter(ScopeKind.TypeVariable, `${name} ${what}`, node);
  collectExpression(collector, node);
  collector.leave();
}

export function collectTypeAlias(collector: Collector, node: ast.TypeAlias): void {
  const { name, typeParameters } = node;
  collector.define(name.id, Flag.Assigned, name);
  if (typeParameters.length > 0) {
    enterTypeParameters(collector, name.id, typeParameters, collector.scope.className);
  }
  collector.enter(ScopeKind.TypeAlias, name.id, node);
  collectExpression(collector, node.value);
  collector.leave();
  if (typeParameters.length > 0) collector.leave();
}

/** An annotation; one that stays text is looked through for errors in a scope that is thrown away. */
export function collectAnnotation(collector: Collector, node: ast.Expression): void {
  if (!collector.options.futureAnnotations) {
    collectExpression(collector, node);
    return;
  }
  collector.enter(ScopeKind.Annotation, "_annotation", node);
  collectExpression(collector, node);
  collector.leave();
}

export function collectParameterAnnotations(
  collector: Collector,
  parameters: ast.Parameters,
  returns: ast.Expression | null,
): void {
  const { positionalOnly, positional, varArgs, keywordOnly, varKeywords } = parameters;
  for (const list of [positionalOnly, positional, [varArgs], keywordOnly, [varKeywords]]) {
    for (const parameter of list) {
      if (parameter !== null && parameter.annotation !== null) collectAnnotation(collector, parameter.annotation);
    }
  }
  if (returns !== null) collectAnnotation(collector, returns);
}
