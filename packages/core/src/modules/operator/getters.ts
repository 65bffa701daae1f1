// The types itemgetter, attrgetter and methodcaller.
import { PyAttributed } from "../../objects/attributed.ts";
import type { Machine } from "../../objects/machine.ts";
import { newTuple, typeOf } from "../../objects/make.ts";
import type { PyType } from "../../objects/type.ts";
import type { Result, Value } from "../../objects/value.ts";
import { AGAIN, type Asking, asking } from "../../protocol/asking.ts";
import { getAttribute } from "../../protocol/attribute.ts";
import { call } from "../../protocol/call.ts";
import { callInModule } from "../../protocol/call-module.ts";
import { printing } from "../../protocol/container-repr.ts";
import { asString } from "../../protocol/lookup.ts";
import { raiseTypeError } from "../../protocol/raise.ts";
import { getItem } from "../../protocol/subscript.ts";
import { fullName } from "../../protocol/type-name.ts";
import { defineType, method } from "../../types/define.ts";
import { moduleType, newNamed } from "../module-type.ts";
import type { ReprsThen } from "../repr-all.ts";
import { pushRepr } from "../repr-guard.ts";

/** Parameters of a call that takes one argument: the second is there to be refused. */
const ONE = "obj=None, extra=None, /";

/** The one argument of a call; undefined after raising. */
function oneArgument(vm: Machine, name: string, object?: Value, extra?: Value): Value | undefined {
  if (object !== undefined && extra === undefined) return object;
  return raiseTypeError(vm, `${name} expected 1 argument, got ${object === undefined ? 0 : 2}`);
}

// ---- itemgetter ------------------------------------------------------------------------------------------------------

class ItemGetter extends PyAttributed {
  readonly keys: readonly Value[];

  constructor(type: PyType, keys: readonly Value[]) {
    super(type);
    this.keys = keys;
  }
}

interface Items {
  readonly keys: readonly Value[];
  readonly object: Value;
  readonly found: Value[];
}

const ITEMS: Asking<Items> = {
  ask: (vm, { keys, object, found }) => getItem(vm, object, keys[found.length] as Value),
  take(_vm, { keys, found }, answer) {
    found.push(answer);
    return found.length < keys.length ? AGAIN : newTuple(found);
  },
};

function getItems(vm: Machine, self: ItemGetter, given?: Value, extra?: Value): Result {
  const object = oneArgument(vm, "itemgetter", given, extra);
  if (object === undefined) return undefined;
  const { keys } = self;
  return keys.length === 1 ? getItem(vm, object, keys[0] as Value) : asking(vm, ITEMS, { keys, object, found: [] });
}

const reprThen: ReprsThen<PyAttributed> = {
  run: (_vm, texts, self) => `${fullName(self.type)}(${texts.join(", ")})`,
};

export const itemGetterType: PyType = moduleType("operator", "itemgetter", { isBase: true });
defineType(itemGetterType, "A callable that answers the items of its argument under given keys.", {
  __new__: newNamed(itemGetterType, "*items", (vm, type: PyType, keys: readonly Value[]) =>
    keys.length === 0 ? raiseTypeError(vm, "itemgetter expected 1 argument, got 0") : new ItemGetter(type, keys),
  ),
  __call__: method(ONE, getItems),
  __repr__: method("", (vm, self: ItemGetter) =>
    printing(vm).has(self) ? `${fullName(self.type)}(...)` : pushRepr(vm, self, self.keys, reprThen, self),
  ),
  __reduce__: method("", (_vm, self: ItemGetter) => newTuple([typeOf(self), newTuple(self.keys)])),
});

// ---- attrgetter ------------------------------------------------------------------------------------------------------

class AttrGetter extends PyAttributed {
  readonly names: readonly string[];
  /** Each name, split at its dots. */
  readonly paths: readonly (readonly string[])[];

  constructor(type: PyType, names: readonly string[]) {
    super(type);
    this.names = names;
    this.paths = names.map((name) => name.split("."));
  }
}

interface Attributes {
  readonly paths: readonly (readonly string[])[];
  readonly object: Value;
  readonly found: Value[];
  /** Where the walk along the present path has got to. */
  current: Value;
  depth: number;
}

