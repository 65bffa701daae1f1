// The type functools.partial: a call with some arguments given beforehand.
import { PyAttributed } from "../../objects/attributed.ts";
import { tupleType } from "../../objects/builtin-types.ts";
import { futureWarningType } from "../../objects/exception-types.ts";
import type { Machine } from "../../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../../objects/make.ts";
import { PyTuple } from "../../objects/sequences.ts";
import { NONE } from "../../objects/singletons.ts";
import { PyDict } from "../../objects/table.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { call } from "../../protocol/call.ts";
import { printing } from "../../protocol/container-repr.ts";
import { instanceDictProperty } from "../../protocol/instance-dict.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { dictSetString } from "../../protocol/table.ts";
import { isCallable } from "../../protocol/truth.ts";
import { ANSWER, deprecated } from "../../protocol/warn.ts";
import { fullName } from "../../protocol/type-name.ts";
import { classMethod, defineType, member, method, newMethod } from "../../types/define.ts";
import { classGetItem } from "../../types/generic-alias.ts";
import { classFor } from "../../protocol/class-for.ts";
import { moduleType } from "../module-type.ts";
import type { ReprsThen } from "../repr-all.ts";
import { pushRepr } from "../repr-guard.ts";

class Partial extends PyAttributed {
  func: Value;
  args: PyTuple;
  keywords: PyDict;

  constructor(type: PyType, func: Value, args: PyTuple, keywords: PyDict) {
    super(type);
    this.func = func;
    this.args = args;
    this.keywords = keywords;
  }
}

/** The keywords of a dict, those that come later on top. */
function merged(dict: PyDict, later: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  if (dict.size === 0) return later;
  const all = new Map<string, Value>();
  for (let at = 0; at < dict.keys.length; at++) {
    const name = asString(dict.keys[at]);
    if (name !== undefined) all.set(name, dict.values[at] as Value);
  }
  for (const [name, value] of later) all.set(name, value);
  return all;
}

function dictOfKeywords(keywords: ReadonlyMap<string, Value>): PyDict {
  const dict = newDict();
  for (const [name, value] of keywords) dictSetString(dict, name, value);
  return dict;
}

function make(vm: Machine, cls: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  const type = classFor(vm, partialType, cls);
  if (type === undefined) return undefined;
  const [func, ...rest] = args;
  if (func === undefined) return raiseTypeError(vm, "type 'partial' takes at least one argument");
  if (!isCallable(func)) return raiseTypeError(vm, "the first argument must be callable");
  // A partial of a partial is one partial, unless it carries attributes.
  if (func instanceof Partial && (func.attrs === null || func.attrs.size === 0)) {
    const all = dictOfKeywords(merged(func.keywords, keywords));
    return new Partial(type, func.func, newTuple([...func.args.items, ...rest]), all);
  }
  return new Partial(type, func, newTuple(rest), dictOfKeywords(keywords));
}

function callPartial(vm: Machine, self: Partial, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  const all = self.args.items.length === 0 ? args : [...self.args.items, ...args];
  return call(vm, self.func, all, merged(self.keywords, keywords));
}

const reprThen: ReprsThen<Partial> = {
  run(_vm, texts, self) {
    const positional = self.args.items.length + 1;
    const names = self.keywords.keys.filter((key) => key !== undefined).map((key) => asString(key) ?? "?");
    const parts = texts.map((text, at) => (at < positional ? text : `${names[at - positional]}=${text}`));
    return `${fullName(self.type)}(${parts.join(", ")})`;
  },
};

function reprOf(vm: Machine, self: Partial): Result {
  if (printing(vm).has(self)) return "...";
  const values = self.keywords.values.filter((value): value is Value => value !== undefined);
  return pushRepr(vm, self, [self.func, ...self.args.items, ...values], reprThen, self);
}

const NO_METHOD =
  "functools.partial will be a method descriptor in future Python versions; " +
  "wrap it in staticmethod() if you want to preserve the old behavior";

function setState(vm: Machine, self: Partial, state: Value): Result {
  const [func, args, keywords, attributes] = state instanceof PyTuple && state.items.length === 4 ? state.items : [];
  const isKeywords = keywords === NONE || keywords instanceof PyDict;
  const isAttributes = attributes === NONE || attributes instanceof PyDict;
  if (func === undefined || !isCallable(func) || !(args instanceof PyTuple) || !isKeywords || !isAttributes) {
    return raiseTypeError(vm, "invalid partial state");
  }
  self.func = func;
  self.args = args.type === tupleType ? args : newTuple(args.items);
  self.keywords = keywords instanceof PyDict ? keywords : newDict();
  self.attrs = attributes instanceof PyDict ? attributes : null;
  return NONE;
}

export const partialType: PyType = moduleType("functools", "partial", { hasDict: true });
defineType(partialType, "A callable that calls func with these arguments before its own.", {
  __new__: newMethod("*args, **kwargs", make),
  __call__: method("*args, **kwargs", callPartial),
  __get__: method("instance, owner=None, /", (vm, self: Partial, object: Value) =>
    object === NONE ? self : deprecated(vm, NO_METHOD, ANSWER, self, futureWarningType),
  ),
  __repr__: method("", reprOf),
  __dict__: instanceDictProperty(partialType),
  __reduce__: method("", (_vm, self: Partial) =>
    newTuple([
      typeOf(self),
      newTuple([self.func]),
      newTuple([self.func, self.args, self.keywords, self.attrs ?? NONE]),
    ]),
  ),
  __setstate__: method("state, /", setState),
  __class_getitem__: classMethod("object, /", classGetItem),
  func: member((_vm, self: Partial) => self.func),
  args: member((_vm, self: Partial) => self.args),
  keywords: member((_vm, self: Partial) => self.keywords),
});
