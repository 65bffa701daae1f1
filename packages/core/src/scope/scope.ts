// A scope: the names that a block of source mentions, and what each of them turns out to be.

/** What kind of block a scope is. Everything but a module and a class is function-like: its names live in registers. */
export enum ScopeKind {
  Module,
  Class,
  Function,
  Lambda,
  /** A list, set or dict comprehension: it has no code of its own, its registers belong to the block around it. */
  Comprehension,
  GeneratorExpression,
  /** The hidden function around a generic definition. */
  TypeParameters,
  /** The bound, constraints or default of a type parameter, evaluated when asked for. */
  TypeVariable,
  TypeAlias,
  /** An annotation that is kept as text: it is looked through for errors only. */
  Annotation,
}

/** How a name is used in one scope: bits. */
export enum Flag {
  Global = 1,
  Nonlocal = 2,
  Parameter = 4,
  /** Assigned, imported, defined, deleted. */
  Assigned = 8,
  Used = 16,
  Annotated = 32,
  TypeParameter = 64,
  /** The target of a comprehension's `for`. */
  Iteration = 128,

  Bound = Parameter | Assigned | TypeParameter,
}

/** Where the value of a name lives. */
export enum Binding {
  Local,
  /** A local that an inner function shares. */
  Cell,
  /** A cell of a function further out. */
  Free,
  /** Declared by `global`. */
  GlobalExplicit,
  /** Bound nowhere that is visible: a global or a built-in. */
  GlobalImplicit,
}

/** The place of a `global` or `nonlocal` statement, for errors found after it. */
export interface Directive {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export class Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly parent: Scope | null;
  readonly children: Scope[] = [];
  readonly symbols: Map<string, number> = new Map();
  /** Filled in by `resolve`. A comprehension has no entry for a name that means there what it means around it. */
  readonly bindings: Map<string, Binding> = new Map();
  /** The names of the closure, in its order. */
  readonly free: Set<string> = new Set();
  readonly directives: Directive[] = [];

  /** The class whose private names are mangled here, or null. */
  readonly className: string | null;
  /** When not null, only these names are mangled. */
  onlyMangled: Set<string> | null = null;

  isAsync = false;
  isGenerator = false;
  /** An `await`, or an asynchronous comprehension, stands here. */
  hasAwait = false;
  /** Class: some method refers to `__class__`, or calls `super()`. */
  needsClassCell = false;
  /** Class: a type-parameter scope inside looks names up in the class's namespace. */
  needsClassDict = false;
  hasAnnotations = false;
  /** Names that an assignment expression binds: an operand that is such a register must be copied. */
  readonly walrus: Set<string> = new Set();
  /** Those that more than one assignment expression binds. */
  readonly repeatedWalrus: Set<string> = new Set();
  /** Names that are unbound somewhere: by `del`, or at the end of `except ... as`. */
  readonly deleted: Set<string> = new Set();

  /** Depth of iterable expressions of comprehensions, while collecting. */
  iterableDepth = 0;
  /** Whether the names being bound are targets of a comprehension, while collecting. */
  bindsIteration = false;

  constructor(kind: ScopeKind, name: string, parent: Scope | null, className: string | null) {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.className = className;
    if (kind !== ScopeKind.Annotation) parent?.children.push(this);
  }

  get isFunctionLike(): boolean {
    return this.kind !== ScopeKind.Module && this.kind !== ScopeKind.Class;
  }

  get isComprehension(): boolean {
    return this.kind === ScopeKind.Comprehension || this.kind === ScopeKind.GeneratorExpression;
  }

  /** Whether some function is around it. */
  get isNested(): boolean {
    for (let scope = this.parent; scope !== null; scope = scope.parent) {
      if (scope.isFunctionLike) return true;
    }
    return false;
  }

  flags(name: string): number {
    return this.symbols.get(name) ?? 0;
  }

  add(name: string, flags: number): void {
    this.symbols.set(name, (this.symbols.get(name) ?? 0) | flags);
  }
}

/** The scope whose code a scope is part of. */
export function unitOf(scope: Scope): Scope {
  let unit = scope;
  while (unit.kind === ScopeKind.Comprehension && unit.parent !== null) unit = unit.parent;
  return unit;
}

/** The class that a scope of type parameters and the like can look into, or null. */
export function visibleClassOf(scope: Scope): Scope | null {
  let isHidden = false;
  for (let outer: Scope | null = scope; outer !== null; outer = outer.parent) {
    if (outer.kind === ScopeKind.Class) return isHidden ? outer : null;
    if (outer.kind >= ScopeKind.TypeParameters) isHidden = true;
    else if (outer.kind !== ScopeKind.Comprehension) return null;
  }
  return null;
}
