// The type function.
import { dictType, functionType } from "../objects/builtin-types.ts";
import { Cell, PyFunction, PyMethod } from "../objects/function.ts";
import { Linked } from "../objects/linked.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../objects/make.ts";
import { PyModule } from "../objects/module.ts";
import { PyTuple } from "../objects/sequences.ts";
import { NONE } from "../objects/singletons.ts";
import { PyDict } from "../objects/table.ts";
import type { Result, Value } from "../objects/value.ts";
import { call, type Keywords } from "../protocol/call.ts";
import { getInstanceDict, setInstanceDict } from "../protocol/instance-dict.ts";
import { asString } from "../protocol/lookup.ts";
import { prepare } from "../protocol/link.ts";
import { raiseTypeError, raiseValueError } from "../protocol/raise.ts";
import { dictGetString } from "../protocol/table.ts";
import { defineType, member, method, newMethod, property } from "./define.ts";
import { addressOf } from "./object.ts";

function newFunction(
  vm: Machine,
  _type: Value,
  code: Value,
  globals: Value,
  name: Value = NONE,
  defaults: Value = NONE,
  closure: Value = NONE,
  keywordDefaults: Value = NONE,
): Result {
  if (!(code instanceof Linked)) {
    return raiseTypeError(vm, `function() argument 'code' must be code, not ${typeOf(code).name}`);
  }
  if (!(globals instanceof PyDict)) {
    return raiseTypeError(vm, `function() argument 'globals' must be dict, not ${typeOf(globals).name}`);
  }
  if (defaults !== NONE && !(defaults instanceof PyTuple)) {
    return raiseTypeError(vm, "arg 4 (defaults) must be None or tuple");
  }
  const free = code.code.fields.freeNames.length;
  const cells = closure instanceof PyTuple ? closure.items : [];
  if (name !== NONE && asString(name) === undefined) return raiseTypeError(vm, "arg 3 (name) must be None or string");
  if (closure !== NONE && !(closure instanceof PyTuple)) {
    return raiseTypeError(vm, "arg 5 (closure) must be None or tuple");
  }
  if (keywordDefaults !== NONE && !(keywordDefaults instanceof PyDict)) {
    return raiseTypeError(vm, "arg 6 (kwdefaults) must be None or dict");
  }
  if (free > 0 && closure === NONE) return raiseTypeError(vm, "arg 5 (closure) must be tuple");
  if (cells.length !== free) {
    return raiseValueError(vm, `${code.code.fields.name} requires closure of length ${free}, not ${cells.length}`);
  }
  for (const cell of cells) {
    if (!(cell instanceof Cell)) return raiseTypeError(vm, `arg 5 (closure) expected cell, found ${typeOf(cell).name}`);
  }
  const module = dictGetString(globals, "__name__") ?? NONE;
  const builtins = builtinsOf(vm, globals);
  const func = new PyFunction(
    code,
    globals,
    builtins,
    cells as readonly Cell[],
    defaults instanceof PyTuple ? defaults : null,
    keywordDefaults instanceof PyDict ? keywordDefaults : null,
    null,
    module,
  );
  const text = asString(name);
  if (text !== undefined) func.name = text;
  return func;
}

/** The built-ins that code with these globals sees: none where they are no dict, which is asked for each name. */
export function builtinsOf(vm: Machine, globals: PyDict): PyDict {
  const own = dictGetString(globals, "__builtins__");
  if (own === undefined) return vm.builtins;
  if (own instanceof PyModule) return own.dict;
  return typeOf(own) === dictType ? (own as PyDict) : newDict();
}

function setCode(vm: Machine, func: PyFunction, value: Value | undefined): Result {
  if (!(value instanceof Linked)) return raiseTypeError(vm, "__code__ must be set to a code object");
  const free = value.code.fields.freeNames.length;
  if (free !== func.closure.length) {
    return raiseValueError(
      vm,
      `${func.name}() requires a code object with ${func.closure.length} free vars, not ${free}`,
    );
  }
  func.linked = value;
  return NONE;
}

