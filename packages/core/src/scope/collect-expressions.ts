// Collects the names that expressions mention, scope by scope.

import type * as ast from "../syntax/ast.ts";
import type { Collector } from "./collector.ts";
import { Flag, ScopeKind } from "./scope.ts";

type Spine = ast.BinOp | ast.Attribute | ast.Subscript | ast.Call;

function isSpine(node: ast.Expression): node is Spine {
  return node.kind === "BinOp" || node.kind === "Attribute" || node.kind === "Subscript" || node.kind === "Call";
}

function leftOf(node: Spine): ast.Expression {
  if (node.kind === "BinOp") return node.left;
  return node.kind === "Call" ? node.func : node.value;
}

/** Visits an expression that is evaluated in the current scope. */
export function collectExpression(collector: Collector, node: ast.Expression): void {
  if (!isSpine(node)) {
    collectOther(collector, node);
    return;
  }
  // Chains that lean left may be longer than the stack is deep.
  const spine: Spine[] = [];
  let left: ast.Expression = node;
  while (isSpine(left)) {
    spine.push(left);
    left = leftOf(left);
  }
  collectOther(collector, left);
  for (let at = spine.length - 1; at >= 0; at--) {
    const part = spine[at] as Spine;
    if (part.kind === "BinOp") collectExpression(collector, part.right);
    else if (part.kind === "Subscript") collectExpression(collector, part.index);
    else if (part.kind === "Call") collectArguments(collector, part.args, part.keywords);
  }
}

export function collectExpressions(collector: Collector, nodes: readonly (ast.Expression | null)[]): void {
  for (const node of nodes) if (node !== null) collectExpression(collector, node);
}

export function collectArguments(
  collector: Collector,
  args: readonly ast.Expression[],
  keywords: readonly ast.Keyword[],
): void {
  collectExpressions(collector, args);
  for (const keyword of keywords) {
    refuseDebug(collector, keyword.name, keyword);
    collectExpression(collector, keyword.value);
  }
}

function collectOther(collector: Collector, node: Exclude<ast.Expression, Spine>): void {
  switch (node.kind) {
    case "Name":
      collector.use(node.id);
      return;
    case "Constant":
      return;
    case "BoolOp":
      collectExpressions(collector, node.values);
      return;
    case "Compare":
      collectExpression(collector, node.left);
      collectExpressions(collector, node.comparators);
      return;
    case "UnaryOp":
      collectExpression(collector, node.operand);
      return;
    case "IfExp":
      collectExpression(collector, node.test);
      collectExpression(collector, node.body);
      collectExpression(collector, node.orelse);
      return;
    case "NamedExpr":
      collectNamedExpression(collector, node);
      return;
    case "Lambda":
      collectLambda(collector, node);
      return;
    case "Dict":
      for (let at = 0; at < node.values.length; at++) {
        const key = node.keys[at] ?? null;
        if (key !== null) collectExpression(collector, key);
        collectExpression(collector, node.values[at] as ast.Expression);
      }
      return;
    case "Set":
    case "List":
    case "Tuple":
      collectExpressions(collector, node.elements);
      return;
    case "ListComp":
      collectComprehension(collector, node, [node.element], "list comprehension");
      return;
    case "SetComp":
      collectComprehension(collector, node, [node.element], "set comprehension");
      return;
    case "DictComp":
      collectComprehension(collector, node, [node.key, node.value], "dict comprehension");
      return;
    case "GeneratorExp":
      collectComprehension(collector, node, [node.element], "generator expression");
      return;
    case "Await":
      collectAwait(collector, node);
      return;
    case "Yield":
    case "YieldFrom":
      collectYield(collector, node);
      return;
    case "JoinedStr":
      collectExpressions(collector, node.values);
      return;
    case "FormattedValue":
      collectExpression(collector, node.value);
      if (node.formatSpec !== null) collectExpression(collector, node.formatSpec);
      return;
    case "Starred":
      collectExpression(collector, node.value);
      return;
    case "Slice":
      collectExpressions(collector, [node.lower, node.upper, node.step]);
      return;
  }
}

function collectNamedExpression(collector: Collector, node: ast.NamedExpr): void {
  collector.refuseInAnnotation("named expression", node);
  refuseDebug(collector, node.target.id, node.target);
  // CPython binds the target before it looks at the value, which decides which of two errors is reported.
  collector.defineWalrus(node.target.id, node.target, node);
  collectExpression(collector, node.value);
}

