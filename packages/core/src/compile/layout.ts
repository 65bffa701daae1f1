// Gives each name of a unit its register: parameters, locals, variables of comprehensions, cells of the closure.

import { Binding, type Scope, ScopeKind } from "../scope/scope.ts";

/** A name as the code at hand sees it. */
export interface Variable {
  readonly binding: Binding;
  /** -1 for globals and for names in a namespace. */
  readonly register: number;
}

export interface Layout {
  readonly variables: ReadonlyMap<string, Variable>;
  /** The own variables of the comprehensions that are part of the unit. */
  readonly comprehensions: ReadonlyMap<Scope, ReadonlyMap<string, Variable>>;
  /** Names of the registers from 0. */
  readonly localNames: readonly string[];
  readonly cellNames: readonly string[];
  readonly cellRegisters: readonly number[];
  readonly freeNames: readonly string[];
  readonly freeRegisters: readonly number[];
  /** Cells that a class body shares with its methods; -1 when it does not. */
  readonly classCell: number;
  readonly classDict: number;
  /** Registers that some instruction unbinds. */
  readonly unstable: readonly number[];
  /** The first register for temporaries. */
  readonly size: number;
}

export function layOut(scope: Scope): Layout {
  const localNames: string[] = [];
  const cellNames: string[] = [];
  const cellRegisters: number[] = [];
  const unstable: number[] = [];
  const variables = new Map<string, Variable>();

  const addLocal = (name: string, binding: Binding): Variable => {
    const register = localNames.push(name) - 1;
    if (binding === Binding.Cell) {
      cellNames.push(name);
      cellRegisters.push(register);
    }
    return { binding, register };
  };

  const { isFunctionLike } = scope;
  // Parameters come first, whatever their names; cells in the order of the alphabet.
  const all = [...scope.bindings];
  const isLate = ([name, binding]: [string, Binding]): boolean =>
    binding === Binding.Cell && (scope.flags(name) & 4) === 0;
  const cells = all.filter(isLate).sort();
  for (const [name, binding] of [...all.filter((each) => !isLate(each)), ...cells]) {
    if (isFunctionLike && (binding === Binding.Local || binding === Binding.Cell)) {
      const variable = addLocal(name, binding);
      variables.set(name, variable);
      if (scope.deleted.has(name)) unstable.push(variable.register);
    } else if (binding !== Binding.Free) {
      variables.set(name, { binding, register: -1 });
    }
  }
  const classCell = scope.needsClassCell ? addLocal("__class__", Binding.Cell).register : -1;
  const classDict = scope.needsClassDict ? addLocal("__classdict__", Binding.Cell).register : -1;

  const comprehensions = new Map<Scope, ReadonlyMap<string, Variable>>();
  layOutComprehensions(scope, addLocal, comprehensions);

  const freeNames = [...scope.free].sort();
  const freeRegisters = freeNames.map((_, index) => localNames.length + index);
  for (const [index, name] of freeNames.entries()) {
    const variable = { binding: Binding.Free, register: freeRegisters[index] as number };
    if (!variables.has(name)) variables.set(name, variable);
  }
  for (const [comprehension, own] of comprehensions) {
    addInherited(comprehension, own as Map<string, Variable>, freeNames, freeRegisters);
  }
  const size = localNames.length + freeNames.length;
  return {
    variables,
    comprehensions,
    localNames,
    cellNames,
    cellRegisters,
    freeNames,
    freeRegisters,
    classCell,
    classDict,
    unstable,
    size,
  };
}

/**
 * Comprehensions that are not inside each other share the registers of variables with the same name. A cell never
 * shares: what is left in it would be taken for a value.
 */
function layOutComprehensions(
  unit: Scope,
  addLocal: (name: string, binding: Binding) => Variable,
  comprehensions: Map<Scope, ReadonlyMap<string, Variable>>,
): void {
  const pools = new Map<string, Variable[]>();
  const inUse = new Map<string, number>();
  const visit = (scope: Scope): void => {
    for (const child of scope.children) {
      if (child.kind !== ScopeKind.Comprehension) continue;
      const own = new Map<string, Variable>();
      const shared: string[] = [];
      for (const [name, binding] of child.bindings) {
        if (binding === Binding.Cell) own.set(name, addLocal(name, binding));
        if (binding !== Binding.Local) continue;
        let pool = pools.get(name);
        if (pool === undefined) pools.set(name, (pool = []));
        const depth = inUse.get(name) ?? 0;
        const variable = pool[depth] ?? addLocal(name, binding);
        pool[depth] = variable;
        own.set(name, variable);
        inUse.set(name, depth + 1);
        shared.push(name);
      }
      comprehensions.set(child, own);
      visit(child);
      for (const name of shared) inUse.set(name, (inUse.get(name) as number) - 1);
    }
  };
  visit(unit);
}

/** What a comprehension in a class body takes from around the class, as opposed to from the class. */
function addInherited(
  scope: Scope,
  own: Map<string, Variable>,
  freeNames: readonly string[],
  freeRegisters: readonly number[],
): void {
  for (const [name, binding] of scope.bindings) {
    if (own.has(name)) continue;
    const index = freeNames.indexOf(name);
    const register = binding === Binding.Free ? (freeRegisters[index] as number) : -1;
    own.set(name, { binding, register });
  }
}
