// Collecting what each scope does with each name: the stack of scopes and the bookkeeping for one mention of a name.

import type { Located } from "../syntax/ast.ts";
import type { Source } from "../syntax/source.ts";
import { errorBetween, type PythonSyntaxError } from "../syntax/syntax-error.ts";
import { mangle } from "./mangle.ts";
import { Flag, Scope, ScopeKind, visibleClassOf } from "./scope.ts";

export interface CollectOptions {
  readonly futureAnnotations: boolean;
  readonly topLevelAwait: boolean;
}

export class Collector {
  readonly source: Source;
  readonly options: CollectOptions;
  readonly module: Scope;
  /** The scope of each node that has one of its own. */
  readonly scopes: Map<object, Scope> = new Map();
  /** The scope in which an expression is evaluated that is a bound or a default of a type parameter. */
  readonly lazyScopes: Map<object, Scope> = new Map();
  scope: Scope;

  constructor(source: Source, options: CollectOptions) {
    this.source = source;
    this.options = options;
    this.module = new Scope(ScopeKind.Module, "<module>", null, null);
    this.scope = this.module;
  }

  error(message: string, at: Located): PythonSyntaxError {
    return errorBetween(this.source, message, at.start, at.end);
  }

  /** Enters a new scope that belongs to `node`. */
  enter(kind: ScopeKind, name: string, node: object, className: string | null = this.scope.className): Scope {
    const scope = new Scope(kind, name, this.scope, className);
    if (className === this.scope.className) scope.onlyMangled = this.scope.onlyMangled;
    // Such an expression may be a comprehension, which has a scope as well.
    if (kind === ScopeKind.TypeVariable) this.lazyScopes.set(node, scope);
    else this.scopes.set(node, scope);
    scope.iterableDepth = this.scope.iterableDepth;
    this.scope = scope;
    // Such scopes look into the namespace of the class that they stand in.
    if (kind >= ScopeKind.TypeParameters && kind !== ScopeKind.Annotation && visibleClassOf(scope) !== null) {
      scope.add("__classdict__", Flag.Used);
    }
    return scope;
  }

  leave(): void {
    const { scope } = this;
    const parent = scope.parent as Scope;
    if (scope.kind === ScopeKind.Comprehension) {
      if (parent.kind !== ScopeKind.Class) passUses(scope, parent);
      if (scope.hasAwait) parent.hasAwait = true;
    }
    this.scope = parent;
  }

  use(name: string): void {
    const { scope } = this;
    const mangled = mangle(scope, name);
    scope.add(mangled, Flag.Used);
    // A call of super() in a method looks for the class in this cell.
    if (mangled === "super" && scope.isFunctionLike) scope.add("__class__", Flag.Used);
  }

  /** Binds a name in the current scope. */
  define(name: string, flags: number, at: Located): void {
    const { scope } = this;
    const mangled = mangle(scope, name);
    const before = scope.flags(mangled);
    if (flags & Flag.Parameter && before & Flag.Parameter) {
      throw this.error(`duplicate argument '${name}' in function definition`, at);
    }
    if (flags & Flag.TypeParameter && before & Flag.TypeParameter) {
      throw this.error(`duplicate type parameter '${name}'`, at);
    }
    if (scope.bindsIteration) {
      if (before & (Flag.Global | Flag.Nonlocal)) {
        throw this.error(`comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
      }
      flags |= Flag.Iteration;
    }
    scope.add(mangled, flags);
  }

  delete(name: string, at: Located): void {
    this.define(name, Flag.Assigned, at);
    this.scope.deleted.add(mangle(this.scope, name));
  }

  /** Binds the target of an assignment expression: in a comprehension, that is a name of the block around it. */
  defineWalrus(name: string, at: Located, whole: Located): void {
    const { scope } = this;
    if (scope.iterableDepth > 0) {
      throw this.error("assignment expression cannot be used in a comprehension iterable expression", whole);
    }
    if (!scope.isComprehension) {
      this.define(name, Flag.Assigned, at);
      noteWalrus(scope, mangle(scope, name));
      return;
    }
    const mangled = mangle(scope, name);
    for (let outer: Scope | null = scope; outer !== null; outer = outer.parent) {
      if (outer.isComprehension) {
        if (outer.flags(mangled) & Flag.Iteration) {
          throw this.error(`assignment expression cannot rebind comprehension iteration variable '${name}'`, at);
        }
        noteWalrus(outer, mangled);
        continue;
      }
      this.#defineOutside(mangled, outer, at);
      return;
    }
  }

  #defineOutside(name: string, outer: Scope, at: Located): void {
    const { scope } = this;
    const subject = "assignment expression within a comprehension cannot be used";
    switch (outer.kind) {
      case ScopeKind.Class:
        throw this.error(`${subject} in a class body`, at);
      case ScopeKind.TypeParameters:
        throw this.error(`${subject} within the definition of a generic`, at);
      case ScopeKind.TypeAlias:
        throw this.error(`${subject} in a type alias`, at);
      case ScopeKind.TypeVariable:
        throw this.error(`${subject} in a TypeVar bound`, at);
      case ScopeKind.Module:
        scope.add(name, Flag.Global);
        outer.add(name, Flag.Global);
        return;
    }
    scope.add(name, outer.flags(name) & Flag.Global ? Flag.Global : Flag.Nonlocal);
    noteWalrus(outer, name);
    if (!(outer.flags(name) & Flag.Global)) outer.add(name, Flag.Assigned);
  }

  /** Refuses an expression that cannot stand in a scope which is evaluated on its own. */
  refuseInAnnotation(what: string, at: Located): void {
    const place = this.#placeName();
    if (place !== null) throw this.error(`${what} cannot be used within ${place}`, at);
  }

  #placeName(): string | null {
    switch (this.scope.kind) {
      case ScopeKind.Annotation:
        return "an annotation";
      case ScopeKind.TypeVariable:
        return `a ${this.scope.name.slice(this.scope.name.indexOf(" ") + 1)}`;
      case ScopeKind.TypeAlias:
        return "a type alias";
      case ScopeKind.TypeParameters:
        return "the definition of a generic";
      default:
        return null;
    }
  }
}

/** What an inlined comprehension does not bind, it takes from the block around it. */
function passUses(scope: Scope, parent: Scope): void {
  for (const [name, flags] of scope.symbols) {
    if (flags & Flag.Bound) continue;
    const passed = parent.isComprehension ? Flag.Used | Flag.Global | Flag.Nonlocal : Flag.Used;
    if (flags & passed) parent.add(name, flags & passed);
  }
}

function noteWalrus(scope: Scope, name: string): void {
  if (scope.walrus.has(name)) scope.repeatedWalrus.add(name);
  else scope.walrus.add(name);
}