function collectLambda(collector: Collector, node: ast.Lambda): void {
  collectDefaults(collector, node.parameters);
  collector.enter(ScopeKind.Lambda, "<lambda>", node);
  collectParameters(collector, node.parameters);
  collectExpression(collector, node.body);
  collector.leave();
}

/** Default values, which are evaluated outside the function. */
export function collectDefaults(collector: Collector, parameters: ast.Parameters): void {
  for (const list of [parameters.positionalOnly, parameters.positional, parameters.keywordOnly]) {
    for (const parameter of list) if (parameter.default !== null) collectExpression(collector, parameter.default);
  }
}

/** Binds the parameters in the function's scope, in the order of their registers. */
export function collectParameters(collector: Collector, parameters: ast.Parameters): void {
  const { positionalOnly, positional, keywordOnly, varArgs, varKeywords } = parameters;
  for (const list of [positionalOnly, positional, keywordOnly, [varArgs, varKeywords]]) {
    for (const parameter of list) {
      if (parameter === null) continue;
      refuseDebug(collector, parameter.name, parameter);
      collector.define(parameter.name, Flag.Parameter, parameter);
    }
  }
}

function collectComprehension(
  collector: Collector,
  node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
  elements: readonly ast.Expression[],
  what: string,
): void {
  const [first, ...others] = node.generators as [ast.Comprehension, ...ast.Comprehension[]];
  const outer = collector.scope;
  // The first iterable is evaluated where the comprehension stands.
  outer.iterableDepth++;
  collectExpression(collector, first.iter);
  outer.iterableDepth--;
  const isGenerator = node.kind === "GeneratorExp";
  const kind = isGenerator ? ScopeKind.GeneratorExpression : ScopeKind.Comprehension;
  const scope = collector.enter(kind, what, node);
  if (isGenerator) {
    scope.add(".0", Flag.Parameter);
    scope.isGenerator = true;
  }
  collectGenerator(collector, first);
  for (const generator of others) {
    scope.iterableDepth++;
    collectExpression(collector, generator.iter);
    scope.iterableDepth--;
    collectGenerator(collector, generator);
  }
  // A dict comprehension's value is looked at first, which only shows in which error comes first.
  for (let at = elements.length - 1; at >= 0; at--) collectExpression(collector, elements[at] as ast.Expression);
  collector.leave();
}

function collectGenerator(collector: Collector, generator: ast.Comprehension): void {
  const { scope } = collector;
  if (generator.isAsync) scope.hasAwait = true;
  scope.bindsIteration = true;
  collectTarget(collector, generator.target);
  scope.bindsIteration = false;
  collectExpressions(collector, generator.ifs);
}

function collectAwait(collector: Collector, node: ast.Await): void {
  collector.refuseInAnnotation("await expression", node);
  collectExpression(collector, node.value);
  collector.scope.hasAwait = true;
}

function collectYield(collector: Collector, node: ast.Yield | ast.YieldFrom): void {
  collector.refuseInAnnotation("yield expression", node);
  if (node.value !== null) collectExpression(collector, node.value);
  const { scope } = collector;
  scope.isGenerator = true;
  if (scope.isComprehension) throw collector.error(`'yield' inside ${scope.name}`, node);
}

/** Binds what an assignment target binds, and visits the expressions in it. */
export function collectTarget(collector: Collector, target: ast.Target): void {
  switch (target.kind) {
    case "Name":
      refuseDebug(collector, target.id, target);
      collector.define(target.id, Flag.Assigned, target);
      return;
    case "Attribute":
      refuseDebug(collector, target.attr, target);
      collectExpression(collector, target.value);
      return;
    case "Subscript":
      collectExpression(collector, target.value);
      collectExpression(collector, target.index);
      return;
    case "Starred":
      collectTarget(collector, target.value as ast.Target);
      return;
    case "List":
    case "Tuple":
      for (const element of target.elements) collectTarget(collector, element as ast.Target);
      return;
  }
}

/** `__debug__` is a constant. */
export function refuseDebug(collector: Collector, name: string | null, at: ast.Located): void {
  if (name === "__debug__") throw collector.error("cannot assign to __debug__", at);
}
