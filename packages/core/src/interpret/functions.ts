// Making functions, and the look-ups of special methods that calls and `with` need.
import { Special } from "../bytecode/op.ts";
import type { PySuper } from "../objects/descriptors.ts";
import type { Frame } from "../objects/frame.ts";
import { type Cell, PyFunction } from "../objects/function.ts";
import type { Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import type { PyTuple } from "../objects/sequences.ts";
import { superType } from "../objects/builtin-types.ts";
import { NONE } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { getBound } from "../protocol/descriptor.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { makeSuper, superLookup } from "../protocol/super.ts";
import { dictGetString } from "../protocol/table.ts";
import { askBuiltins } from "./names.ts";

/** MakeFunction: see its entry in op.ts for the registers. */
export function makeFunction(_vm: Machine, frame: Frame, _a: number, b: number, flags: number, x: number): Result {
  const linked = (frame.linked as Linked).constants[x] as Linked;
  const { registers, base } = frame;
  const outer = frame.func as PyFunction;
  let at = base + b;
  const closure: Cell[] = [];
  for (let i = 0; i < linked.code.fields.freeNames.length; i++) closure.push(registers[at++] as Cell);
  const defaults = (flags & 1) !== 0 ? (registers[at++] as PyTuple) : null;
  const keywordDefaults = (flags & 2) !== 0 ? (registers[at++] as PyDict) : null;
  const annotations = (flags & 4) !== 0 ? (registers[at++] as PyDict) : null;
  const module = dictGetString(outer.globals, "__name__") ?? NONE;
  return new PyFunction(linked, outer.globals, outer.builtins, closure, defaults, keywordDefaults, annotations, module);
}

/** `builtins.__build_class__`, as the frame's built-ins have it. */
export function loadBuildClass(vm: Machine, frame: Frame): Result {
  const func = frame.func as PyFunction;
  const name = "__build_class__";
  return dictGetString(func.builtins, name) ?? askBuiltins(vm, func, name, `${name} not found`);
}

/** LoadSuper: `super().name` without making the super object where `super` is the built-in. */
export function superAttributeOf(vm: Machine, frame: Frame, a: number, b: number, c: number, x: number): Result {
  const { registers, base } = frame;
  const callee = registers[base + b] as Value;
  const start = registers[base + b + 1] as Value;
  const self = registers[base + b + 2] as Value;
  const name = (frame.linked as Linked).names[c] as string;
  // The operands may overlap the registers that are written.
  if (x === 1) registers[base + a + 1] = undefined;
  if (callee !== superType) {
    // `super` was rebound: call whatever it is now, with no arguments as the source has it.
    return call(vm, callee, []);
  }
  const made = makeSuper(vm, start, self);
  if (made === undefined) return undefined;
  if (made.start !== null && made.selfType !== null && made.self !== made.selfType) {
    const attribute = superLookup(made.start, made.selfType, name);
    if (attribute instanceof PyFunction && x === 1) {
      registers[base + a + 1] = self;
      return attribute;
    }
  }
  return getAttribute(vm, made as PySuper, name);
}

interface SpecialMethod {
  readonly name: string;
  readonly refusal: string;
}

const SPECIALS: Readonly<Record<Special, SpecialMethod>> = {
  [Special.Enter]: { name: "__enter__", refusal: "context manager protocol" },
  [Special.Exit]: { name: "__exit__", refusal: "context manager protocol (missed __exit__ method)" },
  [Special.AsyncEnter]: { name: "__aenter__", refusal: "asynchronous context manager protocol" },
  [Special.AsyncExit]: {
    name: "__aexit__",
    refusal: "asynchronous context manager protocol (missed __aexit__ method)",
  },
};

/** A method of `with`, looked up on the type and bound. */
export function loadSpecial(vm: Machine, object: Value, which: Special): Result {
  const { name, refusal } = SPECIALS[which];
  const type = typeOf(object);
  const method = type.lookup(name);
  if (method === undefined) return raiseTypeError(vm, `'${type.name}' object does not support the ${refusal}`);
  return getBound(vm, method, object, type);
}
