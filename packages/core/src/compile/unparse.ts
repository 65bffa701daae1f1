// Expressions back to source text, for annotations that are kept as text.

import type * as ast from "../syntax/ast.ts";
import { constantText, stringText } from "./unparse-literals.ts";

/** How strongly a position binds: an expression that binds more weakly gets parentheses. */
enum Strength {
  Tuple,
  Test,
  Or,
  And,
  Not,
  Compare,
  BitOr,
  BitXor,
  BitAnd,
  Shift,
  Sum,
  Term,
  Factor,
  Power,
  Await,
  Atom,
}

const BINARY: Readonly<Record<ast.BinaryOperator, Strength>> = {
  "|": Strength.BitOr,
  "^": Strength.BitXor,
  "&": Strength.BitAnd,
  "<<": Strength.Shift,
  ">>": Strength.Shift,
  "+": Strength.Sum,
  "-": Strength.Sum,
  "*": Strength.Term,
  "@": Strength.Term,
  "/": Strength.Term,
  "//": Strength.Term,
  "%": Strength.Term,
  "**": Strength.Power,
};

/** The source text of an expression, spelt as `from __future__ import annotations` spells it. */
export function unparse(node: ast.Expression): string {
  return show(node, Strength.Test);
}

function show(node: ast.Expression, strength: Strength): string {
  switch (node.kind) {
    case "Name":
      return node.id;
    case "Constant":
      return constantText(node.value);
    case "Attribute":
    case "Subscript":
    case "Call":
    case "BinOp":
      return showSpine(node, strength);
    case "Tuple":
      return showTuple(node, strength);
    case "List":
      return `[${showAll(node.elements)}]`;
    case "Set":
      return `{${showAll(node.elements)}}`;
    case "Dict":
      return showDict(node);
    case "UnaryOp":
      return showUnary(node, strength);
    case "BoolOp":
      return showBoolOp(node, strength);
    case "Compare":
      return showCompare(node, strength);
    case "IfExp":
      return showIfExp(node, strength);
    case "Lambda":
      return showLambda(node, strength);
    case "Slice":
      return showSlice(node);
    case "Starred":
      return `*${show(node.value, Strength.BitOr)}`;
    case "Await":
      return enclose(`await ${show(node.value, Strength.Atom)}`, strength > Strength.Await);
    case "Yield":
      return node.value === null ? "(yield)" : `(yield ${show(node.value, Strength.Test)})`;
    case "YieldFrom":
      return `(yield from ${show(node.value, Strength.Test)})`;
    case "NamedExpr":
      return `(${node.target.id} := ${show(node.value, Strength.Atom)})`;
    case "ListComp":
      return `[${show(node.element, Strength.Test)}${showGenerators(node.generators)}]`;
    case "SetComp":
      return `{${show(node.element, Strength.Test)}${showGenerators(node.generators)}}`;
    case "GeneratorExp":
      return `(${show(node.element, Strength.Test)}${showGenerators(node.generators)})`;
    case "DictComp": {
      const pair = `${show(node.key, Strength.Test)}: ${show(node.value, Strength.Test)}`;
      return `{${pair}${showGenerators(node.generators)}}`;
    }
    case "JoinedStr":
    case "FormattedValue":
      return `f${stringText(formatText(node))}`;
  }
}

function enclose(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text;
}

function showAll(nodes: readonly ast.Expression[]): string {
  return nodes.map((node) => show(node, Strength.Test)).join(", ");
}

// What leans left may be long: the parts after the innermost operand are added in a loop.
function showSpine(node: ast.Expression, strength: Strength): string {
  const parts: ast.Expression[] = [];
  const strengths: Strength[] = [];
  let left = node;
  let around = strength;
  for (;;) {
    parts.push(left);
    strengths.push(around);
    if (left.kind === "BinOp") {
      around = (BINARY[left.op] + (left.op === "**" ? 1 : 0)) as Strength;
      left = left.left;
    } else if (left.kind === "Call" || left.kind === "Attribute" || left.kind === "Subscript") {
      around = Strength.Atom;
      left = left.kind === "Call" ? left.func : left.value;
    } else {
      break;
    }
  }
  parts.pop();
  strengths.pop();
  let text = show(left, around);
  // A dot after digits would belong to the number.
  const isInt = left.kind === "Constant" && left.value.type === "int";
  if (isInt && parts.at(-1)?.kind === "Attribute") text += " ";
  for (let at = parts.length - 1; at >= 0; at--) {
    text = extend(text, parts[at] as ast.Expression, strengths[at] as Strength);
  }
  return text;
}

function extend(left: string, node: ast.Expression, strength: Strength): string {
  switch (node.kind) {
    case "BinOp": {
      const own = BINARY[node.op];
      const right = show(node.right, node.op === "**" ? own : own + 1);
      return enclose(`${left} ${node.op} ${right}`, strength > own);
    }
    case "Attribute":
      return `${left}.${node.attr}`;
    case "Subscript":
      return `${left}[${show(node.index, Strength.Tuple)}]`;
    case "Call":
      return `${left}${showArguments(node)}`;
    default:
      return left;
  }
}

