// Reads JSON into a document.
import { createScanner, type Node, type ParseError, parseTree } from "jsonc-parser";
import { checkDepth, DocumentError, type DocumentNode, type Position, type Table } from "./document.ts";

/** What is wrong, by the parser's numbers. */
const FAULTS: Readonly<Record<number, string>> = {
  1: "a symbol that JSON has not",
  2: "a malformed number",
  3: "a key in quotes is expected",
  4: "a value is expected",
  5: 'a ":" is expected',
  6: 'a "," is expected',
  7: 'a "}" is expected',
  8: 'a "]" is expected',
  9: "there is more after the end",
  10: "JSON has no comments",
  11: "JSON has no comments",
  12: "a text is not closed",
  13: "a malformed number",
  14: "a malformed \\u escape",
  15: "an escape that JSON has not",
  16: "a control character in a text",
};

/** Kinds of tokens, by the scanner's numbers; the enumeration exists in types alone. */
const OPENING: readonly number[] = [1, 3];
const CLOSING: readonly number[] = [2, 4];
const END = 17;

/** Throws DocumentError for a text that is no JSON, or whose root is no object. */
export function readJson(text: string): Table {
  const place = placing(text);
  checkNesting(text, place);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined) {
    throw new DocumentError(`not JSON: ${FAULTS[first.error] ?? "it cannot be read"}`, place(first.offset));
  }
  if (root?.type !== "object") throw new DocumentError("must be an object", place(root?.offset ?? 0));
  return documentNode(place, root) as Table;
}

/** The parser goes down the stack for each list in a list, so that depth is checked before it starts. */
function checkNesting(text: string, place: Placing): void {
  const scanner = createScanner(text);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (OPENING.includes(token)) checkDepth(++depth - 1, place(scanner.getTokenOffset()));
    else if (CLOSING.includes(token)) depth -= 1;
  }
}

function documentNode(place: Placing, node: Node): DocumentNode {
  const at = place(node.offset);
  switch (node.type) {
    case "object": {
      const table: Table = { kind: "table", at, entries: new Map() };
      for (const { children = [] } of node.children ?? []) {
        const [key, value] = children as [Node, Node];
        const keyAt = place(key.offset);
        if (table.entries.has(key.value))
          throw new DocumentError(`key ${JSON.stringify(key.value)} is there twice`, keyAt);
        table.entries.set(key.value, { keyAt, node: documentNode(place, value) });
      }
      return table;
    }
    case "array":
      return { kind: "list", at, items: (node.children ?? []).map((item) => documentNode(place, item)) };
    default:
      return { kind: "plain", at, value: node.value };
  }
}

type Placing = (offset: number) => Position;

/** Lines and columns of a text by offsets. */
function placing(text: string): Placing {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|[\r\n]/g), (end) => end.index + end[0].length)];
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}
