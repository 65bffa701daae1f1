// Collects the names that statements bind and mention.

import type * as ast from "../syntax/ast.ts";
import {
  collectArguments,
  collectDefaults,
  collectExpression,
  collectExpressions,
  collectParameters,
  collectTarget,
  refuseDebug,
} from "./collect-expressions.ts";
import { collectPattern } from "./collect-patterns.ts";
import {
  collectAnnotation,
  collectParameterAnnotations,
  collectTypeAlias,
  enterTypeParameters,
} from "./collect-type-parameters.ts";
import type { Collector } from "./collector.ts";
import { mangle } from "./mangle.ts";
import { Flag, ScopeKind } from "./scope.ts";

export function collectBody(collector: Collector, body: readonly ast.Statement[]): void {
  for (const statement of body) collectStatement(collector, statement);
}

function collectStatement(collector: Collector, node: ast.Statement): void {
  switch (node.kind) {
    case "Expr":
      collectExpression(collector, node.value);
      return;
    case "Assign":
      for (const target of node.targets) collectTarget(collector, target);
      collectExpression(collector, node.value);
      return;
    case "AugAssign":
      // The target is read too.
      if (node.target.kind === "Name") collector.use(node.target.id);
      collectTarget(collector, node.target);
      collectExpression(collector, node.value);
      return;
    case "AnnAssign":
      collectAnnotatedAssignment(collector, node);
      return;
    case "Return":
      if (node.value !== null) collectExpression(collector, node.value);
      return;
    case "If":
      collectIf(collector, node);
      return;
    case "FunctionDef":
      collectFunction(collector, node);
      return;
    case "ClassDef":
      collectClass(collector, node);
      return;
    case "For":
      collectTarget(collector, node.target);
      collectExpression(collector, node.iter);
      collectBody(collector, node.body);
      collectBody(collector, node.orelse);
      return;
    case "While":
      collectExpression(collector, node.test);
      collectBody(collector, node.body);
      collectBody(collector, node.orelse);
      return;
    case "With":
      for (const item of node.items) {
        collectExpression(collector, item.context);
        if (item.target !== null) collectTarget(collector, item.target);
      }
      collectBody(collector, node.body);
      return;
    case "Try":
      collectTry(collector, node);
      return;
    case "Raise":
      collectExpressions(collector, [node.exception, node.cause]);
      return;
    case "Assert":
      collectExpressions(collector, [node.test, node.message]);
      return;
    case "Delete":
      for (const target of node.targets) collectDeletion(collector, target);
      return;
    case "Import":
    case "ImportFrom":
      for (const alias of node.names) collectAlias(collector, alias);
      return;
    case "Global":
    case "Nonlocal":
      for (const name of node.names) declare(collector, node, name);
      return;
    case "Match":
      collectExpression(collector, node.subject);
      for (const { pattern, guard, body } of node.cases) {
        collectPattern(collector, pattern);
        if (guard !== null) collectExpression(collector, guard);
        collectBody(collector, body);
      }
      return;
    case "TypeAlias":
      collectTypeAlias(collector, node);
      return;
    case "Pass":
    case "Break":
    case "Continue":
      return;
  }
}

/** A chain of elif is a list, however long. */
function collectIf(collector: Collector, node: ast.If): void {
  let branch = node;
  for (;;) {
    collectExpression(collector, branch.test);
    collectBody(collector, branch.body);
    const [next] = branch.orelse;
    if (branch.orelse.length !== 1 || next?.kind !== "If") break;
    branch = next;
  }
  collectBody(collector, branch.orelse);
}

function collectFunction(collector: Collector, node: ast.FunctionDef): void {
  refuseDebug(collector, node.name, node);
  collector.define(node.name, Flag.Assigned, node);
  collectDefaults(collector, node.parameters);
  collectExpressions(collector, node.decorators);
  const isGeneric = node.typeParameters.length > 0;
  if (isGeneric) {
    const hidden = hiddenDefaults(node.parameters);
    enterTypeParameters(collector, node.name, node.typeParameters, collector.scope.className, hidden);
  }
  collectParameterAnnotations(collector, node.parameters, node.returns);
  const scope = collector.enter(ScopeKind.Function, node.name, node);
  scope.isAsync = node.isAsync;
  collectParameters(collector, node.parameters);
  collectBody(collector, node.body);
  collector.leave();
  if (isGeneric) collector.leave();
}

