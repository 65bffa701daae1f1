// The exceptions with a field or two: StopIteration, SystemExit, KeyError, ImportError, NameError, AttributeError.
import {
  attributeErrorType,
  importErrorType,
  keyErrorType,
  nameErrorType,
  stopIterationType,
  systemExitType,
} from "../objects/exception-types.ts";
import type { PyException } from "../objects/exception.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple } from "../objects/make.ts";
import { NONE } from "../objects/singletons.ts";
import type { Result, Value } from "../objects/value.ts";
import type { Keywords } from "../protocol/call.ts";
import { repr } from "../protocol/conversion.ts";
import { asString } from "../protocol/lookup.ts";
import { dictSetString } from "../protocol/table.ts";
import { defineType, method, type TypeEntry } from "./define.ts";
import { copyOf } from "./object-reduce.ts";
import { exceptionStr, refuseKeywords } from "./exception.ts";
import { field, setFields, takeKeywords } from "./exception-field.ts";

type Init = (vm: Machine, self: PyException, args: readonly Value[], keywords: Keywords) => Result;

function initializer(body: Init): TypeEntry {
  return method("*args, **kwargs", (vm, self: PyException, args: readonly Value[], keywords: Keywords) => {
    self.args = newTuple(args);
    return body(vm, self, args, keywords);
  });
}

/** An `__init__` that takes some keywords. */
function withKeywords(shown: string, names: readonly string[]): TypeEntry {
  return initializer((vm, self, _args, keywords) =>
    takeKeywords(vm, self, shown, keywords, names) ? NONE : undefined,
  );
}

function exitCode(args: readonly Value[]): Value {
  if (args.length === 0) return NONE;
  return args.length === 1 ? (args[0] as Value) : newTuple(args);
}

/** `__reduce__` of an exception that keeps some of its fields in copies, beside its `__dict__`. */
function reduceWith(names: readonly string[]): TypeEntry {
  return method("", (_vm: Machine, self: PyException): Result => {
    const state = self.attrs === null ? newDict() : copyOf(self.attrs);
    for (const name of names) {
      const value = self.fields?.get(name);
      if (value !== undefined && value !== NONE) dictSetString(state, name, value);
    }
    return newTuple(state.size === 0 ? [self.type, self.args] : [self.type, self.args, state]);
  });
}

export function definePlainExceptions(): void {
  defineType(stopIterationType, "Signal the end from iterator.__next__().", {
    __init__: initializer((vm, self, args, keywords) => {
      if (!refuseKeywords(vm, self, keywords)) return undefined;
      setFields(self, { value: args[0] ?? NONE });
      return NONE;
    }),
    value: field("value", (self) => self.args.items[0]),
  });
  defineType(systemExitType, "Request to exit from the interpreter.", {
    __init__: initializer((vm, self, args, keywords) => {
      if (!refuseKeywords(vm, self, keywords)) return undefined;
      setFields(self, { code: exitCode(args) });
      return NONE;
    }),
    code: field("code", (self) => exitCode(self.args.items)),
  });
  defineType(keyErrorType, "Mapping key not found.", {
    __str__: method("", (vm, self: PyException) => {
      const { items } = self.args;
      return items.length === 1 ? repr(vm, items[0] as Value) : exceptionStr(vm, self);
    }),
  });
  defineType(importErrorType, "Import can't find module, or can't find name in module.", {
    __init__: initializer((vm, self, args, keywords) => {
      if (!takeKeywords(vm, self, "ImportError", keywords, ["name", "path", "name_from"])) return undefined;
      setFields(self, { msg: args.length === 1 ? (args[0] as Value) : NONE });
      return NONE;
    }),
    __str__: method("", (vm, self: PyException) => asString(self.fields?.get("msg")) ?? exceptionStr(vm, self)),
    __reduce__: reduceWith(["name", "path", "name_from"]),
    msg: field("msg", (self) => self.args.items[0]),
    name: field("name"),
    path: field("path"),
    name_from: field("name_from"),
  });
  defineType(nameErrorType, "Name not found globally.", {
    __init__: withKeywords("NameError", ["name"]),
    name: field("name"),
  });
  defineType(attributeErrorType, "Attribute not found.", {
    __init__: withKeywords("AttributeError", ["name", "obj"]),
    __reduce__: reduceWith(["name"]),
    name: field("name"),
    obj: field("obj"),
  });
}
