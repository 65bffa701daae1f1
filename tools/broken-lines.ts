// Breaks the long lines of minified code, in the bundles of core and of the plugin host.
import type { Plugin } from "rolldown";

/** How long a line may get before it is broken at the next chance. */
const LINE = 1_000;

/**
 * Breaks lines between statements, declarations, members and entries: Node prints the whole line that an uncaught error was thrown
 * from, and a host's developer wants to see the message behind it.
 */
export const brokenLines: Plugin = {
  name: "broken-lines",
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === "chunk") chunk.code = brokenAt(chunk.code, chances(this.parse(chunk.code) as unknown as Node));
    }
  },
};

interface Node {
  readonly type: string;
  readonly start: number;
}

/** What may stand on a line of its own: there are no comments, and a minified statement ends with what ends it. */
const BREAKABLE: Readonly<Record<string, string>> = {
  Program: "body",
  ClassBody: "body",
  VariableDeclaration: "declarations",
  ObjectExpression: "properties",
  BlockStatement: "body",
};

/** The places where a line may begin, in order. */
function chances(root: Node): number[] {
  const found: number[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const fields = node as unknown as Readonly<Record<string, unknown>>;
    const parts = BREAKABLE[node.type];
    if (parts !== undefined) for (const part of (fields[parts] as readonly Node[]).slice(1)) found.push(part.start);
    for (const field of Object.values(fields).flat()) {
      if (typeof field === "object" && field !== null && "type" in field) pending.push(field as Node);
    }
  }
  return found.sort((a, b) => a - b);
}

function brokenAt(code: string, places: readonly number[]): string {
  let broken = "";
  let from = 0;
  for (const at of places) {
    if (at - from < LINE) continue;
    broken += `${code.slice(from, at)}\n`;
    from = at;
  }
  return broken + code.slice(from);
}
