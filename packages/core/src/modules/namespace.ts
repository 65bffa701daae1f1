// The type types.SimpleNamespace: an object of named attributes with a repr; sys.implementation is one.
import { PyAttributed } from "../objects/attributed.ts";
import type { Machine } from "../objects/machine.ts";
import { newDict, newTuple, typeOf } from "../objects/make.ts";
import { NONE, NOT_IMPLEMENTED } from "../objects/singletons.ts";
import type { PyDict } from "../objects/table.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";
import { AGAIN, type Asking, asking } from "../protocol/asking.ts";
import { call } from "../protocol/call.ts";
import { CompareKind, compare } from "../protocol/compare.ts";
import { printing } from "../protocol/container-repr.ts";
import { asString } from "../protocol/lookup.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { dictSetString } from "../protocol/table.ts";
import { shortName } from "../protocol/type-name.ts";
import { defineAtUse, member, method, newMethod } from "../types/define.ts";
import { updateDict, updateWith } from "../types/dict-update.ts";
import { classFor } from "../protocol/class-for.ts";
import { moduleType } from "./module-type.ts";
import type { ReprsThen } from "./repr-all.ts";
import { pushRepr } from "./repr-guard.ts";

export class SimpleNamespace extends PyAttributed {
  /** The attributes, made at once. */
  get names(): PyDict {
    this.attrs ??= newDict();
    return this.attrs;
  }
}

const namespaceType: PyType = moduleType("types", "SimpleNamespace", {
  hasDict: true,
  allocate: (type) => new SimpleNamespace(type),
});

/** A namespace with the given attributes. */
export function newNamespace(attributes: Readonly<Record<string, Value>>): SimpleNamespace {
  const made = new SimpleNamespace(namespaceType);
  for (const [name, value] of Object.entries(attributes)) dictSetString(made.names, name, value);
  return made;
}

function shown(self: SimpleNamespace, texts: readonly string[]): string {
  const keys = self.names.keys.filter((key): key is string => typeof key === "string");
  const name = self.type === namespaceType ? "namespace" : self.type.name;
  return `${name}(${texts.map((text, at) => `${keys[at]}=${text}`).join(", ")})`;
}

const reprThen: ReprsThen<SimpleNamespace> = {
  run: (_vm, texts, self) => shown(self, texts),
};

function reprOf(vm: Machine, self: SimpleNamespace): Result {
  const name = self.type === namespaceType ? "namespace" : self.type.name;
  if (printing(vm).has(self)) return `${name}(...)`;
  const { keys, values } = self.names;
  const items = values.filter((value, at): value is Value => value !== undefined && typeof keys[at] === "string");
  return pushRepr(vm, self, items, reprThen, self);
}

interface Filling {
  readonly self: SimpleNamespace;
  readonly source: Value | undefined;
  readonly keywords: ReadonlyMap<string, Value>;
}

/** The attributes are gathered first: their names must be strings. */
const FILL: Asking<Filling> = {
  ask(vm, { source, keywords }) {
    const gathered = newDict();
    return updateWith(vm, gathered, source, keywords, gathered);
  },
  take(vm, { self }, answer) {
    const gathered = answer as PyDict;
    if (gathered.keys.some((key) => key !== undefined && asString(key) === undefined)) {
      return raiseTypeError(vm, "keywords must be strings");
    }
    return updateDict(vm, self.names, gathered, NONE);
  },
};

const REPLACE: Asking<{ readonly self: SimpleNamespace; readonly changes: ReadonlyMap<string, Value>; made: Value }> = {
  ask: (vm, { self, made }) =>
    made === NONE ? call(vm, typeOf(self), []) : updateDict(vm, namesOf(made), self.names, NONE),
  take(vm, state, answer) {
    if (state.made !== NONE) return updateWith(vm, namesOf(state.made), undefined, state.changes, state.made);
    state.made = answer;
    if (answer instanceof SimpleNamespace) return AGAIN;
    return raiseTypeError(
      vm,
      `expect types.SimpleNamespace type, but ${typeOf(answer).name}() returned '${typeOf(answer).name}' object`,
    );
  },
};

function namesOf(made: Value): PyDict {
  return (made as SimpleNamespace).names;
}

function equality(kind: CompareKind): (vm: Machine, self: SimpleNamespace, other: Value) => Result {
  return (vm, self, other) =>
    other instanceof SimpleNamespace ? compare(vm, kind, self.names, other.names) : NOT_IMPLEMENTED;
}

defineAtUse(namespaceType, "An object whose attributes are what it was given.", () => ({
  __new__: newMethod("*args, **kwargs", (vm, cls) => {
    const type = classFor(vm, namespaceType, cls);
    return type === undefined ? undefined : new SimpleNamespace(type);
  }),
  __init__: method(
    "*args, **kwargs",
    (vm, self: SimpleNamespace, args: readonly Value[], keywords: Map<string, Value>) => {
      if (args.length > 1) {
        return raiseTypeError(vm, `${shortName(self.type)} expected at most 1 argument, got ${args.length}`);
      }
      return asking(vm, FILL, { self, source: args[0], keywords });
    },
  ),
  __repr__: method("", reprOf),
  __eq__: method("value, /", equality(CompareKind.Equal)),
  __ne__: method("value, /", equality(CompareKind.NotEqual)),
  __hash__: NONE,
  __dict__: member((_vm, self: SimpleNamespace) => self.names),
  __reduce__: method("", (_vm, self: SimpleNamespace) => newTuple([typeOf(self), newTuple([]), self.names])),
  __replace__: method("**changes", (vm, self: SimpleNamespace, changes: Map<string, Value>) =>
    asking(vm, REPLACE, { self, changes, made: NONE }),
  ),
}));
