// The type mappingproxy: a read-only window on a mapping.
import { mappingProxyType } from "../objects/builtin-types.ts";
import type { Machine } from "../objects/machine.ts";
import { typeOf } from "../objects/make.ts";
import { PyList, PyTuple } from "../objects/sequences.ts";
import type { Result, Value } from "../objects/value.ts";
import { MappingProxy } from "../objects/views.ts";
import type { AGAIN } from "../protocol/asking.ts";
import { type Asking, asking } from "../protocol/asking.ts";
import { getAttribute } from "../protocol/attribute.ts";
import { call } from "../protocol/call.ts";
import { CompareKind, compare } from "../protocol/compare.ts";
import { containerRepr } from "../protocol/container-repr.ts";
import { str } from "../protocol/conversion.ts";
import { FrameLocals } from "../protocol/frame-object.ts";
import { hash } from "../protocol/hash.ts";
import { getIterator } from "../protocol/iterate.ts";
import { special } from "../protocol/lookup.ts";
import { BinaryKind, binary } from "../protocol/operators.ts";
import { raiseTypeError } from "../protocol/raise.ts";
import { contains, getItem, length } from "../protocol/subscript.ts";
import { classMethod, defineType, method, newMethod, type TypeEntry } from "./define.ts";
import { classGetItem } from "./generic-alias.ts";
import { reverse } from "./reversed.ts";

const DOC = "A read-only window on a mapping.";

interface Forwarded {
  readonly mapping: Value;
  readonly name: string;
  readonly args: readonly Value[];
}

/** Reads a method of the mapping, then calls it. */
const forwarding: Asking<Forwarded> = {
  ask: (vm, { mapping, name }) => getAttribute(vm, mapping, name),
  take: (vm, { args }, func): Result | typeof AGAIN => call(vm, func, args),
};

function forward(name: string, doc: string): TypeEntry {
  return method("", (vm, self: MappingProxy) => asking(vm, forwarding, { mapping: self.mapping, name, args: [] }), doc);
}

function comparison(kind: CompareKind): TypeEntry {
  return method("value, /", (vm, self: MappingProxy, other: Value) => compare(vm, kind, self.mapping, unwrap(other)));
}

function unwrap(value: Value): Value {
  return value instanceof MappingProxy || value instanceof FrameLocals ? value.mapping : value;
}

/** Whether a value can be subscripted by keys, as far as its type tells. */
function isMapping(value: Value): boolean {
  return special(value, "__getitem__") !== undefined && !(value instanceof PyList || value instanceof PyTuple);
}

/** What every window on a mapping can be asked. */
export function reading(): Readonly<Record<string, TypeEntry>> {
  return {
    __eq__: comparison(CompareKind.Equal),
    __ne__: comparison(CompareKind.NotEqual),
    __iter__: method("", (vm, self: MappingProxy) => getIterator(vm, self.mapping)),
    __reversed__: method("", (vm, self: MappingProxy) => reverse(vm, self.mapping)),
    __len__: method("", (vm, self: MappingProxy) => length(vm, self.mapping)),
    __contains__: method("key, /", (vm, self: MappingProxy, key: Value) => contains(vm, self.mapping, key)),
    __or__: method("value, /", (vm, self: MappingProxy, other: Value) =>
      binary(vm, BinaryKind.BitOr, self.mapping, unwrap(other)),
    ),
    __ror__: method("value, /", (vm, self: MappingProxy, other: Value) =>
      binary(vm, BinaryKind.BitOr, unwrap(other), self.mapping),
    ),
    get: method(
      "key, default=None, /",
      (vm, self: MappingProxy, key: Value, fallback?: Value) =>
        asking(vm, forwarding, {
          mapping: self.mapping,
          name: "get",
          args: fallback === undefined ? [key] : [key, fallback],
        }),
      "The value of key, or default.",
    ),
    copy: forward("copy", "A copy of the mapping itself."),
  };
}

export function defineMappingProxy(): void {
  defineType(mappingProxyType, DOC, {
    ...reading(),
    __new__: newMethod("mapping", (vm: Machine, _cls, mapping: Value) => {
      if (isMapping(mapping)) return new MappingProxy(mapping);
      return raiseTypeError(vm, `mappingproxy() argument must be a mapping, not ${typeOf(mapping).name}`);
    }),
    __repr__: method("", (vm, self: MappingProxy) => containerRepr(vm, self)),
    __str__: method("", (vm, self: MappingProxy) => str(vm, self.mapping)),
    __hash__: method("", (vm, self: MappingProxy) => hash(vm, self.mapping)),
    __lt__: comparison(CompareKind.Less),
    __le__: comparison(CompareKind.LessEqual),
    __gt__: comparison(CompareKind.Greater),
    __ge__: comparison(CompareKind.GreaterEqual),
    __getitem__: method("key, /", (vm, self: MappingProxy, key: Value) => getItem(vm, self.mapping, key)),
    __ior__: method("value, /", (vm) => raiseTypeError(vm, "'|=' is not supported by mappingproxy; use '|' instead")),
    keys: forward("keys", "A view of the keys."),
    values: forward("values", "A view of the values."),
    items: forward("items", "A view of the (key, value) pairs."),
    __class_getitem__: classMethod("object, /", classGetItem),
  });
}
