// Reads TOML into a document.
import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import { checkDepth, DocumentError, type DocumentNode, type List, type Position, type Table } from "./document.ts";

/** Throws DocumentError for a text that is no TOML. */
export function readToml(text: string): Table {
  const root: Table = { kind: "table", at: { line: 1, column: 1 }, entries: new Map() };
  for (const part of parsed(text)) {
    if (part.type === "TOMLKeyValue") addPair(root, part, 1);
    else addTable(root, part);
  }
  return root;
}

function parsed(text: string): AST.TOMLTopLevelTable["body"] {
  try {
    return parseTOML(text, { tomlVersion: "1.0" }).body[0].body;
  } catch (error) {
    if (error instanceof ParseError) {
      const message = error.message.charAt(0).toLowerCase() + error.message.slice(1);
      throw new DocumentError(`not TOML: ${message}`, { line: error.lineNumber, column: error.column + 1 });
    }
    // The parser goes down its own stack once for each list in a list.
    if (error instanceof RangeError) throw new DocumentError("nested too deeply", { line: 1, column: 1 });
    throw error;
  }
}

/** `[a.b]` or `[[a.b]]` with what stands under it. */
function addTable(root: Table, part: AST.TOMLTable): void {
  const names = [...part.key.keys];
  let node: DocumentNode = root;
  for (const [index, step] of part.resolvedKey.entries()) {
    checkDepth(index + 1, position(part));
    if (typeof step === "number") {
      const list = node as List;
      list.items[step] ??= { kind: "table", at: position(part), entries: new Map() };
      node = list.items[step];
      continue;
    }
    const keyAt = position(names.shift() ?? part);
    const isList = typeof part.resolvedKey[index + 1] === "number";
    const entries: Table["entries"] = (node as Table).entries;
    let next = entries.get(step)?.node;
    if (next === undefined) {
      next = isList ? { kind: "list", at: keyAt, items: [] } : { kind: "table", at: keyAt, entries: new Map() };
      entries.set(step, { keyAt, node: next });
    }
    node = next;
  }
  for (const pair of part.body) addPair(node as Table, pair, part.resolvedKey.length + 1);
}

/** `a.b = 1`. The parser has refused keys that are there twice, and tables that are none. */
function addPair(table: Table, pair: AST.TOMLKeyValue, depth: number): void {
  const names = [...pair.key.keys];
  const last = names.pop() as AST.TOMLBare | AST.TOMLQuoted;
  checkDepth(depth + names.length, position(pair));
  let owner = table;
  for (const name of names) {
    const at = position(name);
    const found = owner.entries.get(text(name))?.node as Table | undefined;
    const next = found ?? { kind: "table", at, entries: new Map() };
    if (found === undefined) owner.entries.set(text(name), { keyAt: at, node: next });
    owner = next;
  }
  owner.entries.set(text(last), { keyAt: position(last), node: contentNode(pair.value, depth + names.length) });
}

function contentNode(node: AST.TOMLContentNode, depth: number): DocumentNode {
  const at = position(node);
  checkDepth(depth, at);
  switch (node.type) {
    case "TOMLArray":
      return { kind: "list", at, items: node.elements.map((element) => contentNode(element, depth + 1)) };
    case "TOMLInlineTable": {
      const table: Table = { kind: "table", at, entries: new Map() };
      for (const pair of node.body) addPair(table, pair, depth + 1);
      return table;
    }
    case "TOMLValue":
      return { kind: "plain", at, value: node.value };
  }
}

function text(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === "TOMLBare" ? key.name : key.value;
}

function position(node: AST.TOMLNode): Position {
  return { line: node.loc.start.line, column: node.loc.start.column + 1 };
}