/** The names under which the hidden function of a generic one gets the defaults, which are made outside of it. */
function hiddenDefaults({ positionalOnly, positional, keywordOnly }: ast.Parameters): string[] {
  const hidden: string[] = [];
  if ([...positionalOnly, ...positional].some((parameter) => parameter.default !== null)) hidden.push(".defaults");
  if (keywordOnly.some((parameter) => parameter.default !== null)) hidden.push(".kwdefaults");
  return hidden;
}

function collectClass(collector: Collector, node: ast.ClassDef): void {
  refuseDebug(collector, node.name, node);
  collector.define(node.name, Flag.Assigned, node);
  collectExpressions(collector, node.decorators);
  const isGeneric = node.typeParameters.length > 0;
  if (isGeneric) {
    enterTypeParameters(collector, node.name, node.typeParameters, node.name);
    collector.scope.add(".type_params", Flag.Assigned);
    collector.scope.add(".generic_base", Flag.Assigned);
  }
  collectArguments(collector, node.bases, node.keywords);
  const scope = collector.enter(ScopeKind.Class, node.name, node, node.name);
  scope.onlyMangled = null;
  if (isGeneric) {
    scope.add(".type_params", Flag.Used);
  }
  collectBody(collector, node.body);
  collector.leave();
  if (isGeneric) collector.leave();
}

function collectAnnotatedAssignment(collector: Collector, node: ast.AnnAssign): void {
  const { scope } = collector;
  const { target } = node;
  if (target.kind === "Name") {
    refuseDebug(collector, target.id, node);
    const before = scope.flags(mangle(scope, target.id));
    if (before & (Flag.Global | Flag.Nonlocal) && scope !== collector.module && node.simple) {
      const kind = before & Flag.Global ? "global" : "nonlocal";
      throw collector.error(`annotated name '${target.id}' can't be ${kind}`, node);
    }
    if (node.simple) collector.define(target.id, Flag.Annotated | Flag.Assigned, node);
    else if (node.value !== null) collector.define(target.id, Flag.Assigned, node);
    if (node.simple) scope.hasAnnotations = true;
  } else {
    if (target.kind === "Attribute" && node.value === null) refuseDebug(collector, target.attr, node);
    collectTarget(collector, target);
  }
  collectAnnotation(collector, node.annotation);
  if (node.value !== null) collectExpression(collector, node.value);
}

function collectTry(collector: Collector, node: ast.Try): void {
  collectBody(collector, node.body);
  for (const handler of node.handlers) {
    if (handler.type !== null) collectExpression(collector, handler.type);
    if (handler.name !== null) {
      refuseDebug(collector, handler.name, handler);
      collector.delete(handler.name, handler);
    }
    collectBody(collector, handler.body);
  }
  collectBody(collector, node.orelse);
  collectBody(collector, node.finalbody);
}

function collectDeletion(collector: Collector, target: ast.Target): void {
  switch (target.kind) {
    case "Name":
      if (target.id === "__debug__") throw collector.error("cannot delete __debug__", target);
      collector.delete(target.id, target);
      return;
    case "List":
    case "Tuple":
      for (const element of target.elements) collectDeletion(collector, element as ast.Target);
      return;
    default:
      collectTarget(collector, target);
  }
}

function collectAlias(collector: Collector, alias: ast.Alias): void {
  if (alias.name === "*") {
    if (collector.scope !== collector.module) {
      throw collector.error("import * only allowed at module level", alias);
    }
    return;
  }
  const dot = alias.name.indexOf(".");
  const name = alias.asName ?? (dot === -1 ? alias.name : alias.name.slice(0, dot));
  refuseDebug(collector, name, alias);
  collector.define(name, Flag.Assigned, alias);
}

function declare(collector: Collector, node: ast.Global | ast.Nonlocal, name: string): void {
  const { scope } = collector;
  const mangled = mangle(scope, name);
  const kind = node.kind === "Global" ? "global" : "nonlocal";
  const before = scope.flags(mangled);
  if (before & Flag.Parameter) throw collector.error(`name '${name}' is parameter and ${kind}`, node);
  if (before & Flag.Used) throw collector.error(`name '${name}' is used prior to ${kind} declaration`, node);
  if (before & Flag.Annotated) throw collector.error(`annotated name '${name}' can't be ${kind}`, node);
  if (before & Flag.Assigned) throw collector.error(`name '${name}' is assigned to before ${kind} declaration`, node);
  scope.add(mangled, node.kind === "Global" ? Flag.Global : Flag.Nonlocal);
  // So the module itself reaches the name in the globals, also when exec gave it another namespace.
  if (node.kind === "Global") collector.module.add(mangled, Flag.Global);
  scope.directives.push({ name: mangled, start: node.start, end: node.end });
}
