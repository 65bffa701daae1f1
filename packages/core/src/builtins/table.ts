// The one table of built-in functions.
import type { Machine } from "../objects/machine.ts";
import type { NativeBody, NativeFunction } from "../objects/native.ts";
import { NONE } from "../objects/singletons.ts";
import type { Value } from "../objects/value.ts";
import { ascii, repr } from "../protocol/conversion.ts";
import { hash } from "../protocol/hash.ts";
import { idOf } from "../protocol/identity.ts";
import { isInstance, isSubclass } from "../protocol/instance-check.ts";
import { asInt, asString } from "../protocol/lookup.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { length } from "../protocol/subscript.ts";
import { isCallable } from "../protocol/truth.ts";
import { nativeFunction } from "../types/define.ts";
import { delattr, dir, getattr, globals, hasattr, locals, setattr, vars } from "./attributes.ts";
import { buildClass } from "./build-class.ts";
import { max, min } from "./extremes.ts";
import { breakpoint, display, help } from "./interactive.ts";
import { open } from "./open.ts";
import { aiter, all, anext, any, iter, nextItem, sorted } from "./iteration.ts";
import { abs, bin, divmod, hex, oct, pow, round } from "./numbers.ts";
import { input, print } from "./print.ts";
import { compile, evaluate, exec } from "./source.ts";
import { sum } from "./sum.ts";
import { chr, formatValue, ord } from "./text.ts";

function importFunction(
  vm: Machine,
  name: Value,
  globalNames: Value = NONE,
  _locals?: Value,
  fromList: Value = NONE,
  level: Value = 0,
) {
  const text = asString(name);
  if (text === undefined) return raiseTypeError(vm, "module name must be a string");
  const depth = Number(asInt(level) ?? 0);
  if (depth < 0) return raiseValueError(vm, "level must be >= 0");
  if (text === "" && depth === 0) return raiseValueError(vm, "Empty module name");
  return vm.services.importModule(vm, text, globalNames, fromList, depth);
}

type Row = readonly [signature: string, body: NativeBody, doc: string];

const ROWS: Readonly<Record<string, Row>> = {
  __build_class__: ["*args, **kwargs", buildClass, "What a class statement calls."],
  __import__: [
    "name, globals=None, locals=None, fromlist=(), level=0",
    importFunction,
    "What an import statement calls.",
  ],
  abs: ["x, /", abs, "The absolute value of a number."],
  aiter: ["async_iterable, /", aiter, "The asynchronous iterator of an asynchronous iterable."],
  all: ["iterable, /", all, "Whether all items are true."],
  anext: ["aiterator, default=None, /", anext, "The next item of an asynchronous iterator."],
  any: ["iterable, /", any, "Whether any item is true."],
  ascii: ["obj, /", ascii, "The repr of an object, in ASCII."],
  bin: ["number, /", bin, "An int in binary."],
  breakpoint: ["*args, **kws", breakpoint, "Call sys.breakpointhook."],
  callable: ["obj, /", (_vm, value: Value) => isCallable(value), "Whether an object can be called."],
  chr: ["i, /", chr, "The character of a code point."],
  compile: [
    "source, filename, mode, flags=0, dont_inherit=False, optimize=-1",
    compile,
    "Compile source text into a code object.",
  ],
  delattr: ["obj, name, /", delattr, "Delete an attribute."],
  dir: ["object=None, /", dir, "The names of an object's attributes, or of the current scope."],
  divmod: ["x, y, /", divmod, "The tuple (x//y, x%y)."],
  eval: ["source, /, globals=None, locals=None", evaluate, "Evaluate an expression."],
  exec: ["source, /, globals=None, locals=None, *, closure=None", exec, "Run statements."],
  format: ["value, format_spec='', /", formatValue, "A value as a specification formats it."],
  getattr: ["object, name, default=None, /", getattr, "An attribute of an object."],
  globals: ["", globals, "The namespace of the current module."],
  hasattr: ["obj, name, /", hasattr, "Whether an object has an attribute."],
  hash: ["obj, /", hash, "The hash of an object."],
  help: ["object=None, /", help, "The documentation of an object."],
  hex: ["number, /", hex, "An int in hexadecimal."],
  id: ["obj, /", idOf, "The identity of an object."],
  input: ["prompt='', /", input, "A line of input."],
  isinstance: ["obj, class_or_tuple, /", isInstance, "Whether an object is an instance of a class."],
  issubclass: ["cls, class_or_tuple, /", isSubclass, "Whether a class derives from another."],
  iter: ["object, sentinel=None, /", iter, "The iterator of an object, or of calls until a sentinel."],
  len: ["obj, /", length, "The number of items."],
  locals: ["", locals, "The names and values of the current scope."],
  max: ["*args, key=None, default=None", max, "The largest item."],
  min: ["*args, key=None, default=None", min, "The smallest item."],
  next: ["iterator, default=None, /", nextItem, "The next item of an iterator."],
  oct: ["number, /", oct, "An int in octal."],
  open: [
    "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None",
    open,
    "Open a file.",
  ],
  ord: ["c, /", ord, "The code point of a character."],
  pow: ["base, exp, mod=None", pow, "A power, modulo a number when that is given."],
  print: ["*args, sep=' ', end='\\n', file=None, flush=False", print, "Print values to a stream."],
  repr: ["obj, /", repr, "The text that stands for an object in source."],
  round: ["number, ndigits=None", round, "A number rounded to some digits."],
  setattr: ["obj, name, value, /", setattr, "Set an attribute."],
  sorted: ["*args, **kwargs", sorted, "A new list of the items in order."],
  sum: ["iterable, /, start=0", sum, "The sum of numbers."],
  vars: ["object=None, /", vars, "The namespace of an object, or of the current scope."],
  __display__: ["value, /", display, "Shows the value of an entry."],
};

/** Templates that every VM shares. */
export const FUNCTIONS: readonly NativeFunction[] = Object.entries(ROWS).map(([name, [signature, body, doc]]) =>
  nativeFunction("builtins", name, signature, body, doc),
);
