// What TOML and JSON are read into: one tree of values that know where they stand.

/** Both count from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A value of a manifest's file. */
export type DocumentNode = Table | List | Plain;

export interface Table {
  readonly kind: "table";
  readonly at: Position;
  readonly entries: Map<string, Entry>;
}

/** What a table has under a key. */
export interface Entry {
  readonly keyAt: Position;
  readonly node: DocumentNode;
}

export interface List {
  readonly kind: "list";
  readonly at: Position;
  readonly items: DocumentNode[];
}

export interface Plain {
  readonly kind: "plain";
  readonly at: Position;
  /** A string, a number, a boolean, null, or a Date: nothing else. */
  readonly value: unknown;
}

/** Keys and indices from the root. */
export type Path = readonly (string | number)[];

/** A text that is neither TOML nor JSON. */
export class DocumentError extends Error {
  readonly at: Position;

  constructor(message: string, at: Position) {
    super(message);
    this.name = "DocumentError";
    this.at = at;
  }
}

/** How deep tables and lists may be in each other: no manifest needs half of it. */
const MAX_DEPTH = 16;

/** Throws DocumentError for what is nested too deeply at `depth`. */
export function checkDepth(depth: number, at: Position): void {
  if (depth > MAX_DEPTH) throw new DocumentError(`nested more than ${MAX_DEPTH} deep`, at);
}

/** Whether a value is a table of `valueOf`: objects without a prototype, so that no key finds what nobody wrote. */
export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}

/** The values alone. */
export function valueOf(node: DocumentNode): unknown {
  switch (node.kind) {
    case "table": {
      const table: Record<string, unknown> = Object.create(null);
      for (const [key, entry] of node.entries) table[key] = valueOf(entry.node);
      return table;
    }
    case "list":
      return node.items.map(valueOf);
    case "plain":
      return node.value;
  }
}

/** Where the value at a path stands, or its key; where the path ends early, the last that there is of it. */
export function positionOf(root: DocumentNode, path: Path, part: "key" | "value"): Position {
  let node = root;
  let keyAt: Position | null = null;
  for (const step of path) {
    const entry = node.kind === "table" ? node.entries.get(String(step)) : undefined;
    const next = node.kind === "list" ? node.items[Number(step)] : entry?.node;
    if (next === undefined) return node.at;
    keyAt = entry?.keyAt ?? null;
    node = next;
  }
  return part === "key" && keyAt !== null ? keyAt : node.at;
}
