// How a built-in type gets its methods: one table a type, read once when the engine's code is loaded.
import {
  builtinFunctionType,
  classMethodDescriptorType,
  methodDescriptorType,
  staticMethodType,
  wrapperDescriptorType,
} from "../objects/builtin-types.ts";
import { PyStaticMethod } from "../objects/descriptors.ts";
import { isSlotName, NativeFunction, type NativeBody, NativeProperty } from "../objects/native.ts";
import type { Machine } from "../objects/machine.ts";
import type { PyType } from "../objects/type.ts";
import type { Result, Value } from "../objects/value.ts";

/**
 * One attribute of a built-in type.
 * - `method("index, object, /", body)`: body(vm, self, ...arguments). The text does not name self.
 * - `classMethod(...)`: body(vm, cls, ...). `staticMethod(...)`: body(vm, ...).
 * - `newMethod(...)`: `__new__`: body(vm, cls, ...).
 * - `property(get, set?)`, `member(get, set?)`: computed attributes.
 * - any Value: a plain class attribute (`__hash__: NONE` makes a type unhashable).
 */
export type TypeEntry = MethodEntry | PropertyEntry | Value;

interface MethodEntry {
  readonly entry: "method" | "class" | "static" | "new";
  readonly text: string;
  readonly body: NativeBody;
  readonly doc: string | null;
}
interface PropertyEntry {
  readonly entry: "property" | "member";
  // biome-ignore lint/suspicious/noExplicitAny: the owner guarantees the type of self.
  readonly get: (vm: Machine, self: any) => Result;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly set: ((vm: Machine, self: any, value: Value | undefined) => Result) | null;
}

export function method(text: string, body: NativeBody, doc: string | null = null): TypeEntry {
  return { entry: "method", text, body, doc } as MethodEntry;
}
export function classMethod(text: string, body: NativeBody, doc: string | null = null): TypeEntry {
  return { entry: "class", text, body, doc } as MethodEntry;
}
export function staticMethod(text: string, body: NativeBody, doc: string | null = null): TypeEntry {
  return { entry: "static", text, body, doc } as MethodEntry;
}
export function newMethod(text: string, body: NativeBody, doc: string | null = null): TypeEntry {
  return { entry: "new", text, body, doc } as MethodEntry;
}
// biome-ignore lint/suspicious/noExplicitAny: the owner guarantees the type of self.
export function property(get: (vm: Machine, self: any) => Result, set: PropertyEntry["set"] = null): TypeEntry {
  return { entry: "property", get, set } as PropertyEntry;
}
// biome-ignore lint/suspicious/noExplicitAny: the owner guarantees the type of self.
export function member(get: (vm: Machine, self: any) => Result, set: PropertyEntry["set"] = null): TypeEntry {
  return { entry: "member", get, set } as PropertyEntry;
}

/** Fill the namespace of a built-in type. Dunder methods become slot wrappers, others method descriptors. */
export function defineType(type: PyType, doc: string | null, entries: Readonly<Record<string, TypeEntry>>): void {
  for (const [name, entry] of Object.entries(entries)) type.namespace.set(name, attributeOf(type, name, entry));
  // A type whose instances have a `__doc__` of their own declares it among its entries.
  if (doc !== null && !type.namespace.has("__doc__")) type.namespace.set("__doc__", doc);
}

/** As `defineType`, at the first look into the namespace: for types of the engine's own modules, which few scripts use. */
export function defineAtUse(
  type: PyType,
  doc: string | null,
  entries: () => Readonly<Record<string, TypeEntry>>,
): void {
  type.definition = () => {
    type.definition = null;
    defineType(type, doc, entries());
  };
}

function attributeOf(type: PyType, name: string, entry: TypeEntry): Value {
  if (typeof entry !== "object" || !("entry" in entry)) return entry as Value;
  if (entry.entry === "property" || entry.entry === "member") {
    return new NativeProperty(name, type, entry.get, entry.set, entry.entry === "member");
  }
  const { text, body, doc } = entry as MethodEntry;
  switch ((entry as MethodEntry).entry) {
    case "class":
      return new NativeFunction(classMethodDescriptorType, name, text, body, type, null, doc);
    case "static":
      return new PyStaticMethod(
        staticMethodType,
        new NativeFunction(builtinFunctionType, name, text, body, null, null, doc),
      );
    case "new":
      // `__new__` takes the class explicitly: it is a plain function that happens to live on the type.
      return new NativeFunction(
        builtinFunctionType,
        name,
        text === "" ? "cls, /" : `cls, ${withSlash(text)}`,
        body,
        null,
        null,
        doc,
        type,
      );
    default: {
      const isSlot = isSlotName(name);
      return new NativeFunction(
        isSlot ? wrapperDescriptorType : methodDescriptorType,
        name,
        text,
        body,
        type,
        null,
        doc,
      );
    }
  }
}

/** Keep the parameters of `__new__` as they are: only `cls` is positional-only. */
function withSlash(text: string): string {
  return text.includes("/") ? text : `/, ${text}`;
}

/**
 * What calling a type itself with positional arguments comes down to, where `__new__` and `__init__` need not be asked: the
 * parameters are those of `text`, behind the type.
 */
export function madeBy(type: PyType, text: string, make: NativeBody): void {
  type.maker = new NativeFunction(builtinFunctionType, type.name, text, make, null, null, null);
}

/** A function of a module or of `builtins`. */
export function nativeFunction(
  module: string,
  name: string,
  text: string,
  body: NativeBody,
  doc: string | null = null,
): NativeFunction {
  return new NativeFunction(builtinFunctionType, name, text, body, null, module, doc);
}