const ATTRIBUTES: Asking<Attributes> = {
  ask: (vm, { paths, found, current, depth }) =>
    getAttribute(vm, current, (paths[found.length] as readonly string[])[depth] as string),
  take(_vm, state, answer) {
    const { paths, found } = state;
    state.current = answer;
    if (++state.depth < (paths[found.length] as readonly string[]).length) return AGAIN;
    found.push(answer);
    if (found.length === paths.length) return paths.length === 1 ? answer : newTuple(found);
    state.current = state.object;
    state.depth = 0;
    return AGAIN;
  },
};

function getAttributes(vm: Machine, self: AttrGetter, given?: Value, extra?: Value): Result {
  const object = oneArgument(vm, "attrgetter", given, extra);
  if (object === undefined) return undefined;
  const { paths } = self;
  const [first] = paths;
  if (paths.length === 1 && first?.length === 1) return getAttribute(vm, object, first[0] as string);
  return asking(vm, ATTRIBUTES, { paths, object, found: [], current: object, depth: 0 });
}

function makeAttrGetter(vm: Machine, type: PyType, names: readonly Value[]): Result {
  if (names.length === 0) return raiseTypeError(vm, "attrgetter expected 1 argument, got 0");
  const texts: string[] = [];
  for (const name of names) {
    const text = asString(name);
    if (text === undefined) return raiseTypeError(vm, "attribute name must be a string");
    texts.push(text);
  }
  return new AttrGetter(type, texts);
}

export const attrGetterType: PyType = moduleType("operator", "attrgetter");
defineType(attrGetterType, "A callable that answers attributes of its argument; names may have dots.", {
  __new__: newNamed(attrGetterType, "*attrs", makeAttrGetter),
  __call__: method(ONE, getAttributes),
  __repr__: method("", (vm, self: AttrGetter) => pushRepr(vm, self, self.names, reprThen, self)),
  __reduce__: method("", (_vm, self: AttrGetter) => newTuple([typeOf(self), newTuple(self.names)])),
});

// ---- methodcaller ----------------------------------------------------------------------------------------------------

class MethodCaller extends PyAttributed {
  readonly name: string;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;

  constructor(type: PyType, name: string, args: readonly Value[], keywords: ReadonlyMap<string, Value>) {
    super(type);
    this.name = name;
    this.args = args;
    this.keywords = keywords;
  }
}

const CALL: Asking<{ readonly self: MethodCaller; readonly object: Value }> = {
  ask: (vm, { self, object }) => getAttribute(vm, object, self.name),
  take: (vm, { self }, answer) => call(vm, answer, self.args, self.keywords),
};

const callerRepr: ReprsThen<MethodCaller> = {
  run(_vm, texts, self) {
    const names = [...self.keywords.keys()];
    const positional = self.args.length + 1;
    const parts = texts.map((text, at) => (at < positional ? text : `${names[at - positional]}=${text}`));
    return `${fullName(self.type)}(${parts.join(", ")})`;
  },
};

function makeCaller(vm: Machine, type: PyType, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Result {
  const [name, ...rest] = args;
  if (name === undefined) return raiseTypeError(vm, "methodcaller needs at least one argument, the method name");
  const text = asString(name);
  if (text === undefined) return raiseTypeError(vm, "method name must be a string");
  return new MethodCaller(type, text, rest, keywords);
}

const REDUCED: Asking<MethodCaller> = {
  ask: (vm, self) => callInModule(vm, "functools", "partial", [typeOf(self), self.name], self.keywords),
  take: (_vm, self, maker) => newTuple([maker, newTuple(self.args)]),
};

export const methodCallerType: PyType = moduleType("operator", "methodcaller");
defineType(methodCallerType, "A callable that calls a method of its argument.", {
  __new__: newNamed(methodCallerType, "*args, **kwargs", makeCaller),
  __call__: method(ONE, (vm, self: MethodCaller, given?: Value, extra?: Value) => {
    const object = oneArgument(vm, "methodcaller", given, extra);
    return object === undefined ? undefined : asking(vm, CALL, { self, object });
  }),
  __repr__: method("", (vm, self: MethodCaller) =>
    printing(vm).has(self)
      ? `${fullName(self.type)}(...)`
      : pushRepr(vm, self, [self.name, ...self.args, ...self.keywords.values()], callerRepr, self),
  ),
  __reduce__: method("", (vm, self: MethodCaller) =>
    self.keywords.size === 0
      ? newTuple([typeOf(self), newTuple([self.name, ...self.args])])
      : asking(vm, REDUCED, self),
  ),
});
