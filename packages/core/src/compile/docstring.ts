// Docstrings, with their indentation taken off.

import type * as ast from "../syntax/ast.ts";

const TAB_SIZE = 8;

/** The docstring that a body begins with, or null. */
export function docstringOf(body: readonly ast.Statement[]): string | null {
  const [first] = body;
  if (first?.kind !== "Expr" || first.value.kind !== "Constant" || first.value.value.type !== "str") return null;
  return clean(first.value.value.value);
}

/** Tabs become spaces, the margin shared by all lines but the first goes, and so do blanks before the first. */
function clean(doc: string): string {
  const lines = expandTabs(doc).split("\n");
  let margin = Number.POSITIVE_INFINITY;
  for (const line of lines.slice(1)) {
    const content = line.search(/[^ ]/);
    if (content !== -1) margin = Math.min(margin, content);
  }
  if (margin === Number.POSITIVE_INFINITY) margin = 0;
  return lines.map((line, at) => (at === 0 ? line.replace(/^ +/, "") : line.slice(margin))).join("\n");
}

function expandTabs(textWithTabs: string): string {
  if (!textWithTabs.includes("\t")) return textWithTabs;
  let column = 0;
  let result = "";
  for (const character of textWithTabs) {
    if (character === "\t") {
      const width = TAB_SIZE - (column % TAB_SIZE);
      result += " ".repeat(width);
      column += width;
    } else {
      result += character;
      column = character === "\n" || character === "\r" ? 0 : column + 1;
    }
  }
  return result;
}