export function functionDoc(func: PyFunction): Value {
  return func.doc ?? func.linked.code.fields.docstring ?? NONE;
}

export function defineFunction(): void {
  defineType(functionType, "Create a function object.", {
    __new__: newMethod("code, globals, name=None, argdefs=None, closure=None, kwdefaults=None", newFunction),
    __repr__: method("", (vm, func: PyFunction) => `<function ${func.qualifiedName} at ${addressOf(vm, func)}>`),
    __call__: method("*args, **kwargs", (vm, func: PyFunction, args: readonly Value[], keywords: Keywords) =>
      call(vm, func, args, keywords),
    ),
    __get__: method("instance, owner=None, /", (vm, func: PyFunction, instance: Value, owner: Value = NONE) => {
      if (instance !== NONE) return new PyMethod(func, instance);
      return owner === NONE ? raiseTypeError(vm, "__get__(None, None) is invalid") : func;
    }),
    __name__: property(
      (_vm, func: PyFunction) => func.name,
      (vm, func: PyFunction, value) => {
        const name = asString(value);
        if (name === undefined) return raiseTypeError(vm, "__name__ must be set to a string object");
        func.name = name;
        return NONE;
      },
    ),
    __qualname__: property(
      (_vm, func: PyFunction) => func.qualifiedName,
      (vm, func: PyFunction, value) => {
        const name = asString(value);
        if (name === undefined) return raiseTypeError(vm, "__qualname__ must be set to a string object");
        func.qualifiedName = name;
        return NONE;
      },
    ),
    __code__: property((vm, func: PyFunction) => {
      prepare(vm, func.linked);
      return func.linked;
    }, setCode),
    __defaults__: property(
      (_vm, func: PyFunction) => func.defaults ?? NONE,
      (vm, func: PyFunction, value) => {
        if (value !== undefined && value !== NONE && !(value instanceof PyTuple)) {
          return raiseTypeError(vm, "__defaults__ must be set to a tuple object");
        }
        func.defaults = value instanceof PyTuple ? value : null;
        return NONE;
      },
    ),
    __kwdefaults__: property(
      (_vm, func: PyFunction) => func.keywordDefaults ?? NONE,
      (vm, func: PyFunction, value) => {
        if (value !== undefined && value !== NONE && !(value instanceof PyDict)) {
          return raiseTypeError(vm, "__kwdefaults__ must be set to a dict object");
        }
        func.keywordDefaults = value instanceof PyDict ? value : null;
        return NONE;
      },
    ),
    __annotations__: property(
      (_vm, func: PyFunction) => {
        func.annotations ??= newDict();
        return func.annotations;
      },
      (vm, func: PyFunction, value) => {
        if (value !== undefined && value !== NONE && !(value instanceof PyDict)) {
          return raiseTypeError(vm, "__annotations__ must be set to a dict object");
        }
        func.annotations = value instanceof PyDict ? value : null;
        return NONE;
      },
    ),
    __type_params__: property(
      (_vm, func: PyFunction) => func.typeParameters ?? newTuple([]),
      (vm, func: PyFunction, value) => {
        if (!(value instanceof PyTuple)) return raiseTypeError(vm, "__type_params__ must be set to a tuple");
        func.typeParameters = value;
        return NONE;
      },
    ),
    __dict__: property(getInstanceDict, setInstanceDict),
    __doc__: member(
      (_vm, func: PyFunction) => functionDoc(func),
      (_vm, func: PyFunction, value) => {
        func.doc = value ?? NONE;
        return NONE;
      },
    ),
    __module__: member(
      (_vm, func: PyFunction) => func.module,
      (_vm, func: PyFunction, value) => {
        func.module = value ?? NONE;
        return NONE;
      },
    ),
    __closure__: member((_vm, func: PyFunction) => (func.closure.length === 0 ? NONE : newTuple(func.closure))),
    __globals__: member((_vm, func: PyFunction) => func.globals),
    __builtins__: member((_vm, func: PyFunction) => func.builtins),
  });
}
