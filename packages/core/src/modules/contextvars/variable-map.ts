// A persistent map of context variables: a changed map is a new one, which shares all but a few nodes with the old.
import type { ContextVar } from "./layout.ts";
import type { Value } from "../../objects/value.ts";

/** Children of a node: the number of a variable leads from the root to its entry by its digits to this base. */
const BASE = 32;

/** A variable with its value. It never changes. */
export class MapEntry {
  /** See PyObject.mark: maps share their entries. */
  mark = 0;
  readonly variable: ContextVar;
  readonly value: Value;

  constructor(variable: ContextVar, value: Value) {
    this.variable = variable;
    this.value = value;
  }
}

/** The children that there are, in the order of their digits; `digits` has a bit for each. It never changes. */
export class MapNode {
  /** See PyObject.mark: maps share their nodes. */
  mark = 0;
  readonly digits: number;
  readonly children: readonly (MapNode | MapEntry)[];

  constructor(digits: number, children: readonly (MapNode | MapEntry)[]) {
    this.digits = digits;
    this.children = children;
  }
}

/** A map; null is the empty one. */
export type VariableMap = MapNode | null;

/** The value of a variable; undefined when it has none. */
export function valueIn(map: VariableMap, variable: ContextVar): Value | undefined {
  let node = map;
  for (let rest = variable.number; node !== null; rest = Math.floor(rest / BASE)) {
    const bit = bitOf(rest);
    if ((node.digits & bit) === 0) return undefined;
    const child = node.children[place(node.digits, bit)] as MapNode | MapEntry;
    if (child instanceof MapEntry) return child.variable === variable ? child.value : undefined;
    node = child;
  }
  return undefined;
}

/** The map with a value for a variable, new or in place of another. */
export function mapWith(map: VariableMap, variable: ContextVar, value: Value): MapNode {
  return nodeWith(map, new MapEntry(variable, value), variable.number, 0);
}

/** The map without a variable that is in it. */
export function mapWithout(map: MapNode, variable: ContextVar): VariableMap {
  return nodeWithout(map, variable.number);
}

/** A node with an entry below it: `rest` are the digits of its number that do not lead to the node, which is so deep. */
function nodeWith(node: MapNode | null, entry: MapEntry, rest: number, depth: number): MapNode {
  const bit = bitOf(rest);
  if (node === null) return new MapNode(bit, [entry]);
  const { digits } = node;
  const at = place(digits, bit);
  const children = node.children.slice();
  if ((digits & bit) === 0) {
    children.splice(at, 0, entry);
    return new MapNode(digits | bit, children);
  }
  const known = children[at] as MapNode | MapEntry;
  const below = Math.floor(rest / BASE);
  if (known instanceof MapNode) children[at] = nodeWith(known, entry, below, depth + 1);
  else if (known.variable === entry.variable) children[at] = entry;
  else {
    const moved = nodeWith(null, known, Math.floor(known.variable.number / BASE ** (depth + 1)), depth + 1);
    children[at] = nodeWith(moved, entry, below, depth + 1);
  }
  return new MapNode(digits, children);
}

function nodeWithout(node: MapNode, rest: number): MapNode | null {
  const { digits } = node;
  const bit = bitOf(rest);
  const at = place(digits, bit);
  const known = node.children[at] as MapNode | MapEntry;
  const left = known instanceof MapNode ? nodeWithout(known, Math.floor(rest / BASE)) : null;
  const children = node.children.slice();
  if (left !== null) {
    // A lone entry moves up to where look-up would meet it first.
    const [only] = left.children;
    children[at] = left.children.length === 1 && only instanceof MapEntry ? only : left;
    return new MapNode(digits, children);
  }
  if (children.length === 1) return null;
  children.splice(at, 1);
  return new MapNode(digits & ~bit, children);
}

/** The bit of the lowest digit. */
function bitOf(rest: number): number {
  return 1 << (rest & (BASE - 1));
}

/** Where the child of a digit stands, or would: so many digits below it have one. */
function place(digits: number, bit: number): number {
  let bits = digits & (bit - 1);
  bits -= (bits >>> 1) & 0x5555_5555;
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** A walk over the entries of a map: the nodes from the root down to the next entry, with the child that is next in each. */
export interface MapWalk {
  readonly nodes: MapNode[];
  readonly places: number[];
}

export function beginWalk(map: VariableMap): MapWalk {
  return map === null ? { nodes: [], places: [] } : { nodes: [map], places: [0] };
}

/** The next entry; undefined at the end. */
export function nextEntry({ nodes, places }: MapWalk): MapEntry | undefined {
  for (let last = nodes.length - 1; last >= 0; last = nodes.length - 1) {
    const at = places[last] as number;
    const child = (nodes[last] as MapNode).children[at];
    places[last] = at + 1;
    if (child === undefined) {
      nodes.pop();
      places.pop();
    } else if (child instanceof MapEntry) return child;
    else {
      nodes.push(child);
      places.push(0);
    }
  }
  return undefined;
}
