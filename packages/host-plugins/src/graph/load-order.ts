// The graph of dependencies: what can be loaded, in which order, and why the rest cannot.
import { satisfies } from "semver";
import { PluginError } from "../errors.ts";
import { nearest } from "../messages/nearest.ts";

/** A plugin as the graph sees it. */
export interface GraphNode {
  readonly id: string;
  readonly version: string;
  /** Ids with semver ranges. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** An order of loading. */
export interface LoadOrder {
  /** Ids, each after those that it depends on; among equals by id. */
  readonly order: readonly string[];
  /** Why plugins cannot be loaded, by id. */
  readonly errors: ReadonlyMap<string, PluginError>;
}

/** Find the order (Kahn 1962, the least id first), and what is missing, of a wrong version, or in a circle. */
export function loadOrder(nodes: ReadonlyMap<string, GraphNode>): LoadOrder {
  const errors = new Map<string, PluginError>();
  for (const node of nodes.values()) {
    const error = ownError(node, nodes);
    if (error !== null) errors.set(node.id, error);
  }
  for (const [id, circle] of circles(nodes)) {
    if (errors.has(id)) continue;
    errors.set(
      id,
      new PluginError("dependency-cycle", `plugins depend on each other: ${circle.join(" -> ")}`, { plugin: id }),
    );
  }
  spread(nodes, errors);
  const order: string[] = [];
  const left = new Set([...nodes.keys()].filter((id) => !errors.has(id)).sort());
  while (left.size > 0) {
    for (const id of left) {
      const { dependencies } = nodes.get(id) as GraphNode;
      if (Object.keys(dependencies).some((each) => left.has(each))) continue;
      order.push(id);
      left.delete(id);
      break;
    }
  }
  return { order, errors };
}

/** The plugins that depend on one, directly or by others, in no order. */
export function dependents(id: string, nodes: ReadonlyMap<string, GraphNode>): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [id];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    for (const node of nodes.values()) {
      if (found.has(node.id) || !Object.hasOwn(node.dependencies, each)) continue;
      found.add(node.id);
      pending.push(node.id);
    }
  }
  return found;
}

/** What is wrong with a plugin's own dependencies. */
function ownError(node: GraphNode, nodes: ReadonlyMap<string, GraphNode>): PluginError | null {
  for (const [id, range] of Object.entries(node.dependencies)) {
    const other = nodes.get(id);
    if (other === undefined) {
      return new PluginError(
        "missing-dependency",
        `plugin '${node.id}' depends on '${id}' ${range}, which is not there${nearest(id, nodes.keys())}`,
        { plugin: node.id },
      );
    }
    if (!satisfies(other.version, range, { includePrerelease: true })) {
      return new PluginError(
        "wrong-version",
        `plugin '${node.id}' depends on '${id}' ${range}, and there is version ${other.version}`,
        { plugin: node.id },
      );
    }
  }
  return null;
}

/** For each plugin that depends on itself, the way back to it, the shortest one. */
function circles(nodes: ReadonlyMap<string, GraphNode>): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const start of nodes.keys()) {
    const from = new Map<string, string>();
    const pending = [start];
    for (let at = 0; at < pending.length; at++) {
      const each = pending[at] as string;
      for (const next of Object.keys(nodes.get(each)?.dependencies ?? {})) {
        if (!nodes.has(next) || from.has(next)) continue;
        from.set(next, each);
        pending.push(next);
      }
    }
    if (!from.has(start)) continue;
    const way = [start];
    for (let each = from.get(start) as string; each !== start; each = from.get(each) as string) way.push(each);
    way.push(start);
    found.set(start, way.reverse());
  }
  return found;
}

/** Whoever depends on what cannot be loaded cannot be either. */
function spread(nodes: ReadonlyMap<string, GraphNode>, errors: Map<string, PluginError>): void {
  for (const [broken, cause] of Array.from(errors)) {
    for (const id of dependents(broken, nodes)) {
      if (errors.has(id)) continue;
      const message = `plugin '${id}' depends on '${broken}', which cannot be loaded: ${cause.message}`;
      errors.set(id, new PluginError("dependency-failed", message, { plugin: id, cause }));
    }
  }
}
