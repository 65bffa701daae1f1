// Linking: a shared code object becomes a VM's own record, its constants objects once it runs.
import { type Code, CodeKind, type Constant } from "../bytecode/code.ts";
import { DeferredCode } from "../objects/deferred-code.ts";
import { type Cache, Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { newBytes, newFrozenSet, newTuple } from "../objects/make.ts";
import { PyComplex, PyFloat } from "../objects/numbers.ts";
import { ELLIPSIS, NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { setAdd } from "./table.ts";

/** Files whose name starts like this are the prelude's: their frames are hidden in tracebacks. */
const PRELUDE_PREFIX = "<prelude ";

/** The VM's record of a code object, made on first use. */
export function link(vm: Machine, code: Code): Linked {
  let linked = vm.linked.get(code);
  if (linked === undefined) {
    linked = new Linked(code, code.fields.filename.startsWith(PRELUDE_PREFIX));
    vm.linked.set(code, linked);
  }
  return linked;
}

/** Make what code needs to run, unless that was done: most functions of a module never run in most VMs. */
export function prepare(vm: Machine, linked: Linked): void {
  if (linked.isPrepared) return;
  linked.isPrepared = true;
  const { code } = linked;
  if (code instanceof DeferredCode) {
    const whole = code.whole(vm);
    vm.linked.set(whole, linked);
    linked.complete(whole);
  }
  const { constants, kind, keywordOnlyCount, hasVarArgs, hasVarKeywords } = linked.code.fields;
  // V8 has a kind of its own for arrays of small ints alone, and optimised code that meets a new kind is compiled again:
  // this one holds objects from the first on.
  const values: Value[] = [NONE];
  for (let i = 0; i < constants.length; i++) values[i] = constantValue(vm, constants[i] as Constant);
  values.length = constants.length;
  linked.constants = values;
  const caches: (Cache | undefined)[] = [];
  for (let i = 0; i < linked.words.length; i++) caches.push(undefined);
  linked.caches = caches;
  linked.isFixed = kind === CodeKind.Function && !hasVarArgs && !hasVarKeywords;
  linked.isSimple = linked.isFixed && keywordOnlyCount === 0;
}

function constantValue(vm: Machine, constant: Constant): Value {
  switch (constant.type) {
    case "none":
      return NONE;
    case "ellipsis":
      return ELLIPSIS;
    case "float":
      return new PyFloat(constant.value);
    case "imaginary":
      return new PyComplex(0, constant.value);
    case "bytes":
      return newBytes(constant.value);
    case "tuple":
      return newTuple(constant.items.map((item) => constantValue(vm, item)));
    case "frozenset": {
      const set = newFrozenSet();
      for (const item of constant.items) {
        // Nothing may be pushed here: constants hash natively.
        if (setAdd(vm, set, constantValue(vm, item)) === undefined) throw new Error("a constant without a native hash");
      }
      return set;
    }
    case "code":
      return link(vm, constant.code);
    default:
      return constant.value;
  }
}
