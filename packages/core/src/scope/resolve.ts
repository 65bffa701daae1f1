// Decides what every name of every scope is, once all of them are collected.

import type { Source } from "../syntax/source.ts";
import { errorBetween } from "../syntax/syntax-error.ts";
import { Binding, Flag, type Scope, ScopeKind, unitOf, visibleClassOf } from "./scope.ts";

/** Fills in the bindings and closures of a module and everything in it. */
export function resolve(module: Scope, source: Source): void {
  // Outer scopes first: an inner one turns the locals it shares into cells.
  const pending = [module];
  for (let scope = pending.pop(); scope !== undefined; scope = pending.pop()) {
    resolveScope(scope, source);
    for (let at = scope.children.length - 1; at >= 0; at--) pending.push(scope.children[at] as Scope);
  }
}

function resolveScope(scope: Scope, source: Source): void {
  const inClass = scope.kind === ScopeKind.Comprehension && isInClassBody(scope);
  for (const [name, flags] of scope.symbols) {
    if (scope.kind === ScopeKind.Comprehension) {
      if (flags & Flag.Bound && !(flags & (Flag.Global | Flag.Nonlocal))) {
        if (!scope.bindings.has(name)) scope.bindings.set(name, Binding.Local);
      } else if (inClass && !isBoundAround(scope, name)) {
        // The names of a class body are invisible to the comprehensions in it.
        scope.bindings.set(name, name === "__class__" ? Binding.GlobalImplicit : resolveUse(scope, name));
      }
      continue;
    }
    scope.bindings.set(name, bindingOf(scope, name, flags, source));
  }
}

/** Whether a comprehension around this one, in the same code, binds the name. */
function isBoundAround(scope: Scope, name: string): boolean {
  for (let outer = scope.parent; outer !== null && outer.kind === ScopeKind.Comprehension; outer = outer.parent) {
    if (outer.flags(name) & Flag.Bound) return true;
  }
  return false;
}

function isInClassBody(scope: Scope): boolean {
  return unitOf(scope).kind === ScopeKind.Class;
}

function bindingOf(scope: Scope, name: string, flags: number, source: Source): Binding {
  if (flags & Flag.Global) {
    if (flags & Flag.Nonlocal) throw directiveError(scope, name, `name '${name}' is nonlocal and global`, source);
    return Binding.GlobalExplicit;
  }
  if (flags & Flag.Nonlocal) {
    if (scope.kind === ScopeKind.Module) {
      throw directiveError(scope, name, "nonlocal declaration not allowed at module level", source);
    }
    const owner = findOwner(scope, name);
    if (owner === null) throw directiveError(scope, name, `no binding for nonlocal '${name}' found`, source);
    if (owner.flags(name) & Flag.TypeParameter) {
      const message = `nonlocal binding not allowed for type parameter '${name}'`;
      throw directiveError(scope, name, message, source);
    }
    share(scope, owner, name);
    return Binding.Free;
  }
  if (flags & Flag.Bound) return Binding.Local;
  return resolveUse(scope, name);
}

/** A name that its scope only reads. */
function resolveUse(scope: Scope, name: string): Binding {
  const cls = visibleClassOf(scope);
  if (cls !== null && name !== "__classdict__") {
    const flags = cls.flags(name);
    if (flags & Flag.Global) return Binding.GlobalExplicit;
    if (flags & Flag.Bound && !(flags & Flag.Nonlocal) && !isBoundBelow(scope, cls, name)) {
      return Binding.GlobalImplicit;
    }
  }
  const owner = findOwner(scope, name);
  if (owner === null) return Binding.GlobalImplicit;
  share(scope, owner, name);
  return Binding.Free;
}

/** Whether a scope between `scope` and the class binds the name. */
function isBoundBelow(scope: Scope, cls: Scope, name: string): boolean {
  for (let outer = scope.parent; outer !== null && outer !== cls; outer = outer.parent) {
    if (outer.flags(name) & Flag.Bound) return true;
  }
  return false;
}

/** The scope around `scope` that binds a name as a local; null when it is global. */
function findOwner(scope: Scope, name: string): Scope | null {
  for (let outer = scope.parent; outer !== null; outer = outer.parent) {
    if (outer.kind === ScopeKind.Class) {
      // A comprehension that is part of the class body is not inside the class in this sense.
      if (unitOf(scope) === outer) continue;
      if (name === "__class__" || name === "__classdict__") return outer;
      continue;
    }
    if (outer.kind === ScopeKind.Module) {
      // A comprehension of the module's own keeps its variables in registers.
      return null;
    }
    const flags = outer.flags(name);
    if (outer.kind === ScopeKind.Comprehension) {
      if (flags & Flag.Bound && !(flags & (Flag.Global | Flag.Nonlocal))) return outer;
      continue;
    }
    if (flags & Flag.Global) return null;
    if (flags & Flag.Bound && !(flags & Flag.Nonlocal)) return outer;
  }
  return null;
}

/** Makes the owner's local a cell and passes it through every closure down to `scope`. */
function share(scope: Scope, owner: Scope, name: string): void {
  const ownerUnit = unitOf(owner);
  let unit = unitOf(scope);
  if (unit === ownerUnit) return;
  if (owner.kind === ScopeKind.Class) {
    if (name === "__class__") owner.needsClassCell = true;
    else owner.needsClassDict = true;
  } else {
    owner.bindings.set(name, Binding.Cell);
  }
  while (unit !== ownerUnit) {
    unit.free.add(name);
    if (!unit.symbols.has(name)) unit.bindings.set(name, Binding.Free);
    unit = unitOf(unit.parent as Scope);
  }
}

function directiveError(scope: Scope, name: string, message: string, source: Source): Error {
  const directive = scope.directives.find((one) => one.name === name);
  return errorBetween(source, message, directive?.start ?? 0, directive?.end ?? 0);
}