function showArguments(node: ast.Call): string {
  const [only] = node.args;
  if (node.args.length === 1 && node.keywords.length === 0 && only?.kind === "GeneratorExp") {
    return show(only, Strength.Test);
  }
  const shown = node.args.map((arg) => show(arg, Strength.Test));
  for (const { name, value } of node.keywords) {
    shown.push(`${name === null ? "**" : `${name}=`}${show(value, Strength.Test)}`);
  }
  return `(${shown.join(", ")})`;
}

function showTuple(node: ast.Tuple, strength: Strength): string {
  const { elements } = node;
  if (elements.length === 0) return "()";
  const text = elements.length === 1 ? `${showAll(elements)},` : showAll(elements);
  return enclose(text, strength > Strength.Tuple);
}

function showDict(node: ast.Dict): string {
  const items = node.values.map((value, at) => {
    const key = node.keys[at] ?? null;
    return key === null
      ? `**${show(value, Strength.BitOr)}`
      : `${show(key, Strength.Test)}: ${show(value, Strength.Test)}`;
  });
  return `{${items.join(", ")}}`;
}

function showUnary(node: ast.UnaryOp, strength: Strength): string {
  const own = node.op === "not" ? Strength.Not : Strength.Factor;
  const sign = node.op === "not" ? "not " : node.op;
  return enclose(`${sign}${show(node.operand, own)}`, strength > own);
}

function showBoolOp(node: ast.BoolOp, strength: Strength): string {
  const own = node.op === "and" ? Strength.And : Strength.Or;
  const values = node.values.map((value) => show(value, (own + 1) as Strength));
  return enclose(values.join(` ${node.op} `), strength > own);
}

function showCompare(node: ast.Compare, strength: Strength): string {
  const operand = (Strength.Compare + 1) as Strength;
  let text = show(node.left, operand);
  for (const [at, op] of node.ops.entries()) {
    text += ` ${op} ${show(node.comparators[at] as ast.Expression, operand)}`;
  }
  return enclose(text, strength > Strength.Compare);
}

function showIfExp(node: ast.IfExp, strength: Strength): string {
  const operand = (Strength.Test + 1) as Strength;
  const text = `${show(node.body, operand)} if ${show(node.test, operand)} else ${show(node.orelse, Strength.Test)}`;
  return enclose(text, strength > Strength.Test);
}

function showLambda(node: ast.Lambda, strength: Strength): string {
  const parameters = showParameters(node.parameters);
  // CPython writes the space for a name, but not for a star.
  const space = parameters === "" || parameters.startsWith("*") ? "" : " ";
  const text = `lambda${space}${parameters}: ${show(node.body, Strength.Test)}`;
  return enclose(text, strength > Strength.Test);
}

function showParameters(parameters: ast.Parameters): string {
  const { positionalOnly, positional, varArgs, keywordOnly, varKeywords } = parameters;
  const one = ({ name, default: value }: ast.Parameter): string =>
    value === null ? name : `${name}=${show(value, Strength.Test)}`;
  const shown = positionalOnly.map(one);
  if (positionalOnly.length > 0) shown.push("/");
  shown.push(...positional.map(one));
  if (varArgs !== null) shown.push(`*${varArgs.name}`);
  else if (keywordOnly.length > 0) shown.push("*");
  shown.push(...keywordOnly.map(one));
  if (varKeywords !== null) shown.push(`**${varKeywords.name}`);
  return shown.join(", ");
}

function showSlice(node: ast.Slice): string {
  const part = (value: ast.Expression | null): string => (value === null ? "" : show(value, Strength.Test));
  return `${part(node.lower)}:${part(node.upper)}${node.step === null ? "" : `:${part(node.step)}`}`;
}

function showGenerators(generators: readonly ast.Comprehension[]): string {
  const operand = (Strength.Test + 1) as Strength;
  return generators
    .map(({ target, iter, ifs, isAsync }) => {
      const head = ` ${isAsync ? "async " : ""}for ${show(target, Strength.Tuple)} in ${show(iter, operand)}`;
      return head + ifs.map((condition) => ` if ${show(condition, operand)}`).join("");
    })
    .join("");
}

/** What stands between the quotes of an f-string, before quoting. */
function formatText(node: ast.JoinedStr | ast.FormattedValue | ast.Constant): string {
  if (node.kind === "JoinedStr") return node.values.map(formatText).join("");
  if (node.kind === "Constant") {
    const text = node.value.type === "str" ? node.value.value : "";
    return text.replaceAll("{", "{{").replaceAll("}", "}}");
  }
  const value = show(node.value, (Strength.Test + 1) as Strength);
  const conversion = node.conversion === null ? "" : `!${node.conversion}`;
  const spec = node.formatSpec === null ? "" : `:${formatText(node.formatSpec)}`;
  // `{{` would be a brace of the text.
  return `{${value.startsWith("{") ? " " : ""}${value}${conversion}${spec}}`;
}
