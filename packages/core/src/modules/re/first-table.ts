// Which characters a sequence can begin with.
import type { CharSet } from "./char-set.ts";
import { combined, DOTALL } from "./flags.ts";
import { BEYOND_LATIN, type FirstTable } from "./program.ts";
import type { Node, Sequence } from "./syntax.ts";

/** The set of a literal or set node under these flags. */
export type SetOf = (node: Node, flags: number) => CharSet | number;

const LINE_BREAK = 10;

/** The table of a sequence; null where it may match nothing, or that is not known. */
export function firstTable(body: Sequence, flags: number, setOf: SetOf): FirstTable {
  const table = new Uint8Array(UNKNOWN + 1);
  return body.some((node) => addFirst(table, node, flags, setOf)) && table[UNKNOWN] === 0 ? table : null;
}

/** The place of the table that tells that it does not tell. */
const UNKNOWN = BEYOND_LATIN + 1;

/** Adds what a node begins with; whether it always takes some character. */
function addFirst(table: Uint8Array, node: Node, flags: number, setOf: SetOf): boolean {
  const addAll = (body: Sequence, inner: number): boolean => body.some((each) => addFirst(table, each, inner, setOf));
  switch (node.kind) {
    case "literal":
    case "set":
      addSet(table, setOf(node, flags));
      return true;
    case "any":
      for (let code = 0; code <= BEYOND_LATIN; code++) if (code !== LINE_BREAK || flags & DOTALL) table[code] = 1;
      return true;
    case "place":
    case "look":
      return false;
    case "group":
      return addAll(node.body, combined(flags, node.added, node.removed));
    case "atomic":
      return addAll(node.body, flags);
    case "repeat":
      return addAll(node.body, flags) && node.min > 0;
    case "branch": {
      // Every choice adds its own.
      const takes = node.choices.map((choice) => addAll(choice, flags));
      return takes.every((each) => each);
    }
    case "backreference":
    case "conditional":
      table[UNKNOWN] = 1;
      return true;
  }
}

function addSet(table: Uint8Array, set: CharSet | number): void {
  if (typeof set === "number") {
    table[Math.min(set, BEYOND_LATIN)] = 1;
    return;
  }
  for (let code = 0; code < BEYOND_LATIN; code++) if (set.latin[code] === 1) table[code] = 1;
  if (set.reachesBeyond) table[BEYOND_LATIN] = 1;
}
