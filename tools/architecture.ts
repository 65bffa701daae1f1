// The house rules that no linter knows: no mutable state in a module, one job and a bounded length for each file.
import ts from "typescript";

/** What is wrong, as `line: message`. */
export type Finding = string;

const MUTABLE_CLASSES = words(
  "Map Set WeakMap WeakSet Array Object Date ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array",
  "Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array",
  "BigUint64Array",
);
/** Functions whose result is a fresh collection. */
const MUTABLE_CALLS = words("Array Array.from Array.of Object.create Object.assign Object.fromEntries structuredClone");
const MUTABLE_TYPES: ReadonlySet<string> = new Set([...MUTABLE_CLASSES, "Record"]);
const READONLY_TYPES = words("Readonly ReadonlyMap ReadonlySet ReadonlyArray ArrayLike Iterable");

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}

/**
 * The module-level state of a source file: `let` and `var`, and constants and static fields that hold a collection
 * which their type lets anybody change. `readonly T[]`, `ReadonlyMap`, `ReadonlySet`, `ArrayLike`, `Readonly<...>`,
 * `as const`, `Object.freeze(...)` and the interfaces in `settled` make one a constant. `allowed` names the exceptions.
 */
export function moduleState(
  fileName: string,
  text: string,
  allowed: readonly string[] = [],
  settled: ReadonlySet<string> = new Set(),
): Finding[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const findings: Finding[] = [];

  function report(node: ts.Node, message: string): void {
    findings.push(`${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}: ${message}`);
  }
  function holder(node: ts.VariableDeclaration | ts.PropertyDeclaration): void {
    const name = node.name.getText(source);
    if (allowed.includes(name)) return;
    const mutable = node.type ? mutableType(node.type, node.initializer, settled) : mutableValue(node.initializer);
    if (mutable) report(node, `${name} is a mutable collection of the module: give it a readonly type or freeze it`);
  }
  function statement(node: ts.Statement): void {
    if (ts.canHaveModifiers(node) && hasModifier(node, ts.SyntaxKind.DeclareKeyword)) return;
    if (ts.isVariableStatement(node)) {
      const { flags, declarations } = node.declarationList;
      for (const declaration of declarations) {
        if ((flags & ts.NodeFlags.BlockScoped) === 0 || (flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Let) {
          const name = declaration.name.getText(source);
          if (!allowed.includes(name)) report(declaration, `${name} is a variable of the module: it belongs to a VM`);
        } else holder(declaration);
      }
    } else if (ts.isClassDeclaration(node)) {
      classBody(node);
    } else if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
      node.body.statements.forEach(statement);
    } else if (ts.isBlock(node)) {
      node.statements.forEach(statement);
    }
  }
  function classBody(node: ts.ClassLikeDeclaration): void {
    for (const member of node.members) {
      if (!ts.isPropertyDeclaration(member) || !hasModifier(member, ts.SyntaxKind.StaticKeyword)) continue;
      if (hasModifier(member, ts.SyntaxKind.ReadonlyKeyword)) holder(member);
      else if (!allowed.includes(member.name.getText(source))) {
        report(member, `static ${member.name.getText(source)} is a variable of the module: make it readonly`);
      }
    }
  }

  source.statements.forEach(statement);
  return findings;
}

function hasModifier(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

/** Whether a declared type lets its collection be changed; a type of the file's own is judged by its value. */
function mutableType(
  type: ts.TypeNode,
  value: ts.Expression | undefined,
  settled: ReadonlySet<string> = new Set(),
): boolean {
  if (ts.isParenthesizedTypeNode(type)) return mutableType(type.type, value, settled);
  if (ts.isTypeOperatorNode(type)) return type.operator !== ts.SyntaxKind.ReadonlyKeyword && mutableValue(value);
  if (ts.isArrayTypeNode(type) || ts.isTupleTypeNode(type)) return true;
  if (ts.isTypeReferenceNode(type)) {
    const name = type.typeName.getText();
    if (READONLY_TYPES.has(name) || settled.has(name)) return false;
    if (MUTABLE_TYPES.has(name)) return !frozen(value);
  }
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) {
    return type.types.some((part) => mutableType(part, value, settled));
  }
  if (ts.isTypeLiteralNode(type)) {
    if (type.members.every(isSettled)) return false;
  }
  return mutableValue(value);
}

/** Whether nobody can assign to a member of a type. */
function isSettled(member: ts.TypeElement): boolean {
  return (
    ts.isMethodSignature(member) ||
    ts.isCallSignatureDeclaration(member) ||
    ts.isConstructSignatureDeclaration(member) ||
    (ts.canHaveModifiers(member) && hasModifier(member, ts.SyntaxKind.ReadonlyKeyword))
  );
}

/** The interfaces all of whose members, inherited ones included, are readonly: code and constants as records. */
export function settledInterfaces(texts: readonly string[]): ReadonlySet<string> {
  const found = new Map<string, { isSettled: boolean; bases: string[] }>();
  for (const text of texts) {
    for (const node of ts.createSourceFile("", text, ts.ScriptTarget.Latest, true).statements) {
      if (!ts.isInterfaceDeclaration(node)) continue;
      const bases =
        node.heritageClauses?.flatMap((clause) => clause.types.map((type) => type.expression.getText())) ?? [];
      const isAlone = found.get(node.name.text)?.isSettled ?? true;
      found.set(node.name.text, { isSettled: isAlone && node.members.every(isSettled), bases });
    }
  }
  const holds = (name: string): boolean => {
    const entry = found.get(name);
    return entry !== undefined && entry.isSettled && entry.bases.every(holds);
  };
  return new Set([...found.keys()].filter(holds));
}

/** Whether an expression makes a collection that can be changed. */
function mutableValue(value: ts.Expression | undefined): boolean {
  if (value === undefined) return false;
  if (ts.isAsExpression(value)) return value.type.getText() !== "const" && mutableType(value.type, value.expression);
  if (ts.isParenthesizedExpression(value) || ts.isSatisfiesExpression(value) || ts.isNonNullExpression(value)) {
    return mutableValue(value.expression);
  }
  if (ts.isConditionalExpression(value)) return mutableValue(value.whenTrue) || mutableValue(value.whenFalse);
  if (ts.isBinaryExpression(value)) return mutableValue(value.right);
  if (ts.isArrayLiteralExpression(value) || ts.isObjectLiteralExpression(value)) return true;
  if (ts.isNewExpression(value)) return MUTABLE_CLASSES.has(value.expression.getText());
  if (ts.isCallExpression(value)) return MUTABLE_CALLS.has(value.expression.getText());
  return false;
}

function frozen(value: ts.Expression | undefined): boolean {
  return value !== undefined && ts.isCallExpression(value) && value.expression.getText() === "Object.freeze";
}

/** Each file opens with one line on its job (after the `#!` line of a program). */
export function opening(text: string): Finding[] {
  const [first, second] = text.split("\n", 2);
  const line = first?.startsWith("#!") ? second : first;
  return /^\/\/ \S.*\S$/.test(line?.trimEnd() ?? "")
    ? []
    : ["1: open the file with a one-line comment on its job: // ..."];
}

/** Files are short, unless `limit` says otherwise; generated tables, whose first line says so, may be as long as they are. */
export function length(text: string, limit: number): Finding[] {
  if (/^\/\/ Generated\b/.test(text)) return [];
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return lines <= limit ? [] : [`${lines}: the file has ${lines} lines and may have ${limit}: split it by jobs`];
}
